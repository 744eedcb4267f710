#include "core/offers/shop_offers.h"
#include "tests/core/offers/rules.h"
#include "tests/ui/returns/sold.h"
#include "ui/returns/returns_room.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"

namespace evertill {

/// Goods that came free with others, in the room Returns: each gives back what was paid for it.
class GiftReturnsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGiftComesBackForNothing_data();
    void aGiftComesBackForNothing();
    void whoeverKeepsTheGiftGetsBackWhatTheGoodsCost();
    void everythingGivesBackWhatWasPaid();
    void cleanup() { m_till.reset(); }

private:
    /// Two breads, and a towel that came with them.
    [[nodiscard]] Sale withTowel(TenderKind kind)
    {
        m_till = std::make_unique<Sold>();
        m_till->tell(u"tea-time"_s, Entity::Promotion, test::towelWithTwo(u"B"_s));
        Cart cart;
        cart.id = SaleId(m_till->random.uuid(m_till->clock.now()));
        cart.currency = m_till->config.currency;
        for (const auto &[sku, name, pieces, price] :
            {std::tuple(u"B"_s, u"Bread"_s, 2, 333), std::tuple(u"TOWEL"_s, u"Tea towel"_s, 1, 495)}) {
            CartLine line;
            line.sku = sku;
            line.name = name;
            line.quantity = Quantity::pieces(pieces);
            line.price = m_till->money(price);
            line.discount = m_till->money(0);
            line.taxCode = u"A"_s;
            line.taxRate = Percentage::partsPerMillion(190'000);
            (void)cart.add(line).value();
        }
        (void)ShopOffers(m_till->replica, m_till->reader, m_till->config, m_till->clock).grant(cart);
        cart.tenders = {{kind, m_till->money(666), kind == TenderKind::Card ? u"A1"_s : QString()}};
        return CompleteSale(*m_till->ledger, m_till->config).run(cart).value();
    }
    [[nodiscard]] std::int64_t refunded(ReturnsRoom &room) const
    {
        return part<AmountLabel>(room, u"refundAmount"_s)->amount().minor();
    }

    std::unique_ptr<Sold> m_till;
};

void GiftReturnsTest::aGiftComesBackForNothing_data()
{
    QTest::addColumn<TenderKind>("kind");
    QTest::newRow("paid in cash") << TenderKind::Cash;
    QTest::newRow("paid by card") << TenderKind::Card;
}

void GiftReturnsTest::aGiftComesBackForNothing()
{
    QFETCH(TenderKind, kind);
    const Sale sale = withTowel(kind);
    ReturnsRoom room(m_till->services, m_till->printer);
    open(room);
    find(room, sale.receipt);
    QTest::keyClicks(quantity(room, u"Tea towel"_s), u"1"_s);
    QCOMPARE(refunded(room), 0);
    part<QLineEdit>(room, u"reason"_s)->setText(u"not wanted"_s);
    press(room, u"refund"_s);
    const Return back = m_till->lastReturn();
    QCOMPARE(back.total, m_till->money(0));
    QVERIFY(back.tenders.empty());
    QCOMPARE(back.lines.at(0).sku, u"TOWEL"_s);
    QCOMPARE(part<AmountLabel>(room, u"refunded"_s)->amount(), m_till->money(0));
}

void GiftReturnsTest::whoeverKeepsTheGiftGetsBackWhatTheGoodsCost()
{
    const Sale sale = withTowel(TenderKind::Cash);
    ReturnsRoom room(m_till->services, m_till->printer);
    open(room);
    find(room, sale.receipt);
    QTest::keyClicks(quantity(room, u"Bread"_s), u"2"_s);
    QCOMPARE(refunded(room), 666);
    part<QLineEdit>(room, u"reason"_s)->setText(u"stale"_s);
    press(room, u"refund"_s);
    QCOMPARE(m_till->lastReturn().total, m_till->money(666));
}

void GiftReturnsTest::everythingGivesBackWhatWasPaid()
{
    const Sale sale = withTowel(TenderKind::Cash);
    ReturnsPresenter presenter(m_till->services);
    QVERIFY(presenter.takeScan(sale.receipt.text()));
    presenter.chooseAll();
    presenter.typeReason(u"changed mind"_s);
    presenter.complete();
    QCOMPARE(m_till->lastReturn().total, sale.total);
    QCOMPARE(m_till->lastReturn().lines.size(), std::size_t(2));
}

} // namespace evertill

QTEST_MAIN(evertill::GiftReturnsTest)
#include "tst_gifts.moc"
