#include "core/audit/replay.h"
#include "core/offers/shop_offers.h"
#include "core/returns/complete_return.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/offers/rules.h"
#include "tests/core/shop/shop.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// A gift of the office's promotions from the ticket to the journal and back.
class GiftsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<Shop>(3);
        m_offers = std::make_unique<ShopOffers>(
            m_shop->replica, m_shop->ledger->database(), m_shop->config, m_shop->clock);
    }
    void cleanup()
    {
        m_offers.reset();
        m_shop.reset();
    }
    void anEarnedGiftIsToldUntilItIsOnTheTicket();
    void theOrderOfScanningDoesNotMatter();
    void whatNoLongerEarnsTheGiftMakesItCostItsPrice();
    void aPromotionWithoutAnyWordsHasNone();
    void theSaleHoldsAFreeLine_data();
    void theSaleHoldsAFreeLine();
    void theGiftGivesBackNothingAndTheGoodsAllThatWasPaid();
    void onlyAGiftThatWasGivenIsAUse();
    void aCouponOpensAGift();

private:
    [[nodiscard]] Cart ticket(const std::vector<CartLine> &lines)
    {
        Cart cart;
        cart.id = SaleId(m_shop->newId());
        cart.currency = m_shop->config.currency;
        for (const CartLine &line : lines)
            (void)cart.add(line).value();
        return cart;
    }
    [[nodiscard]] CartLine pots(int pieces) const
    {
        return m_shop->line(u"POT"_s, Quantity::pieces(pieces), 1999);
    }
    [[nodiscard]] CartLine towels(int pieces) const
    {
        return m_shop->line(u"TOWEL"_s, Quantity::pieces(pieces), 495);
    }
    [[nodiscard]] Result<Sale> sell(Cart cart)
    {
        cart.tenders = {{TenderKind::Cash, cart.taxes(m_shop->config.tax).total}};
        return CompleteSale(*m_shop->ledger, m_shop->config).run(cart);
    }
    [[nodiscard]] Result<Return> giveBack(const Sale &sale, int line, int pieces)
    {
        return CompleteReturn(*m_shop->ledger, m_shop->replica, m_shop->config)
            .run({ReturnId(m_shop->newId()), sale.receipt,
                {{line, Quantity::pieces(pieces), u"changed mind"_s, Disposition::Restock}}, {}, {}});
    }

    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<ShopOffers> m_offers;
};

void GiftsTest::anEarnedGiftIsToldUntilItIsOnTheTicket()
{
    m_shop->tell(test::towelWithTwo(u"POT"_s));
    Cart cart = ticket({pots(1)});
    QVERIFY(m_offers->grant(cart).gifts.empty());
    cart = ticket({pots(4)});
    QCOMPARE(m_offers->grant(cart).gifts,
        (std::vector<EarnedGift>{{u"tea-time"_s, u"Tea time"_s, u"TOWEL"_s, 2}}));
    QVERIFY(cart.discounts.empty());
    (void)cart.add(towels(1)).value();
    QCOMPARE(m_offers->grant(cart).gifts,
        (std::vector<EarnedGift>{{u"tea-time"_s, u"Tea time"_s, u"TOWEL"_s, 1}}));
    QCOMPARE(cart.discounts,
        (std::vector<GrantedDiscount>{
            {u"tea-time"_s, u"Tea time"_s, {}, m_shop->money(495), {{2, m_shop->money(495)}}}}));
    (void)cart.add(towels(2)).value();
    QVERIFY(m_offers->grant(cart).gifts.empty());
    QCOMPARE(cart.taxes(m_shop->config.tax).total, m_shop->money(4 * 1999 + 495));
    QVERIFY(cart.check());
}

void GiftsTest::theOrderOfScanningDoesNotMatter()
{
    m_shop->tell(test::towelWithTwo(u"POT"_s));
    Cart cart = ticket({towels(1)});
    QVERIFY(m_offers->grant(cart).gifts.empty());
    QCOMPARE(cart.saved(), m_shop->money(0));
    (void)cart.add(pots(2)).value();
    QVERIFY(m_offers->grant(cart).gifts.empty());
    QCOMPARE(cart.saved(), m_shop->money(495));
}

void GiftsTest::whatNoLongerEarnsTheGiftMakesItCostItsPrice()
{
    m_shop->tell(test::towelWithTwo(u"POT"_s));
    Cart cart = ticket({pots(2), towels(1)});
    (void)m_offers->grant(cart);
    QVERIFY(cart.setQuantity(0, Quantity::pieces(1)));
    QVERIFY(m_offers->grant(cart).gifts.empty());
    QCOMPARE(cart.taxes(m_shop->config.tax).total, m_shop->money(1999 + 495));
    cart.remove(1);
    QVERIFY(cart.setQuantity(0, Quantity::pieces(2)));
    QCOMPARE(m_offers->grant(cart).gifts.size(), std::size_t(1)); // offered again
}

void GiftsTest::aPromotionWithoutAnyWordsHasNone()
{
    m_shop->tell(test::rule(u"tea-time"_s, R"("benefits":[{"kind":"gift","gift_sku":"TOWEL"}])"));
    Cart cart = ticket({pots(1)});
    QCOMPARE(m_offers->grant(cart).gifts, (std::vector<EarnedGift>{{u"tea-time"_s, {}, u"TOWEL"_s, 1}}));
    (void)cart.add(towels(1)).value();
    (void)m_offers->grant(cart);
    QCOMPARE(cart.discounts.at(0).name, u"1 free"_s);
}

void GiftsTest::theSaleHoldsAFreeLine_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("tax inside") << int(TaxMode::Inclusive);
    QTest::newRow("tax on top") << int(TaxMode::Exclusive);
}

void GiftsTest::theSaleHoldsAFreeLine()
{
    QFETCH(int, mode);
    m_shop->config.tax.mode = TaxMode(mode);
    m_shop->tell(test::towelWithTwo(u"POT"_s));
    Cart cart = ticket({pots(2), towels(1)});
    (void)m_offers->grant(cart);
    const auto sale = sell(cart);
    QVERIFY2(sale, sale ? "" : qPrintable(codeName(sale.error().code)));
    QCOMPARE(sale->lines[1].discount, m_shop->money(495));
    QCOMPARE(sale->lines[1].gross, m_shop->money(0));
    QCOMPARE(sale->lines[0].gross, sale->total);
    const auto event = Journal(m_shop->ledger->database()).at(m_shop->now());
    QCOMPARE(saleFrom(*event).value(), *sale);
    test::TestTill copy;
    QVERIFY(replay(*event, copy.database()));
    QCOMPARE(SaleTable(copy.database()).byId(sale->id).value(), *sale);
}

void GiftsTest::theGiftGivesBackNothingAndTheGoodsAllThatWasPaid()
{
    m_shop->tell(test::towelWithTwo(u"POT"_s));
    Cart cart = ticket({pots(2), towels(1)});
    (void)m_offers->grant(cart);
    const Sale sale = sell(cart).value();
    const auto gift = giveBack(sale, 2, 1);
    QVERIFY2(gift, gift ? "" : qPrintable(codeName(gift.error().code)));
    QCOMPARE(gift->total, m_shop->money(0));
    QVERIFY(gift->tenders.empty());
    QCOMPARE(giveBack(sale, 1, 1)->total, m_shop->money(1999));
    QCOMPARE(giveBack(sale, 1, 1)->total, m_shop->money(1999));
    // Whoever keeps the gift gets back what was paid for the goods, too.
    Cart again = ticket({pots(2), towels(1)});
    (void)m_offers->grant(again);
    QCOMPARE(giveBack(sell(again).value(), 1, 2)->total, m_shop->money(2 * 1999));
}

void GiftsTest::onlyAGiftThatWasGivenIsAUse()
{
    m_shop->tell(test::towelWithTwo(u"POT"_s, ",\"uses_left\":1"));
    Cart declined = ticket({pots(2)});
    QCOMPARE(m_offers->grant(declined).gifts.size(), std::size_t(1));
    QVERIFY(sell(declined));
    Cart taken = ticket({pots(2), towels(1)});
    (void)m_offers->grant(taken);
    QCOMPARE(taken.saved(), m_shop->money(495));
    QVERIFY(sell(taken));
    Cart late = ticket({pots(2), towels(1)});
    QVERIFY(m_offers->grant(late).gifts.empty());
    QCOMPARE(late.saved(), m_shop->money(0));
}

void GiftsTest::aCouponOpensAGift()
{
    m_shop->tell(test::towelWithTwo(u"POT"_s, R"(,"coupons":["TEA"])"));
    Cart cart = ticket({pots(2)});
    QVERIFY(m_offers->grant(cart).gifts.empty());
    Cart lacking = ticket({pots(1)});
    lacking.coupons = {u"TEA"_s};
    QCOMPARE(
        m_offers->grant(lacking).refusedCoupons, (std::vector<RefusedCoupon>{{u"TEA"_s, u"no_goods"_s}}));
    cart.coupons = {u"TEA"_s};
    const Granted told = m_offers->grant(cart);
    QVERIFY(told.refusedCoupons.empty());
    QCOMPARE(told.gifts, (std::vector<EarnedGift>{{u"tea-time"_s, u"Tea time"_s, u"TOWEL"_s, 1, u"TEA"_s}}));
    (void)cart.add(towels(1)).value();
    (void)m_offers->grant(cart);
    QCOMPARE(cart.discounts.at(0).coupon, u"TEA"_s);
}

QTEST_GUILESS_MAIN(GiftsTest)
#include "tst_gifts.moc"
