#include "core/cash/close_shift.h"
#include "core/returns/return_table.h"
#include "core/returns/return_without_receipt.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class ReturnWithoutReceiptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<Shop>(); }
    void goodsAreTakenBackForWhatTheShopGives();
    void pricesWithoutTaxGetTheirsAdded();
    void aRefusedReturnLeavesNothingBehind_data();
    void aRefusedReturnLeavesNothingBehind();
    void theSameReturnAgainStandsAsItWas();
    void closedShiftTakesNothingBack();

private:
    [[nodiscard]] UnreceiptedLine mug(Quantity quantity, std::int64_t price) const
    {
        return {u"MUG"_s, u"Mug"_s, u"ea"_s, quantity, m_shop->money(price), u"A"_s,
            Percentage::partsPerMillion(190000), u"a gift"_s, Disposition::Restock};
    }
    [[nodiscard]] Result<Return> run(ReturnId id, const std::vector<UnreceiptedLine> &lines)
    {
        return ReturnWithoutReceipt(*m_shop->ledger, m_shop->config).run(id, lines, TenderKind::Cash);
    }

    std::unique_ptr<Shop> m_shop;
};

void ReturnWithoutReceiptTest::goodsAreTakenBackForWhatTheShopGives()
{
    const auto done =
        run(ReturnId(m_shop->newId()), {mug(Quantity::pieces(2), 250), mug(Quantity::pieces(1), 100)});
    QVERIFY(done);
    QVERIFY(!done->of);
    QVERIFY(!done->lines[0].ofLine);
    QCOMPARE(done->total.minor(), 600);
    QCOMPARE(done->lines[0].gross.minor(), 500);
    QVERIFY(done->taxes[0].net + done->taxes[0].tax == done->total);
    QVERIFY(*ReturnTable(m_shop->ledger->database()).byId(done->id) == *done);
    QCOMPARE(m_shop->ledger->database().number("SELECT sum(quantity) FROM stock_movement"), 3000);
}

void ReturnWithoutReceiptTest::pricesWithoutTaxGetTheirsAdded()
{
    m_shop->config.tax.mode = TaxMode::Exclusive;
    const auto done = run(ReturnId(m_shop->newId()), {mug(Quantity::pieces(2), 250)});
    QCOMPARE(done->total.minor(), 595);
    QCOMPARE(done->lines[0].net.minor(), 500);
    QVERIFY(done->taxMode == TaxMode::Exclusive);
    QVERIFY(*ReturnTable(m_shop->ledger->database()).byId(done->id) == *done);
}

void ReturnWithoutReceiptTest::aRefusedReturnLeavesNothingBehind_data()
{
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<qint64>("price");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<int>("code");
    QTest::newRow("half a mug") << 500LL << 250LL << u"EUR"_s << int(Code::BadQuantity);
    QTest::newRow("no mug") << 0LL << 250LL << u"EUR"_s << int(Code::BadQuantity);
    QTest::newRow("a billion mugs") << 1000'000'000'000LL << 250LL << u"EUR"_s << int(Code::BadQuantity);
    QTest::newRow("a negative price") << 1000LL << -250LL << u"EUR"_s << int(Code::BadAmount);
    QTest::newRow("an absurd price") << 1000'000LL << 9007199254740991LL << u"EUR"_s << int(Code::BadAmount);
    QTest::newRow("another currency than the drawer's")
        << 1000LL << 250LL << u"CHF"_s << int(Code::BadAmount);
}

void ReturnWithoutReceiptTest::aRefusedReturnLeavesNothingBehind()
{
    QFETCH(qint64, quantity);
    QFETCH(qint64, price);
    QFETCH(QString, currency);
    const Position before = m_shop->now();
    UnreceiptedLine line = mug(Quantity::thousandths(quantity), 0);
    line.price = Money::minor(price, *Currency::fromCode(currency));
    const auto done = run(ReturnId(m_shop->newId()), {mug(Quantity::pieces(1), 100), line});
    QVERIFY(!done);
    QTEST(int(done.error().code), "code");
    QVERIFY(m_shop->now() == before);
    QCOMPARE(run(ReturnId(m_shop->newId()), {}).error().code, Code::NothingToReturn);
}

void ReturnWithoutReceiptTest::theSameReturnAgainStandsAsItWas()
{
    const ReturnId id(m_shop->newId());
    const auto done = run(id, {mug(Quantity::pieces(1), 100)});
    const auto again = run(id, {mug(Quantity::pieces(1), 100)});
    QCOMPARE(again.error().code, Code::AlreadyCompleted);
    QCOMPARE(again.error().facts.value(u"receipt"_s).toString(), done->receipt.text());
}

void ReturnWithoutReceiptTest::closedShiftTakesNothingBack()
{
    QVERIFY(CloseShift(*m_shop->ledger).run(m_shop->money(10000)));
    QCOMPARE(run(ReturnId(m_shop->newId()), {mug(Quantity::pieces(1), 100)}).error().code, Code::ShiftClosed);
}

QTEST_GUILESS_MAIN(ReturnWithoutReceiptTest)
#include "tst_return_without_receipt.moc"
