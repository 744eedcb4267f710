#pragma once

#include "core/returns/return_table.h"
#include "tests/ui/counter/counter.h"

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// A counter with an open shift and one sale: three breads and one honey.
struct Sold : Counter {
    explicit Sold(TenderKind kind = TenderKind::Cash, Currency currency = euro()) : Counter(currency)
    {
        openShift();
        sale = sell({{bread, Quantity::pieces(3)}, {honey, Quantity::pieces(1)}}, kind);
    }
    [[nodiscard]] Tender cashOf(std::int64_t minor) const { return {TenderKind::Cash, money(minor)}; }
    [[nodiscard]] Return lastReturn()
    {
        const auto receipts = ReceiptBook(reader).latest(ReceiptKind::Return, 1);
        const auto back = receipts.empty() ? std::nullopt : ReturnTable(reader).find(receipts.front().number);
        if (!back)
            qFatal("the newest receipt is no return");
        return *back;
    }

    Goods bread = stock({u"B"_s, u"Bread"_s, u"4006381333931"_s, 333});
    Goods honey = stock({u"H"_s, u"Honey"_s, u"5901234123457"_s, 795});
    Goods soap = stock({u"S"_s, u"Soap"_s, u"9780201379624"_s, 199});
    Sale sale;
};

/// Types the number of a receipt and looks it up.
inline void find(QWidget &room, const ReceiptNumber &number)
{
    QTest::keyClicks(part<QLineEdit>(room, u"receiptNumber"_s), number.text().toLower());
    QTest::keyClick(part<QLineEdit>(room, u"receiptNumber"_s), Qt::Key_Return);
}

/// The quantity field of the line that \a name is on.
inline QLineEdit *quantity(QWidget &room, const QString &name)
{
    for (QLineEdit *field : room.findChildren<QLineEdit *>(u"quantity"_s))
        if (field->isVisible() && field->accessibleName() == u"Quantity for "_s + name)
            return field;
    qFatal("no quantity for %s", qPrintable(name));
}

} // namespace evertill
