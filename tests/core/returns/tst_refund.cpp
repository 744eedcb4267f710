#include "core/base/seeded_random.h"
#include "core/returns/returnable_receipt.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

Money cents(std::int64_t minor) { return Money::minor(minor, *Currency::fromCode(u"EUR")); }

ReturnableLine sold(std::int64_t thousandths, std::int64_t gross, std::int64_t tax)
{
    ReturnableLine line;
    line.line = 1;
    line.sold = line.left = Quantity::thousandths(thousandths);
    line.gross = line.leftGross = cents(gross);
    line.tax = line.leftTax = cents(tax);
    line.net = cents(gross - tax);
    return line;
}

/// Takes \a quantity back, as a return that was booked leaves the line.
Refund take(ReturnableLine &line, Quantity quantity)
{
    const Refund refund = refundFor(line, quantity);
    line.left -= quantity;
    line.leftGross -= refund.gross;
    line.leftTax -= refund.tax;
    return refund;
}

} // namespace

class RefundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threePiecesForTenEuros();
    void nothingBackPaysNothing();
    void neverMoreThanIsLeft();
    void whatAnotherTillRefundedIsNotPaidTwice_data();
    void whatAnotherTillRefundedIsNotPaidTwice();
    void inWhateverPortionsItAddsUpToWhatWasPaid();
};

void RefundTest::threePiecesForTenEuros()
{
    ReturnableLine line = sold(3000, 1000, 160);
    const Refund first = take(line, Quantity::pieces(1));
    QVERIFY(first == (Refund{cents(280), cents(53), cents(333)}));
    const Refund second = take(line, Quantity::pieces(1));
    QVERIFY(second == (Refund{cents(280), cents(54), cents(334)}));
    const Refund third = take(line, Quantity::pieces(1));
    QVERIFY(third == (Refund{cents(280), cents(53), cents(333)}));
}

void RefundTest::nothingBackPaysNothing()
{
    QVERIFY(refundFor(sold(3000, 1000, 160), {}).gross.isZero());
    QVERIFY(refundFor(sold(0, 0, 0), Quantity::pieces(1)).gross.isZero());
}

void RefundTest::neverMoreThanIsLeft()
{
    ReturnableLine line = sold(2000, 1000, 160);
    take(line, Quantity::pieces(1));
    QVERIFY(refundFor(line, Quantity::pieces(5)) == (Refund{cents(420), cents(80), cents(500)}));
}

void RefundTest::whatAnotherTillRefundedIsNotPaidTwice_data()
{
    QTest::addColumn<qint64>("refundedForOne");
    QTest::addColumn<qint64>("next");
    QTest::addColumn<qint64>("last");
    QTest::newRow("it refunded by our rule") << 333LL << 334LL << 333LL;
    QTest::newRow("it gave a cent more: the next gets a cent less") << 334LL << 333LL << 333LL;
    QTest::newRow("it gave the price of two: the next gets nothing") << 667LL << 0LL << 333LL;
    QTest::newRow("it gave everything back for one") << 1000LL << 0LL << 0LL;
    QTest::newRow("it gave nothing: the next gets its share too") << 0LL << 667LL << 333LL;
}

void RefundTest::whatAnotherTillRefundedIsNotPaidTwice()
{
    QFETCH(qint64, refundedForOne);
    ReturnableLine line = sold(3000, 1000, 160);
    line.left = Quantity::pieces(2);
    line.leftGross = cents(1000 - refundedForOne);
    line.leftTax = cents(107);
    QTEST(qint64(take(line, Quantity::pieces(1)).gross.minor()), "next");
    QTEST(qint64(take(line, Quantity::pieces(1)).gross.minor()), "last");
}

void RefundTest::inWhateverPortionsItAddsUpToWhatWasPaid()
{
    SeededRandom random(20261121);
    const auto below = [&](std::int64_t limit) {
        return std::int64_t(random.next64() % std::uint64_t(limit));
    };
    for (int round = 0; round < 20000; ++round) {
        const std::int64_t gross = below(round % 3 ? 5000 : 9'000'000'000);
        const std::int64_t quantity = 1 + below(round % 2 ? 20 : 100'000);
        ReturnableLine line = sold(quantity, gross, below(gross + 1));
        const ReturnableLine whole = line;
        Refund sum{cents(0), cents(0), cents(0)};
        while (!line.left.isZero()) {
            const Quantity part = Quantity::thousandths(1 + below(line.left.thousandths()));
            const Refund refund = take(line, part);
            QVERIFY2(refund.gross == refund.net + refund.tax, "a refund that doesn't add up in itself");
            QVERIFY2(!refund.net.isNegative() && !refund.tax.isNegative(), "a negative refund");
            sum = {sum.net + refund.net, sum.tax + refund.tax, sum.gross + refund.gross};
            QVERIFY2(sum.gross <= whole.gross, "more than was paid");
        }
        QCOMPARE(sum.gross.minor(), whole.gross.minor());
        QCOMPARE(line.leftGross.minor(), 0);
        QCOMPARE(sum.tax.minor(), whole.tax.minor());
        QCOMPARE(line.leftTax.minor(), 0);
    }
}

QTEST_GUILESS_MAIN(RefundTest)
#include "tst_refund.moc"
