#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace evertill {

/// Paints a product that a search found: name, below it number and category, the price at the far end.
class ResultDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ResultDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme m_theme;
};

} // namespace evertill
