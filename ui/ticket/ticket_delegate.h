#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace evertill {

/// Paints a line of the ticket: name, below it quantity and price, the amount at the far end.
class TicketDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit TicketDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme m_theme;
};

} // namespace evertill
