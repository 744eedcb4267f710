#pragma once

#include <QKeySequence>
#include <QPushButton>

class QShortcut;

namespace evertill {

/// A button for a finger, with its key written on it. Pressing the key clicks it while it can be seen and
/// used. The tone says what it means (see styleSheet()): "primary", "money", "refusal", "quiet", or none.
class BigButton : public QPushButton {
    Q_OBJECT
public:
    explicit BigButton(const QString &text, const QKeySequence &key = {}, QWidget *parent = nullptr);

    /// An icon of resources/icons before the text, in the text's colour.
    void setIconName(const QString &name);
    /// A second text, right-aligned and larger: the amount on Pay. Empty for none.
    void setDetail(const QString &detail);
    [[nodiscard]] QString detail() const { return m_detail; }
    /// A key that is not a QShortcut because text fields need it too, or that another part listens for:
    /// written on, no more.
    void setKeyLabel(const QString &label);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect paintKey(QPainter &painter, QRect inside, const QColor &ink) const;
    [[nodiscard]] QRect paintDetail(QPainter &painter, QRect inside) const;
    [[nodiscard]] QRect paintIcon(QPainter &painter, QRect inside, const QColor &ink) const;
    [[nodiscard]] QRect mirrored(const QRect &part) const;
    [[nodiscard]] int labelWidth() const;

    QShortcut *m_shortcut = nullptr;
    QString m_keyLabel;
    QString m_detail;
    QString m_iconName;
};

} // namespace evertill
