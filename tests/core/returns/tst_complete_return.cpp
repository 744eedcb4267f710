#include "core/cash/close_shift.h"
#include "core/returns/complete_return.h"
#include "core/returns/receipt_lookup.h"
#include "core/returns/return_event.h"
#include "core/returns/return_table.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class CompleteReturnTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<Shop>(); }
    void goodsComeBackAndMoneyGoesOut();
    void damagedGoodsDoNotGoBackOnTheShelf();
    void oneLineInTwoPartsIsOneReturn();
    void aRefundToACardKeepsItsApproval();
    void cashGoesBackInCoinsThatExist();
    void theReturnTakesTheNextNumberOfTheBook();
    void theSameReturnAgainStandsAsItWas();
    void aRefusedReturnLeavesNothingBehind_data();
    void aRefusedReturnLeavesNothingBehind();
    void closedShiftTakesNothingBack();
    void aReceiptInAnotherCurrencyIsRefused();
    void inWhateverPortionsTheReceiptPaysBackWhatWasPaid();

private:
    [[nodiscard]] ReturnRequest request(const ReceiptNumber &of, std::vector<ReturnRequestLine> lines);
    [[nodiscard]] Result<Return> run(const ReturnRequest &request)
    {
        return CompleteReturn(*m_shop->ledger, m_shop->replica, m_shop->config).run(request);
    }
    [[nodiscard]] std::int64_t moved(const char *sql) { return m_shop->ledger->database().number(sql); }

    std::unique_ptr<Shop> m_shop;
};

ReturnRequest CompleteReturnTest::request(const ReceiptNumber &of, std::vector<ReturnRequestLine> lines)
{
    return {ReturnId(m_shop->newId()), of, std::move(lines), TenderKind::Cash, {}};
}

void CompleteReturnTest::goodsComeBackAndMoneyGoesOut()
{
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(4), 250),
        m_shop->line(u"CHEESE"_s, Quantity::thousandths(340), 1990, u"kg"_s)});
    const auto done = run(request(sale.receipt,
        {{1, Quantity::pieces(1), u"chipped"_s, Disposition::Restock},
            {2, Quantity::thousandths(340), u"mouldy"_s, Disposition::Restock}}));
    QVERIFY(done);
    QVERIFY(done->of == (ReturnedSale{sale.receipt, sale.id}));
    QCOMPARE(done->total.minor(), 250 + 677);
    QVERIFY(done->lines[1].gross == sale.lines[1].gross);
    QVERIFY(done->lines[1].tax == sale.lines[1].tax);
    QCOMPARE(done->taxes.size(), std::size_t(1));
    QVERIFY(done->taxes[0].net + done->taxes[0].tax == done->total);
    QVERIFY(done->tenders == (std::vector<Tender>{{TenderKind::Cash, done->total}}));
    QVERIFY(done->businessDate == m_shop->shift.businessDate);
    QVERIFY(done->shift == m_shop->shift.id);
    QVERIFY(*ReturnTable(m_shop->ledger->database()).byId(done->id) == *done);
    QVERIFY(*ReturnTable(m_shop->ledger->database()).find(done->receipt) == *done);
    const auto event = Journal(m_shop->ledger->database()).at(m_shop->now());
    QVERIFY(*returnFrom(*event) == *done);
    QCOMPARE(moved("SELECT sum(quantity) FROM stock_movement WHERE sku='MUG'"), -3000);
    QCOMPARE(moved("SELECT sum(quantity) FROM stock_movement WHERE sku='CHEESE'"), 0);
}

void CompleteReturnTest::damagedGoodsDoNotGoBackOnTheShelf()
{
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(4), 250)});
    QVERIFY(run(request(sale.receipt, {{1, Quantity::pieces(4), u"broken"_s, Disposition::Damaged}})));
    QCOMPARE(moved("SELECT sum(quantity) FROM stock_movement WHERE sku='MUG'"), -4000);
}

void CompleteReturnTest::oneLineInTwoPartsIsOneReturn()
{
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(3), 333)});
    const auto done = run(request(sale.receipt,
        {{1, Quantity::pieces(2), u"chipped"_s, Disposition::Damaged},
            {1, Quantity::pieces(1), u"wrong colour"_s, Disposition::Restock}}));
    QVERIFY(done);
    QVERIFY(done->total == sale.total);
    QVERIFY(done->taxes == sale.taxes);
    QCOMPARE(moved("SELECT sum(quantity) FROM stock_movement WHERE sku='MUG'"), -2000);
    const auto again = run(request(sale.receipt, {{1, Quantity::pieces(1), {}, Disposition::Restock}}));
    QCOMPARE(again.error().code, Code::MoreThanLeft);
}

void CompleteReturnTest::aRefundToACardKeepsItsApproval()
{
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(1), 1003)});
    ReturnRequest asked = request(sale.receipt, {{1, Quantity::pieces(1), {}, Disposition::Restock}});
    asked.refundTo = TenderKind::Card;
    asked.approval = u"R-0815"_s;
    const auto done = run(asked);
    QVERIFY(done->tenders == (std::vector<Tender>{{TenderKind::Card, m_shop->money(1003), u"R-0815"_s}}));
    QVERIFY(done->rounding.isZero());
}

void CompleteReturnTest::cashGoesBackInCoinsThatExist()
{
    Shop zurich(1, *Currency::fromCode(u"CHF"));
    const Sale sale = zurich.sell({zurich.line(u"MUG"_s, Quantity::pieces(1), 1003)});
    ReturnRequest asked{
        ReturnId(zurich.newId()), sale.receipt, {{1, Quantity::pieces(1), {}, Disposition::Restock}}};
    const auto done = CompleteReturn(*zurich.ledger, zurich.replica, zurich.config).run(asked);
    QVERIFY(done);
    QCOMPARE(done->total.minor(), 1003);
    QCOMPARE(done->rounding.minor(), 2);
    QCOMPARE(done->tenders.front().amount.minor(), 1005);
    const Sale gum = zurich.sell({zurich.line(u"GUM"_s, Quantity::pieces(1), 2)});
    const auto tiny = CompleteReturn(*zurich.ledger, zurich.replica, zurich.config)
                          .run({ReturnId(zurich.newId()), gum.receipt,
                              {{1, Quantity::pieces(1), {}, Disposition::Restock}}});
    QVERIFY(tiny);
    QVERIFY(tiny->tenders.empty());
    QCOMPARE(tiny->rounding.minor(), -2);
}

void CompleteReturnTest::theReturnTakesTheNextNumberOfTheBook()
{
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(2), 250)});
    const auto done = run(request(sale.receipt, {{1, Quantity::pieces(1), {}, Disposition::Restock}}));
    QCOMPARE(done->receipt.text(), u"BER1T1-1-2"_s);
    QCOMPARE(
        m_shop->sell({m_shop->line(u"PEN"_s, Quantity::pieces(1), 100)}).receipt.text(), u"BER1T1-1-3"_s);
}

void CompleteReturnTest::theSameReturnAgainStandsAsItWas()
{
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(2), 250)});
    const ReturnRequest asked = request(sale.receipt, {{1, Quantity::pieces(1), {}, Disposition::Restock}});
    const auto done = run(asked);
    const Position before = m_shop->now();
    const auto again = run(asked);
    QCOMPARE(again.error().code, Code::AlreadyCompleted);
    QCOMPARE(again.error().facts.value(u"receipt"_s).toString(), done->receipt.text());
    QVERIFY(m_shop->now() == before);
}

void CompleteReturnTest::aRefusedReturnLeavesNothingBehind_data()
{
    QTest::addColumn<QString>("of");
    QTest::addColumn<int>("line");
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<int>("code");
    QTest::newRow("more pieces than were sold") << u"BER1T1-1-1"_s << 1 << 3000LL << int(Code::MoreThanLeft);
    QTest::newRow("half a piece") << u"BER1T1-1-1"_s << 1 << 500LL << int(Code::BadQuantity);
    QTest::newRow("no piece") << u"BER1T1-1-1"_s << 1 << 0LL << int(Code::BadQuantity);
    QTest::newRow("minus one piece") << u"BER1T1-1-1"_s << 1 << -1000LL << int(Code::BadQuantity);
    QTest::newRow("a line that the receipt doesn't have")
        << u"BER1T1-1-1"_s << 3 << 1000LL << int(Code::BadInput);
    QTest::newRow("no line at all") << u"BER1T1-1-1"_s << 0 << 0LL << int(Code::NothingToReturn);
    QTest::newRow("a receipt of another shop") << u"MUC2T1-1-1"_s << 1 << 1000LL << int(Code::OtherShop);
    QTest::newRow("a receipt that nobody knows")
        << u"BER1T9-1-1"_s << 1 << 1000LL << int(Code::UnknownReceipt);
}

void CompleteReturnTest::aRefusedReturnLeavesNothingBehind()
{
    QFETCH(QString, of);
    QFETCH(int, line);
    QFETCH(qint64, quantity);
    m_shop->sell(
        {m_shop->line(u"MUG"_s, Quantity::pieces(2), 250), m_shop->line(u"PEN"_s, Quantity::pieces(1), 100)});
    const Position before = m_shop->now();
    ReturnRequest asked =
        request(*ReceiptNumber::parse(of), {{2, Quantity::pieces(1), {}, Disposition::Restock}});
    if (line > 0)
        asked.lines.push_back({line, Quantity::thousandths(quantity), {}, Disposition::Restock});
    else
        asked.lines.clear();
    const auto done = run(asked);
    QVERIFY(!done);
    QTEST(int(done.error().code), "code");
    QVERIFY(m_shop->now() == before);
    QCOMPARE(moved("SELECT COUNT(*) FROM return_line"), 0);
    QCOMPARE(moved("SELECT COUNT(*) FROM receipt"), 1);
}

void CompleteReturnTest::closedShiftTakesNothingBack()
{
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(2), 250)});
    QVERIFY(CloseShift(*m_shop->ledger).run(m_shop->money(10500)));
    const auto done = run(request(sale.receipt, {{1, Quantity::pieces(1), {}, Disposition::Restock}}));
    QCOMPARE(done.error().code, Code::ShiftClosed);
}

void CompleteReturnTest::aReceiptInAnotherCurrencyIsRefused()
{
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(2), 250)});
    ReceiptRow row = Shop::rowOf(sale);
    row.receipt = u"BER1T2-1-1"_s;
    row.currency = *Currency::fromCode(u"CHF");
    m_shop->tell(row);
    const auto done = run(
        request(*ReceiptNumber::parse(row.receipt), {{1, Quantity::pieces(1), {}, Disposition::Restock}}));
    QCOMPARE(done.error().code, Code::BadInput);
}

/// Through the whole use case, half of the receipts by the OMS's row with random parts counted: whatever is
/// taken back in whatever portions, all of it together is what was paid, and one thousandth more is refused.
void CompleteReturnTest::inWhateverPortionsTheReceiptPaysBackWhatWasPaid()
{
    SeededRandom random(4711);
    const auto below = [&](std::int64_t limit) {
        return std::int64_t(random.next64() % std::uint64_t(limit));
    };
    for (int round = 0; round < 60; ++round) {
        const auto line =
            m_shop->line(u"HAM"_s, Quantity::thousandths(1 + below(3000)), 1 + below(9999), u"kg"_s);
        const Sale sale = m_shop->sell({line, line});
        Money back = m_shop->money(0);
        Money tax = m_shop->money(0);
        Quantity rest = line.quantity;
        while (!rest.isZero()) {
            const Quantity part = Quantity::thousandths(1 + below(rest.thousandths()));
            const auto done = run(request(sale.receipt, {{1, part, {}, Disposition::Restock}}));
            QVERIFY(done);
            back += done->total;
            tax += done->taxes.front().tax;
            rest -= part;
            if (round % 2)
                m_shop->tell(Shop::rowOf(sale, line.quantity - rest, back.minor()), m_shop->now());
        }
        QCOMPARE(back.minor(), sale.lines[0].gross.minor());
        QCOMPARE(tax.minor(), sale.lines[0].tax.minor());
        const auto more =
            run(request(sale.receipt, {{1, Quantity::thousandths(1), {}, Disposition::Restock}}));
        QCOMPARE(more.error().code, Code::MoreThanLeft);
        QCOMPARE(more.error().facts.value(u"left"_s).toLongLong(), 0LL);
    }
}

QTEST_GUILESS_MAIN(CompleteReturnTest)
#include "tst_complete_return.moc"
