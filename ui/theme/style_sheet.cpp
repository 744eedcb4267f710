#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

#include <utility>
#include <vector>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

// @names are replaced by the theme's values. Longer names stand before the shorter ones that begin them, in
// values() below.
// A least size set here overrides the one that a class of ours works out from its text: the dot keeps it to
// Qt's own buttons.
const char kSheet[] = R"(
* { outline: none; }
QWidget { color: @text; }
QMainWindow, QWidget#pages { background: @window; }
QToolTip { background: @surface; color: @text; border: 1px solid @outline; padding: 6px; }

*[type="small"] { font-size: @t_smallpx; }
*[type="body"] { font-size: @t_bodypx; }
*[type="large"] { font-size: @t_largepx; }
*[type="title"] { font-size: @t_titlepx; font-weight: bold; }
*[type="total"] { font-size: @t_totalpx; font-weight: bold; }
*[type="huge"] { font-size: @t_hugepx; font-weight: bold; }

QLabel[tone="quiet"] { color: @quiet; }
QLabel[tone="money"] { color: @money; }
QLabel[tone="waiting"] { color: @waiting; }
QLabel[tone="refusal"] { color: @refusal; }
QLabel[tone="primary"] { color: @accent; }

QFrame[panel="true"] { background: @surface; border: 1px solid @outline; border-radius: @radiuspx; }
QFrame[panel="true"][tone="chosen"] { border-color: @accent; }
QFrame[rule="true"] { background: @outline; border: none; max-height: 1px; min-height: 1px; }
QFrame[notice="true"] { border-radius: @radiuspx; border: 1px solid @outline; background: @surface; }
QFrame[notice="true"][tone="refusal"] { background: @refusalSoft; border-color: @refusal; }
QFrame[notice="true"][tone="waiting"] { background: @waitingSoft; border-color: @waiting; }
QFrame[notice="true"][tone="money"] { background: @moneySoft; border-color: @money; }

QPushButton, QToolButton {
    background: @raised; color: @text; border: 1px solid @outline; border-radius: @radiuspx;
    padding: 0 12px; font-size: @t_bodypx;
}
.QPushButton, QToolButton { min-height: @fingerpx; min-width: @fingerpx; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @pressed; }
QPushButton:focus { border: 2px solid @accent; padding: 0 11px; }
QPushButton:disabled { color: @disabled; background: @window; }
.QPushButton[letter="true"] { padding: 0; }
QFrame#letterKeyboard { background: @window; border: none; border-top: 1px solid @outline; border-bottom: 1px solid @outline; }
QPushButton[type="large"] { font-size: @t_largepx; }
QPushButton[type="title"] { font-size: @t_titlepx; }
QPushButton[tone="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: bold; }
QPushButton[tone="primary"]:hover, QPushButton[tone="primary"]:pressed { background: @accentHeld; }
QPushButton[tone="primary"]:focus { border: 2px solid @text; }
QPushButton[tone="primary"]:disabled { background: @pressed; color: @disabled; border-color: @pressed; }
QPushButton[tone="money"] { color: @money; border-color: @money; }
QPushButton[tone="refusal"] { color: @refusal; }
QPushButton[tone="quiet"] { background: transparent; border-color: transparent; }
QPushButton[tone="quiet"]:hover { background: @hover; }
QPushButton[tone="quiet"]:focus { border: 2px solid @accent; }
QPushButton[tone="refusal"]:disabled, QPushButton[tone="money"]:disabled { color: @disabled; border-color: @outline; }
QPushButton[tone="chosen"] { background: @accentSoft; border-color: @accent; }

QLineEdit, QPlainTextEdit {
    background: @raised; color: @text; border: 1px solid @outline; border-radius: @radiuspx;
    padding: 0 12px; font-size: @t_largepx; selection-background-color: @accent; selection-color: @onAccent;
}
QLineEdit { min-height: @fingerpx; }
QLineEdit[type="title"] { font-weight: normal; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid @accent; padding: 0 11px; }
QLineEdit:disabled { color: @disabled; background: @window; }

QAbstractItemView {
    background: @surface; color: @text; border: none; selection-background-color: @accentSoft; selection-color: @text;
}
QAbstractItemView[panel="true"] { border: 1px solid @outline; border-radius: @radiuspx; }
QAbstractItemView::item { border: none; }
QListWidget::item { padding-left: 12px; }
QListWidget::item:selected { background: @accentSoft; color: @text; }
QListWidget::item:hover:!selected { background: @hover; }
QHeaderView::section { background: @surface; color: @quiet; border: none; border-bottom: 1px solid @outline; padding: 8px; }
QComboBox {
    background: @raised; color: @text; border: 1px solid @outline; border-radius: @radiuspx; min-height: @fingerpx; padding: 0 12px;
}
QComboBox:focus { border: 2px solid @accent; padding: 0 11px; }
QComboBox QAbstractItemView::item { min-height: @fingerpx; }
QCheckBox, QRadioButton { min-height: @fingerpx; spacing: 8px; }

QScrollBar:vertical { background: transparent; width: 14px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 2px; }
QScrollBar::handle { background: @outline; border-radius: 5px; min-height: 48px; min-width: 48px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }

QWidget#rail, QWidget#footBar { background: @rail; }
QWidget#rail QLabel, QWidget#footBar QLabel { color: @onRailQuiet; font-size: @t_smallpx; }
QWidget#footBar QLabel[tone="waiting"] { color: @waitingOnRail; }
QWidget#footBar QLabel[tone="refusal"] { color: @refusalOnRail; }
QWidget#footBar QLabel[tone="money"] { color: @moneyOnRail; }
QPushButton[rail="true"] {
    background: transparent; color: @onRailQuiet; border: none; border-radius: @radiuspx; padding: 0; font-size: @t_smallpx;
}
QPushButton[rail="true"]:hover, QPushButton[rail="true"]:pressed { background: @railChosen; color: @onRail; }
QPushButton[rail="true"]:checked { background: @railChosen; color: @onRail; }
QPushButton[rail="true"]:focus { border: 2px solid @onRailQuiet; }
QLabel[badge="true"], QWidget#rail QLabel[badge="true"] {
    background: @badge; color: @onBadge; border-radius: 10px; min-width: 12px; min-height: 20px; max-height: 20px;
    padding: 0 4px; font-size: @t_smallpx; font-weight: bold;
}
)";

std::vector<std::pair<QString, QString>> values(const Theme &theme)
{
    const Theme::Colours &c = theme.colour;
    const Theme::Sizes &s = theme.size;
    // The rail is dark in both themes, so its colours of meaning are those of the dark one.
    const Theme::Colours night = Theme::dark().colour;
    std::vector<std::pair<QString, QString>> pairs;
    const auto colour = [&pairs](const QString &name, const QColor &value) {
        pairs.emplace_back(name, value.name());
    };
    const auto size = [&pairs](const QString &name, int value) {
        pairs.emplace_back(name, QString::number(value));
    };
    colour(u"@waitingOnRail"_s, night.waiting);
    colour(u"@refusalOnRail"_s, night.refusal);
    colour(u"@moneyOnRail"_s, night.money);
    colour(u"@onBadge"_s, night.window);
    colour(u"@badge"_s, night.waiting);
    colour(u"@window"_s, c.window);
    colour(u"@surface"_s, c.surface);
    colour(u"@raised"_s, c.raised);
    colour(u"@pressed"_s, c.pressed);
    colour(u"@hover"_s, c.hover);
    colour(u"@outline"_s, c.outline);
    colour(u"@text"_s, c.text);
    colour(u"@quiet"_s, c.quiet);
    colour(u"@disabled"_s, c.disabled);
    colour(u"@accentHeld"_s, c.accentHeld);
    colour(u"@accentSoft"_s, c.accentSoft);
    colour(u"@accent"_s, c.accent);
    colour(u"@onAccent"_s, c.onAccent);
    colour(u"@moneySoft"_s, c.moneySoft);
    colour(u"@money"_s, c.money);
    colour(u"@waitingSoft"_s, c.waitingSoft);
    colour(u"@waiting"_s, c.waiting);
    colour(u"@refusalSoft"_s, c.refusalSoft);
    colour(u"@refusal"_s, c.refusal);
    colour(u"@railChosen"_s, c.railChosen);
    colour(u"@rail"_s, c.rail);
    colour(u"@onRailQuiet"_s, c.onRailQuiet);
    colour(u"@onRail"_s, c.onRail);
    size(u"@radius"_s, s.radius);
    size(u"@finger"_s, s.finger);
    size(u"@t_small"_s, s.small);
    size(u"@t_body"_s, s.body);
    size(u"@t_large"_s, s.large);
    size(u"@t_title"_s, s.title);
    size(u"@t_total"_s, s.total);
    size(u"@t_huge"_s, s.huge);
    return pairs;
}

QPalette palette(const Theme::Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::Highlight, c.accentSoft);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.quiet);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::Mid, c.outline);
    palette.setColor(QPalette::BrightText, c.onRail); // the chosen room on the rail
    palette.setColor(QPalette::ToolTipBase, c.surface);
    for (const QPalette::ColorRole text :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(text, c.text);
        palette.setColor(QPalette::Disabled, text, c.disabled);
    }
    return palette;
}

} // namespace

QString styleSheet(const Theme &theme)
{
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto &[name, value] : values(theme))
        sheet.replace(name, value);
    return sheet;
}

void applyTheme(QApplication &application, const Theme &theme)
{
    QFontDatabase::addApplicationFont(u":/fonts/Roboto-Regular.ttf"_s);
    QFontDatabase::addApplicationFont(u":/fonts/Roboto-Bold.ttf"_s);
    QFont font(QStringList{u"Roboto"_s, u"DejaVu Sans"_s});
    font.setPixelSize(theme.size.body);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(font);
    QApplication::setPalette(palette(theme.colour));
    application.setStyleSheet(styleSheet(theme));
}

} // namespace evertill
