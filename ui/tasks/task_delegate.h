#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace evertill {

/// Draws a row of TasksModel: what it is about large, its trouble and its moment below.
class TaskDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit TaskDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QFont font(const QStyleOptionViewItem &option, int pixels, bool bold) const;
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintThing(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    Theme m_theme;
};

} // namespace evertill
