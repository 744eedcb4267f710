#include "core/audit/replay.h"
#include "core/offers/grant_offers.h"
#include "core/pricing/json/basket_json.h"
#include "core/receipt/receipt_builder.h"
#include "core/receipt/text_renderer.h"
#include "core/returns/complete_return.h"
#include "core/returns/receipt_lookup.h"
#include "core/returns/return_event.h"
#include "core/returns/return_table.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "core/stock/stock_view.h"
#include "tests/core/offers/rules.h"
#include "tests/core/shop/shop.h"
#include "tests/core/support/test_till.h"

#include <QJsonDocument>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// Bottles and their deposits: sold together, taxed apart, given back together or as empties, to the cent.
class DepositsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<Shop>(11); }
    void theDepositFollowsItsGoods();
    void theSaleHasItAsALineOfItsOwnAfterTheGoods();
    void promotionsLeaveItAlone();
    void aReturnedBottleGivesBackItsDeposit();
    void emptiesComeBackAloneAndOnce();
    void refusesDepositsThatCannotBe();
    void refusesEventsWhoseDepositBelongsToNothing();
    void anyPartitionGivesBackWhatWasPaid();

private:
    [[nodiscard]] std::uint64_t below(std::uint64_t most) { return m_shop->random.next64() % most; }
    [[nodiscard]] CartLine bottles(std::int64_t pieces, std::int64_t price = 119, std::int64_t deposit = 8)
    {
        CartLine line = m_shop->line(u"BEER"_s, Quantity::pieces(pieces), price);
        line.deposit = LineDeposit{
            u"DEP"_s, u"Deposit"_s, m_shop->money(deposit), u"B"_s, Percentage::partsPerMillion(70'000)};
        return line;
    }
    [[nodiscard]] Cart newCart()
    {
        Cart cart;
        cart.id = SaleId(m_shop->newId());
        cart.currency = m_shop->config.currency;
        return cart;
    }
    [[nodiscard]] Result<Return> giveBack(const Sale &sale, std::vector<ReturnRequestLine> lines)
    {
        return CompleteReturn(*m_shop->ledger, m_shop->replica, m_shop->config)
            .run({ReturnId(m_shop->newId()), sale.receipt, std::move(lines)});
    }

    std::unique_ptr<Shop> m_shop;
};

void DepositsTest::theDepositFollowsItsGoods()
{
    Cart cart = newCart();
    QVERIFY(cart.add(bottles(2)));
    QCOMPARE(cart.add(bottles(1)).value(), std::size_t(0));
    QCOMPARE(cart.lines[0].depositAmount(), m_shop->money(24));
    QCOMPARE(cart.taxes(m_shop->config.tax).total, m_shop->money(3 * 127));
    // The same bottle without its deposit is another line.
    QCOMPARE(cart.add(m_shop->line(u"BEER"_s, Quantity::pieces(1), 119)).value(), std::size_t(1));
    QCOMPARE(Cart::fromJson(cart.toJson()), cart);
    QVERIFY(cart.setQuantity(0, Quantity::pieces(1)));
    QCOMPARE(cart.taxes(m_shop->config.tax).total, m_shop->money(127 + 119));
    cart.remove(0);
    QCOMPARE(cart.taxes(m_shop->config.tax).total, m_shop->money(119));
}

void DepositsTest::theSaleHasItAsALineOfItsOwnAfterTheGoods()
{
    const Sale sale = m_shop->sell({bottles(2), m_shop->line(u"TEA"_s, Quantity::pieces(1), 200)});
    QCOMPARE(sale.lines.size(), std::size_t(3));
    QCOMPARE(sale.lines[2].depositOf, std::optional(1));
    QCOMPARE(sale.lines[2].gross, m_shop->money(16));
    QCOMPARE(sale.lines[2].taxCode, u"B"_s);
    QCOMPARE(sale.total, m_shop->money(2 * 127 + 200));
    const auto moved = [&](const char *sku) {
        auto row = m_shop->ledger->database().statement("SELECT count(*) FROM stock_movement WHERE sku=?");
        row.with(sku);
        return row.next() ? row.integer(0) : -1;
    };
    QCOMPARE(moved("BEER"), 1);
    QCOMPARE(moved("DEP"), 0);
    const ReceiptWords words;
    const QString paper = renderText(ReceiptBuilder(m_shop->config, words).saleReceipt(sale));
    QVERIFY2(paper.indexOf(u"BEER"_s) < paper.indexOf(u"Deposit"_s), qPrintable(paper));
    QVERIFY2(paper.indexOf(u"Deposit"_s) < paper.indexOf(u"TEA"_s), qPrintable(paper));
}

void DepositsTest::promotionsLeaveItAlone()
{
    Cart cart = newCart();
    QVERIFY(cart.add(bottles(3, 1000, 25)));
    const auto half = test::rule(u"half"_s, R"("benefits":[{"kind":"percent","ppm":500000}])");
    OfferTerms terms{{readPromotion(QJsonDocument::fromJson(half.rule).object()).value()},
        m_shop->config.store.id, {}, m_shop->config.tax.mode};
    QVERIFY(grantOffers(cart, terms).refusedCoupons.empty());
    QCOMPARE(cart.saved(), m_shop->money(1500));
    QCOMPARE(cart.taxes(m_shop->config.tax).total, m_shop->money(1500 + 75));
}

void DepositsTest::aReturnedBottleGivesBackItsDeposit()
{
    const Sale sale = m_shop->sell({bottles(3)});
    const auto back = giveBack(sale, {{1, Quantity::pieces(1), u"flat"_s, Disposition::Damaged}});
    QVERIFY(back);
    QCOMPARE(back->total, m_shop->money(127));
    QCOMPARE(back->lines.size(), std::size_t(2));
    QVERIFY(back->lines[1].isDeposit && !back->lines[0].isDeposit);
    QCOMPARE(back->lines[1].ofLine, std::optional(2));
    QCOMPARE(back->lines[1].reason, u"flat"_s);
    const auto event = Journal(m_shop->ledger->database()).at(m_shop->now());
    QCOMPARE(returnFrom(*event).value(), *back);
    QCOMPARE(ReturnTable(m_shop->ledger->database()).byId(back->id).value(), *back);
    // Named as well, it is not given twice.
    const auto named = giveBack(sale,
        {{1, Quantity::pieces(1), u"flat"_s, Disposition::Restock},
            {2, Quantity::pieces(1), u"flat"_s, Disposition::Restock}});
    QVERIFY(named);
    QCOMPARE(named->total, m_shop->money(127));
}

void DepositsTest::emptiesComeBackAloneAndOnce()
{
    const Sale sale = m_shop->sell({bottles(3)});
    const auto empties = giveBack(sale, {{2, Quantity::pieces(2), u"empties"_s, Disposition::Restock}});
    QVERIFY(empties);
    QCOMPARE(empties->total, m_shop->money(16));
    // One deposit is left for three bottles.
    const auto bottles = giveBack(sale, {{1, Quantity::pieces(3), u"flat"_s, Disposition::Restock}});
    QVERIFY(bottles);
    QCOMPARE(bottles->total, m_shop->money(3 * 119 + 8));
    const auto more = giveBack(sale, {{2, Quantity::pieces(1), u"empties"_s, Disposition::Restock}});
    QCOMPARE(more.error().code, Code::MoreThanLeft);
}

void DepositsTest::refusesDepositsThatCannotBe()
{
    Cart cart = newCart();
    for (const std::int64_t amount : {std::int64_t(0), std::int64_t(-8), std::int64_t(1'000'001)})
        QCOMPARE(cart.add(bottles(1, 119, amount)).error().code, Code::BadAmount);
    QVERIFY(cart.isEmpty());
    QVERIFY(cart.add(bottles(1)));
    QVERIFY(!Cart::fromJson(cart.toJson().replace("\"amount\":8", "\"amount\":-8")));
}

void DepositsTest::refusesEventsWhoseDepositBelongsToNothing()
{
    (void)m_shop->sell({bottles(1)});
    Event event = *Journal(m_shop->ledger->database()).at(m_shop->now());
    QVERIFY(saleFrom(event));
    const QByteArray right = event.payload;
    for (const char *of : {"\"deposit_of\":2", "\"deposit_of\":3", "\"deposit_of\":0"}) {
        event.payload = QByteArray(right).replace("\"deposit_of\":1", of);
        QVERIFY(event.payload != right);
        QCOMPARE(saleFrom(event).error().code, Code::BadInput);
    }
}

void DepositsTest::anyPartitionGivesBackWhatWasPaid()
{
    test::TestTill copy;
    for (int n = 0; n < 40; ++n) {
        std::vector<CartLine> lines;
        for (auto left = 1 + below(3); left > 0; --left) {
            CartLine line = bottles(
                1 + std::int64_t(below(5)), 50 + std::int64_t(below(200)), 1 + std::int64_t(below(30)));
            line.sku = QString(QChar(u'A' + char16_t(lines.size())));
            if (below(3) == 0)
                line.deposit.reset();
            lines.push_back(line);
        }
        const Sale sale = m_shop->sell(lines);
        QVERIFY(replay(*Journal(m_shop->ledger->database()).at(m_shop->now()), copy.database()));
        QCOMPARE(SaleTable(copy.database()).byId(sale.id).value(), sale);
        // Goods and empties one by one in any order, each as far as it is left.
        std::vector<int> parts;
        for (const SaleLine &line : sale.lines)
            parts.insert(parts.end(), std::size_t(line.quantity.thousandths() / 1000), line.line);
        for (std::size_t i = parts.size(); i > 1; --i)
            std::swap(parts[i - 1], parts[below(i)]);
        Money back = Money::zero(sale.total.currency());
        for (const int line : parts) {
            const auto done = giveBack(sale, {{line, Quantity::pieces(1), u"x"_s, Disposition::Restock}});
            // A deposit went back with its goods before.
            if (!done && done.error().code == Code::MoreThanLeft
                && sale.lines[std::size_t(line) - 1].depositOf)
                continue;
            QVERIFY2(done, done ? "" : qPrintable(codeName(done.error().code)));
            back += done->total;
            QVERIFY(replay(*Journal(m_shop->ledger->database()).at(m_shop->now()), copy.database()));
            QCOMPARE(ReturnTable(copy.database()).byId(done->id).value(), *done);
        }
        QCOMPARE(back, sale.total);
        const auto left =
            ReceiptLookup(m_shop->replica, m_shop->ledger->database(), m_shop->config).find(sale.receipt);
        QVERIFY(!left->hasAnyLeft());
    }
}

QTEST_GUILESS_MAIN(DepositsTest)
#include "tst_deposits.moc"
