#include "core/base/seeded_random.h"
#include "core/cash/shift_report.h"
#include "core/payment/settlement.h"
#include "core/payment/voucher.h"
#include "core/returns/complete_return.h"
#include "core/returns/receipt_lookup.h"
#include "core/returns/refund_tenders.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

const QStringList kCardFirst = {u"card"_s, u"cash"_s};
const QStringList kCashFirst = {u"cash"_s, u"card"_s};

Money francs(std::int64_t minor) { return Money::minor(minor, *Currency::fromCode(u"CHF")); }

/// Ten pieces at 1.00, of which 6.00 came from a card and the rest in cash; \a refunded of it went back.
ReturnableReceipt splitReceipt(std::int64_t refunded = 0)
{
    ReturnableLine line;
    line.gross = francs(1000);
    line.leftGross = francs(1000 - refunded);
    ReturnableReceipt receipt;
    receipt.currency = line.gross.currency();
    receipt.lines = {line};
    // More cash than was due: the change is no part of what was paid.
    receipt.tenders = {{TenderKind::Cash, francs(2000)}, {TenderKind::Card, francs(600), u"A1"_s}};
    return receipt;
}

/// What of \a tenders is of \a kind.
std::int64_t partOf(const std::vector<Tender> &tenders, TenderKind kind)
{
    std::int64_t sum = 0;
    for (const Tender &tender : tenders)
        sum += tender.kind == kind ? tender.amount.minor() : 0;
    return sum;
}

} // namespace

class RefundTendersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesBackToWhatItCameFrom_data();
    void goesBackToWhatItCameFrom();
    void onlyTheCashPartIsRounded();
    void inWhateverPortionsEachTenderGetsBackWhatItPaid();
    void whatWasPutOnAGiftCardTookNobodysMoneyBack();
    void aReturnBooksBothParts();
    void eachGiftCardGetsItsOwnBack();
    void aCreditGoesOntoAnyCard();
    void aRefundToAGiftCardNamesItsCard();
    void whatAVoucherPaidBecomesACreditAndCashOnlyWhereTheShopSaysSo();
};

void RefundTendersTest::goesBackToWhatItCameFrom_data()
{
    QTest::addColumn<QStringList>("order");
    QTest::addColumn<qint64>("before");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("card");
    QTest::addColumn<qint64>("cash");
    QTest::newRow("a part, card first") << kCardFirst << 0LL << 400LL << 400LL << 0LL;
    QTest::newRow("a part, cash first") << kCashFirst << 0LL << 300LL << 0LL << 300LL;
    QTest::newRow("all, card first") << kCardFirst << 0LL << 1000LL << 600LL << 400LL;
    QTest::newRow("all, cash first") << kCashFirst << 0LL << 1000LL << 600LL << 400LL;
    QTest::newRow("over the edge, card first") << kCardFirst << 500LL << 300LL << 100LL << 200LL;
    QTest::newRow("over the edge, cash first") << kCashFirst << 300LL << 300LL << 200LL << 100LL;
    QTest::newRow("the rest, card first") << kCardFirst << 600LL << 400LL << 0LL << 400LL;
    QTest::newRow("a shop that says nothing") << QStringList() << 0LL << 700LL << 600LL << 100LL;
    QTest::newRow("a shop that names one") << QStringList(u"cash"_s) << 0LL << 700LL << 300LL << 400LL;
    QTest::newRow("nothing") << kCardFirst << 0LL << 0LL << 0LL << 0LL;
}

void RefundTendersTest::goesBackToWhatItCameFrom()
{
    QFETCH(QStringList, order);
    QFETCH(qint64, before);
    QFETCH(qint64, total);
    const auto tenders = refund(splitReceipt(before), francs(total), {}, order, u"CH");
    QTEST(qint64(partOf(tenders, TenderKind::Card)), "card");
    QTEST(qint64(partOf(tenders, TenderKind::Cash)), "cash");
    for (const Tender &tender : tenders)
        QVERIFY(tender.amount.isPositive());
}

void RefundTendersTest::onlyTheCashPartIsRounded()
{
    const auto tenders = refund(splitReceipt(), francs(703), {}, kCardFirst, u"CH");
    QCOMPARE(partOf(tenders, TenderKind::Card), 600);
    QCOMPARE(partOf(tenders, TenderKind::Cash), 105);
    QCOMPARE(partOf(refundBy(TenderKind::Card, francs(703), u"CH"), TenderKind::Card), 703);
    QCOMPARE(partOf(refundBy(TenderKind::Cash, francs(703), u"CH"), TenderKind::Cash), 705);
    QVERIFY(refundBy(TenderKind::Cash, francs(2), u"CH").empty());
}

void RefundTendersTest::inWhateverPortionsEachTenderGetsBackWhatItPaid()
{
    SeededRandom random(20261122);
    const auto below = [&](std::int64_t limit) {
        return std::int64_t(random.next64() % std::uint64_t(limit));
    };
    for (int round = 0; round < 5000; ++round) {
        ReturnableReceipt receipt = splitReceipt();
        const std::int64_t byCard = below(1001);
        receipt.tenders = {{TenderKind::Card, francs(byCard)}, {TenderKind::Cash, francs(1000 - byCard)}};
        std::int64_t card = 0;
        std::int64_t cash = 0;
        for (std::int64_t left = 1000; left > 0;) {
            const std::int64_t part = 1 + below(left);
            const auto tenders = refund(receipt, francs(part), {}, round % 2 ? kCardFirst : kCashFirst, {});
            card += partOf(tenders, TenderKind::Card);
            const std::int64_t inCoins = partOf(tenders, TenderKind::Cash);
            // Of this part, what is no card's is cash, in coins of five.
            const std::int64_t toCash = part - partOf(tenders, TenderKind::Card);
            QCOMPARE(inCoins, cashDue(francs(toCash)).minor());
            cash += toCash;
            left -= part;
            receipt.lines.front().leftGross -= francs(part);
        }
        QCOMPARE(card, byCard);
        QCOMPARE(cash, 1000 - byCard);
    }
}

void RefundTendersTest::eachGiftCardGetsItsOwnBack()
{
    const GiftCard one = giftCardWith(u"EVG-1"_s);
    const GiftCard two = giftCardWith(u"EVG-2"_s);
    ReturnableReceipt receipt = splitReceipt();
    receipt.tenders = {{TenderKind::GiftCard, francs(300), {}, {}, one},
        {TenderKind::GiftCard, francs(200), {}, {}, two}, {TenderKind::Cash, francs(500)}};
    QCOMPARE(refund(receipt, francs(1000), {}, {}, u"CH"),
        (std::vector<Tender>{{TenderKind::GiftCard, francs(300), {}, {}, one},
            {TenderKind::GiftCard, francs(200), {}, {}, two}, {TenderKind::Cash, francs(500)}}));
    // The first 400 of it went back before: 300 to one card, 100 to the other.
    receipt.lines.front().leftGross = francs(600);
    QCOMPARE(refund(receipt, francs(150), {}, {}, u"CH"),
        (std::vector<Tender>{
            {TenderKind::GiftCard, francs(100), {}, {}, two}, {TenderKind::Cash, francs(50)}}));
    QCOMPARE(refund(receipt, francs(200), {}, {u"cash"_s}, u"CH"),
        (std::vector<Tender>{
            {TenderKind::Cash, francs(100)}, {TenderKind::GiftCard, francs(100), {}, {}, one}}));
}

void RefundTendersTest::aCreditGoesOntoAnyCard()
{
    Shop shop;
    const Sale sale = shop.sell({shop.line(u"MUG"_s, Quantity::pieces(2), 250)});
    const GiftCard card = giftCardWith(u"EVG-700012345678K7"_s);
    const auto back = CompleteReturn(*shop.ledger, shop.replica, shop.config)
                          .run({ReturnId(shop.newId()), sale.receipt,
                              {{1, Quantity::pieces(1), u"gift"_s, Disposition::Restock}},
                              RefundTo(TenderKind::GiftCard, card)});
    QCOMPARE(back->tenders, (std::vector<Tender>{{TenderKind::GiftCard, shop.money(250), {}, {}, card}}));
    const auto report = shiftReport(shop.ledger->database(), shop.shift.id, shop.clock.now(), 0);
    QCOMPARE(report->takings.net.giftCard, shop.money(-250));
    QCOMPARE(report->expected, shop.shift.floatAmount + shop.money(500));
}

void RefundTendersTest::aRefundToAGiftCardNamesItsCard()
{
    Shop shop;
    const Sale sale = shop.sell({shop.line(u"MUG"_s, Quantity::pieces(2), 250)});
    const auto events = shop.ledger->head().position;
    for (const RefundTo &to :
        {RefundTo(TenderKind::GiftCard), RefundTo(TenderKind::Cash, giftCardWith(u"1"_s))}) {
        const auto back = CompleteReturn(*shop.ledger, shop.replica, shop.config)
                              .run({ReturnId(shop.newId()), sale.receipt,
                                  {{1, Quantity::pieces(1), u"gift"_s, Disposition::Restock}}, to});
        QCOMPARE(back.error().code, Code::BadInput);
    }
    QCOMPARE(shop.ledger->head().position, events);
}

void RefundTendersTest::whatAVoucherPaidBecomesACreditAndCashOnlyWhereTheShopSaysSo()
{
    Shop shop;
    shop.config.vouchers.areTaken = true;
    Cart cart;
    cart.id = SaleId(shop.newId());
    cart.currency = shop.config.currency;
    cart.lines = {shop.line(u"MUG"_s, Quantity::pieces(4), 250)};
    cart.tenders = {voucherTender(u"A7"_s, shop.money(600), shop.money(1000)).value(),
        {TenderKind::Cash, shop.money(400)}};
    const Sale sale = CompleteSale(*shop.ledger, shop.config).run(cart).value();
    ReturnRequest request{ReturnId(shop.newId()), sale.receipt,
        {{1, Quantity::pieces(3), u"faulty"_s, Disposition::Restock}}, std::nullopt};
    const auto giveBack = [&] {
        request.id = ReturnId(shop.newId());
        return CompleteReturn(*shop.ledger, shop.replica, shop.config).run(request);
    };
    const auto events = shop.ledger->head().position;
    QCOMPARE(giveBack().error().code, Code::BadInput); // which card?
    request.refundTo = RefundTo(TenderKind::Cash);
    QCOMPARE(giveBack().error().code, Code::BadInput);
    request.refundTo = RefundTo(TenderKind::Voucher);
    QCOMPARE(giveBack().error().code, Code::BadInput);
    QCOMPARE(shop.ledger->head().position, events);
    request.refundTo = std::nullopt;
    request.credit = giftCardWith(u"EVG-7"_s);
    QCOMPARE(giveBack()->tenders,
        (std::vector<Tender>{{TenderKind::GiftCard, shop.money(600), {}, {}, request.credit},
            {TenderKind::Cash, shop.money(150)}}));
    shop.config.vouchers.backAsCash = true;
    request.lines.front().quantity = Quantity::pieces(1);
    request.refundTo = RefundTo(TenderKind::Cash);
    QCOMPARE(giveBack()->tenders, (std::vector<Tender>{{TenderKind::Cash, shop.money(250)}}));
    // Voucher and cash are one amount there, rounded once.
    ReturnableReceipt receipt = splitReceipt();
    receipt.tenders = {
        voucherTender(u"A7"_s, francs(502), francs(1000)).value(), {TenderKind::Cash, francs(498)}};
    QCOMPARE(refund(receipt, francs(1000), {}, {}, u"CH", {true, {}}),
        (std::vector<Tender>{{TenderKind::Cash, francs(1000)}}));
}

void RefundTendersTest::whatWasPutOnAGiftCardTookNobodysMoneyBack()
{
    ReturnableReceipt receipt = splitReceipt();
    ReturnableLine load;
    load.gross = francs(1000);
    load.leftGross = francs(0);
    load.isLoad = true;
    receipt.lines.push_back(load);
    receipt.tenders = {{TenderKind::Card, francs(1000)}, {TenderKind::Cash, francs(1000)}};
    const auto tenders = refund(receipt, francs(1000), {}, kCardFirst, {});
    QCOMPARE(partOf(tenders, TenderKind::Card), 1000);
    QCOMPARE(partOf(tenders, TenderKind::Cash), 0);
}

void RefundTendersTest::aReturnBooksBothParts()
{
    Shop shop;
    Cart cart;
    cart.id = SaleId(shop.newId());
    cart.currency = shop.config.currency;
    cart.lines = {shop.line(u"MUG"_s, Quantity::pieces(4), 250)};
    cart.tenders = {{TenderKind::Card, shop.money(600), u"A1"_s}, {TenderKind::Cash, shop.money(500)}};
    const Sale sale = CompleteSale(*shop.ledger, shop.config).run(cart).value();
    shop.config.refundOrder = kCashFirst;
    const auto giveBack = [&](int pieces, const QString &approval) {
        return CompleteReturn(*shop.ledger, shop.replica, shop.config)
            .run({ReturnId(shop.newId()), sale.receipt,
                {{1, Quantity::pieces(pieces), u"faulty"_s, Disposition::Restock}}, std::nullopt, approval})
            .value();
    };
    const Return first = giveBack(2, u"R1"_s);
    QCOMPARE(first.tenders,
        (std::vector<Tender>{
            {TenderKind::Cash, shop.money(400)}, {TenderKind::Card, shop.money(100), u"R1"_s}}));
    QVERIFY(first.rounding.isZero());
    const Return rest = giveBack(2, u"R2"_s);
    QCOMPARE(rest.tenders, (std::vector<Tender>{{TenderKind::Card, shop.money(500), u"R2"_s}}));
    const Takings takings =
        ReceiptBook(shop.ledger->database())
            .takings(shop.shift.id, 0, std::numeric_limits<std::int64_t>::max(), shop.config.currency);
    QVERIFY(takings.net.card.isZero());
    QVERIFY(takings.net.cash.isZero());
}

QTEST_GUILESS_MAIN(RefundTendersTest)
#include "tst_refund_tenders.moc"
