#include "ui/sell/scan_field.h"

#include <QKeyEvent>

namespace evertill {

using namespace Qt::StringLiterals;

ScanField::ScanField(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(u"scanField"_s);
    setAccessibleName(tr("Scan or search"));
    setInputMethodHints(Qt::ImhNoAutoUppercase);
    setPlaceholderText(tr("Scan or search"));
}

void ScanField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        Q_EMIT moveRequested(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    }
    if (text().isEmpty() && workOnTicket(*event))
        return;
    QLineEdit::keyPressEvent(event);
}

bool ScanField::workOnTicket(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Plus:
        Q_EMIT increaseRequested();
        return true;
    case Qt::Key_Minus:
        Q_EMIT decreaseRequested();
        return true;
    case Qt::Key_Asterisk:
        Q_EMIT quantityRequested();
        return true;
    case Qt::Key_Slash:
        Q_EMIT priceRequested();
        return true;
    case Qt::Key_Delete:
        if (event.modifiers() & Qt::ControlModifier)
            Q_EMIT dropRequested();
        else
            Q_EMIT removeRequested();
        return true;
    default:
        return false;
    }
}

} // namespace evertill
