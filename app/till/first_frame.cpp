#include "app/till/first_frame.h"

#include <QEvent>
#include <QTimer>

namespace evertill {

FirstFrame::FirstFrame(QObject *window, std::function<void()> painted)
    : QObject(window), m_painted(std::move(painted))
{
    window->installEventFilter(this);
}

bool FirstFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // After this turn of the event loop the frame is on its way to the screen.
        QTimer::singleShot(0, this, [this] {
            m_painted();
            deleteLater();
        });
    }
    return false;
}

} // namespace evertill
