#include "core/sale/approval.h"
#include "core/sale/approval/grant_approval.h"
#include "core/sale/goods_stop.h"
#include "core/sale/sale_table.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(evertill::Code)

/// Goods that are expired, called back or sold before stop at the till until somebody approves.
class GoodsStopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theLastDayIsStillADay();
    void goodsExpireAtMidnightThoughTheShiftGoesOn();
    void aSaleIsRefusedUntilEachStopIsApproved();
    void anApprovalIsForOneCartAndTheseGoods();
    void anApprovalNeedsAReason();
    void theEventReadsBackAsItWas();
    void refusesEventsThatCanNotBe();
    void soldPiecesAreKnownUntilTheyComeBack();
    void aPieceWithASerialNumberIsOne();
    void theOpenCartKeepsWhatTheCodeSaid();

private:
    CartLine line(const QString &lot, const QString &serial, QDate expires = {}, bool isRecalled = false);
    Cart cartOf(const CartLine &line);

    std::unique_ptr<test::TestTill> m_till;
};

void GoodsStopTest::init()
{
    m_till = std::make_unique<test::TestTill>();
    m_till->openShift();
}

CartLine GoodsStopTest::line(const QString &lot, const QString &serial, QDate expires, bool isRecalled)
{
    CartLine made = m_till->goods(100);
    made.gtin = u"04006381333931"_s;
    made.lot = lot;
    made.serial = serial;
    made.expires = expires;
    made.isRecalled = isRecalled;
    return made;
}

Cart GoodsStopTest::cartOf(const CartLine &line)
{
    Cart cart = m_till->newCart();
    if (!cart.add(line))
        qFatal("the cart does not take the line");
    cart.tenders = {m_till->cash(100)};
    return cart;
}

void GoodsStopTest::theLastDayIsStillADay()
{
    const QDate day(2026, 11, 21);
    QVERIFY(stopsOf(line({}, {}, day), day, {}).empty());
    QCOMPARE(stopsOf(line({}, {}, day), day.addDays(1), {}).front().code, Code::ExpiredGoods);
    QVERIFY(stopsOf(line(u"L"_s, u"S"_s), day, {}).empty());
    const auto all = stopsOf(line(u"L"_s, u"S"_s, day, true), day.addDays(1), u"BER1T1-1-7"_s);
    QCOMPARE(all.size(), std::size_t(3));
    QCOMPARE(all[0].code, Code::RecalledGoods);
    QCOMPARE(all[2].facts.value(u"receipt"_s).toString(), u"BER1T1-1-7"_s);
}

void GoodsStopTest::goodsExpireAtMidnightThoughTheShiftGoesOn()
{
    const QDate today = m_till->clock.localDate(m_till->clock.now());
    QVERIFY(m_till->complete(cartOf(line(u"L7"_s, {}, today))));
    m_till->clock.advance(std::chrono::hours(24));
    QCOMPARE(m_till->complete(cartOf(line(u"L7"_s, {}, today))).error().code, Code::ExpiredGoods);
}

void GoodsStopTest::aSaleIsRefusedUntilEachStopIsApproved()
{
    const CartLine bad = line(u"L7"_s, {}, QDate(2026, 11, 20), true);
    const Cart cart = cartOf(bad);
    const auto events = m_till->events();
    QCOMPARE(m_till->complete(cart).error().code, Code::RecalledGoods);
    QCOMPARE(m_till->events(), events);
    GrantApproval grant(*m_till->ledger);
    QVERIFY(grant.run(cart.id, Code::RecalledGoods, bad, u"wrong list"_s));
    QCOMPARE(m_till->complete(cart).error().code, Code::ExpiredGoods);
    QVERIFY(grant.run(cart.id, Code::ExpiredGoods, bad, u"checked"_s));
    QVERIFY(grant.run(cart.id, Code::ExpiredGoods, bad, u"checked twice"_s)); // changes nothing
    QCOMPARE(m_till->events(), events + 2);
    const auto sale = m_till->complete(cart);
    QVERIFY(sale);
    QCOMPARE(sale->lines.front().lot, u"L7"_s);
    QCOMPARE(sale->lines.front().expires, QDate(2026, 11, 20));
}

void GoodsStopTest::anApprovalIsForOneCartAndTheseGoods()
{
    const CartLine bad = line(u"L7"_s, {}, QDate(2026, 11, 20));
    const Cart cart = cartOf(bad);
    QVERIFY(GrantApproval(*m_till->ledger).run(cart.id, Code::ExpiredGoods, bad, u"checked"_s));
    Database &ledger = m_till->database();
    QVERIFY(!firstStop(ledger, cart, QDate(2026, 11, 21)));
    QVERIFY(firstStop(ledger, cartOf(bad), QDate(2026, 11, 21)));
    QVERIFY(!isApproved(ledger, cart.id, Code::ExpiredGoods, line(u"L8"_s, {}, QDate(2026, 11, 20))));
    QVERIFY(!isApproved(ledger, cart.id, Code::RecalledGoods, bad));
}

void GoodsStopTest::anApprovalNeedsAReason()
{
    const CartLine bad = line({}, {}, QDate(2026, 11, 20));
    const Cart cart = cartOf(bad);
    const auto events = m_till->events();
    GrantApproval grant(*m_till->ledger);
    QCOMPARE(grant.run(cart.id, Code::ExpiredGoods, bad, u"  "_s).error().code, Code::BadInput);
    QCOMPARE(grant.run(cart.id, Code::ExpiredGoods, bad, QString(201, u'a')).error().code, Code::BadInput);
    QCOMPARE(grant.run(cart.id, Code::NotPaid, bad, u"no"_s).error().code, Code::BadInput);
    QCOMPARE(m_till->events(), events);
}

void GoodsStopTest::theEventReadsBackAsItWas()
{
    const CartLine bad = line(u"L7"_s, u"S-1"_s, QDate(2026, 11, 20));
    const Cart cart = cartOf(bad);
    QVERIFY(GrantApproval(*m_till->ledger).run(cart.id, Code::ExpiredGoods, bad, u"checked"_s));
    const auto event = Journal(m_till->database()).at(m_till->ledger->head().position);
    QCOMPARE(event->kind, QByteArray("approval.granted"));
    const auto approval = approvalFrom(*event);
    QVERIFY(approval);
    QCOMPARE(approval->cart, cart.id);
    QCOMPARE(approval->why, Code::ExpiredGoods);
    QCOMPARE(approval->serial, u"S-1"_s);
    QCOMPARE(approval->expires, QDate(2026, 11, 20));
    QCOMPARE(approvalGranted(*approval, event->businessDate).payload, event->payload);
    Database scratch(QString(), Database::Kind::Scratch);
    QVERIFY(migrate(scratch, u"ledger"_s));
    QVERIFY(!isApproved(scratch, cart.id, Code::ExpiredGoods, bad));
    QVERIFY(replayApproval(*event, scratch));
    QVERIFY(isApproved(scratch, cart.id, Code::ExpiredGoods, bad));
}

void GoodsStopTest::refusesEventsThatCanNotBe()
{
    const CartLine bad = line({}, {}, QDate(2026, 11, 20));
    QVERIFY(GrantApproval(*m_till->ledger).run(cartOf(bad).id, Code::ExpiredGoods, bad, u"checked"_s));
    Event event = *Journal(m_till->database()).at(m_till->ledger->head().position);
    const QByteArray right = event.payload;
    for (const char *wrong : {"ExpiredGoods|NotPaid", "2026-11-20|2026-13-20", "\"reason\"|\"because\""}) {
        const QList<QByteArray> parts = QByteArray(wrong).split('|');
        event.payload = QByteArray(right).replace(parts[0], parts[1]);
        QVERIFY(event.payload != right);
        QCOMPARE(approvalFrom(event).error().code, Code::BadInput);
    }
}

void GoodsStopTest::soldPiecesAreKnownUntilTheyComeBack()
{
    const auto sale = m_till->complete(cartOf(line({}, u"S-1"_s)));
    QVERIFY(sale);
    Database &ledger = m_till->database();
    QCOMPARE(SaleTable(ledger).receiptOfSerial(u"04006381333931"_s, u"S-1"_s), sale->receipt.text());
    QVERIFY(!SaleTable(ledger).receiptOfSerial(u"04006381333931"_s, u"S-2"_s));
    const auto again = m_till->complete(cartOf(line({}, u"S-1"_s)));
    QCOMPARE(again.error().code, Code::SerialSold);
    QCOMPARE(again.error().facts.value(u"receipt"_s).toString(), sale->receipt.text());
    SaleTable(ledger).forgetSerial(sale->id, 1);
    QVERIFY(m_till->complete(cartOf(line({}, u"S-1"_s))));
}

void GoodsStopTest::aPieceWithASerialNumberIsOne()
{
    Cart cart = m_till->newCart();
    CartLine piece = line({}, u"S-1"_s);
    QVERIFY(cart.add(piece));
    QVERIFY(cart.add(piece));
    QCOMPARE(cart.lines.size(), std::size_t(2));
    QCOMPARE(cart.setQuantity(0, Quantity::pieces(2)).error().code, Code::BadQuantity);
    QCOMPARE(firstStop(m_till->database(), cart, QDate(2026, 11, 21))->line, std::size_t(1));
}

void GoodsStopTest::theOpenCartKeepsWhatTheCodeSaid()
{
    const Cart cart = cartOf(line(u"L7"_s, u"S-1"_s, QDate(2026, 11, 20), true));
    QCOMPARE(Cart::fromJson(cart.toJson()).value(), cart);
}

QTEST_GUILESS_MAIN(GoodsStopTest)
#include "tst_goods_stop.moc"
