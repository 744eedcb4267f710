#pragma once

#include "ui/ticket/ticket_view.h"

#include <QWidget>

class QLabel;

namespace evertill {

class BigButton;

/// Under the ticket's head: whose it is, and what that means here. Nothing where it is nobody's.
class TicketCustomerBar final : public QWidget {
    Q_OBJECT
public:
    explicit TicketCustomerBar(QWidget *parent = nullptr);
    void render(const TicketView &view);

Q_SIGNALS:
    void takeOffRequested();

private:
    QLabel *m_who;
    QLabel *m_what;
    BigButton *m_takeOff;
};

} // namespace evertill
