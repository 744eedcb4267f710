#pragma once

#include <QSocketNotifier>

namespace evertill {

/// Turns SIGTERM and SIGINT into a signal of the event loop, so that a till that is told to stop closes its
/// files as if its window were closed. One per program, on the GUI thread.
class StopSignal final : public QObject {
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void asked();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace evertill
