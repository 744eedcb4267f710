#pragma once

#include "tests/ui/counter/counter.h"
#include "ui/widgets/amount_field.h"

#include <QTest>

namespace evertill {

/// Types \a amount into the field that asks for one.
inline void typeAmount(QWidget &room, const QString &amount)
{
    QTest::keyClicks(part<AmountField>(room, QStringLiteral("amount")), amount);
}

} // namespace evertill
