#include "ui/widgets/number_pad.h"

#include "ui/theme/restyle.h"

#include <QLineEdit>
#include <QLocale>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFinger = 48;

} // namespace

NumberPad::NumberPad(Keys keys, QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    for (int digit = 1; digit <= 9; ++digit)
        addDigit(
            *grid, QLocale().toString(digit), u"digit%1"_s.arg(digit), 2 - (digit - 1) / 3, (digit - 1) % 3);
    addDigit(*grid, QLocale().toString(0), u"digit0"_s, 3, 0);
    if (keys == Keys::Decimal) {
        QPushButton *point = addDigit(*grid, QLocale().decimalPoint(), u"decimalPoint"_s, 3, 1);
        point->setAccessibleName(tr("Decimal point"));
    } else {
        addDigit(*grid, u"00"_s, u"digits00"_s, 3, 1);
    }
    QPushButton *erase = add(*grid, u"\u2190"_s, u"erase"_s, 3, 2);
    erase->setAccessibleName(tr("Erase"));
    connect(erase, &QPushButton::clicked, this, [this] {
        if (m_target)
            m_target->backspace();
    });
}

void NumberPad::setTarget(QLineEdit *target) { m_target = target; }

QPushButton *NumberPad::add(QGridLayout &grid, const QString &text, const QString &name, int row, int column)
{
    auto *key = new QPushButton(text, this);
    key->setObjectName(name);
    key->setAccessibleName(text);
    key->setFocusPolicy(Qt::NoFocus);
    key->setMinimumSize(kFinger, kFinger);
    key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setType(*key, "title");
    grid.addWidget(key, row, column);
    return key;
}

QPushButton *NumberPad::addDigit(
    QGridLayout &grid, const QString &text, const QString &name, int row, int column)
{
    QPushButton *key = add(grid, text, name, row, column);
    connect(key, &QPushButton::clicked, this, [this, text] {
        if (m_target)
            m_target->insert(text);
    });
    return key;
}

} // namespace evertill
