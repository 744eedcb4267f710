#pragma once

#include "core/base/clock.h"
#include "core/till/connection_status.h"
#include "core/till/till_config.h"

#include <QFrame>
#include <QTimer>

class QLabel;

namespace evertill {

/// What is always told: how the till and the head office stand, which till of which store this is, who works
/// at it, the time.
class FootBar : public QFrame {
    Q_OBJECT
public:
    /// \a clock outlives it.
    FootBar(const Clock &clock, const TillConfig &config, QWidget *parent = nullptr);
    void showStatus(const ConnectionStatus &status);

private:
    void tick();

    const Clock &m_clock;
    QLabel *m_connectionIcon;
    QLabel *m_connection;
    QLabel *m_time;
    QTimer m_timer;
};

/// "Online · all sent", "Offline since 14:02 · 12 to send", "Online · all sent · This clock is 5 min behind".
[[nodiscard]] QString connectionText(const ConnectionStatus &status, const Clock &clock);

} // namespace evertill
