#pragma once

#include "ui/theme/spaces.h"

#include <QColor>

namespace evertill {

/// How everything looks: colours, radii, spacing and type sizes. The only place of the product that names a
/// colour. A plain value, made once at start and handed to those who paint for themselves; everybody else is
/// styled by styleSheet().
struct Theme {
    enum class Mode { Light, Dark };

    /// Text colours keep 4.5:1 against every ground they are named for.
    struct Colours {
        QColor window; ///< behind everything
        QColor surface; ///< panels, lists
        QColor raised; ///< buttons, fields
        QColor pressed; ///< a button held down
        QColor hover;
        QColor outline; ///< borders and rules
        QColor text; ///< on window, surface, raised
        QColor quiet; ///< secondary text, on the same
        QColor disabled; ///< text of what can't be used now
        QColor accent; ///< what to press next, what is chosen
        QColor accentHeld;
        QColor onAccent;
        QColor accentSoft; ///< the ground of a chosen row or room; carries text
        QColor money; ///< money back: change, refunds; on window, surface, moneySoft
        QColor moneySoft;
        QColor waiting; ///< amber: waiting, offline; on window, surface, waitingSoft
        QColor waitingSoft;
        QColor refusal; ///< red: refusals; on window, surface, refusalSoft
        QColor refusalSoft;
        QColor rail; ///< ground of the rail and the foot bar
        QColor onRail;
        QColor onRailQuiet;
        QColor railChosen; ///< ground of the room that is open
    };

    /// Pixels at 100 %. Type sizes are scaled for the reader; the rest is not.
    struct Sizes {
        int finger = 48; ///< nothing that a finger presses is smaller
        int space = kCloseSpace; ///< the step that gaps and margins are multiples of
        int radius = 8;
        int small = 13; ///< key labels, badges, foot bar
        int body = 16;
        int large = 20; ///< list lines, buttons
        int title = 24;
        int total = 36; ///< readable from two metres
        int huge = 72; ///< change
    };

    Mode mode = Mode::Light;
    Colours colour;
    Sizes size;

    [[nodiscard]] static Theme light(int textPercent = 100);
    [[nodiscard]] static Theme dark(int textPercent = 100);
};

/// Contrast of two colours as WCAG 2.2 defines it, times 100: 450 is 4.5:1.
[[nodiscard]] int contrastTimes100(const QColor &a, const QColor &b);

} // namespace evertill
