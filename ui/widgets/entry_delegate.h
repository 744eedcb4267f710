#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace evertill {

/// Draws a list of things that wait: headings, and entries with a title, a line below it and a moment at the
/// line's far end. What presses stands in the colour of waiting.
class EntryDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// What a model answers. A heading answers Qt::DisplayRole besides HeadingRole.
    enum Role {
        HeadingRole = Qt::UserRole, ///< bool
        TitleRole,
        LineRole,
        WhenRole,
        LinePressesRole, ///< bool
        WhenPressesRole, ///< bool
        FirstRoleOfModel, ///< a model's own roles begin here
    };

    explicit EntryDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QFont font(const QStyleOptionViewItem &option, int pixels, bool bold) const;
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    Theme m_theme;
};

} // namespace evertill
