#pragma once

#include <QGridLayout>
#include <QPointer>
#include <QPushButton>
#include <QWidget>

class QLineEdit;

namespace evertill {

/// Digits for fingers. Types into its target and never takes the focus.
class NumberPad : public QWidget {
    Q_OBJECT
public:
    enum class Keys { Whole, Decimal };

    explicit NumberPad(Keys keys, QWidget *parent = nullptr);
    /// The field that the keys write into; none for nowhere.
    void setTarget(QLineEdit *target);

private:
    QPushButton *add(QGridLayout &grid, const QString &text, const QString &name, int row, int column);
    QPushButton *addDigit(QGridLayout &grid, const QString &text, const QString &name, int row, int column);

    QPointer<QLineEdit> m_target;
};

} // namespace evertill
