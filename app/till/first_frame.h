#pragma once

#include <QObject>

#include <functional>

namespace evertill {

/// Tells once when \a window has painted its first frame: the moment from which a cashier can work.
class FirstFrame final : public QObject {
    Q_OBJECT
public:
    FirstFrame(QObject *window, std::function<void()> painted);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<void()> m_painted;
};

} // namespace evertill
