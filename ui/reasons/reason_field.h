#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;

namespace evertill {

/// A reason: one of the usual ones by a touch or by Alt and its number, or typed. The field's accessible name
/// is "Reason".
class ReasonField final : public QWidget {
    Q_OBJECT
public:
    explicit ReasonField(const QStringList &usual, QWidget *parent = nullptr);
    /// Other usual reasons in place of those before.
    void setUsual(const QStringList &usual);
    [[nodiscard]] QString reason() const;
    void setReason(const QString &reason);
    [[nodiscard]] QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void reasonChanged(const QString &reason);
    /// Enter in the field.
    void confirmed();

private:
    void markChosen(const QString &reason);

    QStringList m_usual;
    QWidget *m_choices;
    QLineEdit *m_field;
};

} // namespace evertill
