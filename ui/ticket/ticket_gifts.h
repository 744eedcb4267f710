#pragma once

#include "ui/ticket/ticket_view.h"

#include <QWidget>

class QGridLayout;

namespace evertill {

/// Below the lines: the gifts that the ticket has earned, each with the key that puts it on the ticket. Ins
/// adds the first of them.
class TicketGifts final : public QWidget {
    Q_OBJECT
public:
    explicit TicketGifts(QWidget *parent = nullptr);
    void render(const TicketView &view);

Q_SIGNALS:
    void addRequested(const QString &sku);

private:
    void addRow(const TicketGift &gift, int row);

    QGridLayout *m_grid;
    std::vector<TicketGift> m_gifts;
};

} // namespace evertill
