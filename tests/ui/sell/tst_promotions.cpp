#include "core/sale/sale_table.h"
#include "tests/core/offers/rules.h"
#include "tests/ui/sell/sell_window.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// What the shop takes off, at the real widgets, in the real window, with no network anywhere.
class PromotionsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_till = std::make_unique<SellWindow>();
        m_till->counter->tell(u"three-for-two-E1"_s, Entity::Promotion, test::threeForTwo(u"E1"_s));
    }
    void threeForTwoShowsAndCostsLess();
    void theOrderOfScanningDoesNotMatter();
    void aTicketDiscountStandsUnderTheTicketAndIsPaidLess();
    void aPromotionThatCameCountsForTheNextScanNotForWhatWasPaid();
    void aScannedCouponGivesItsMoney();
    void aCouponReadByMistakeIsTakenOff();
    void aTypedCouponThatGivesNothingSaysWhy();
    void theTicketAfterAStopCostsWhatTheCustomerWasTold();
    void theReceiptSaysWhatWasSaved();
    void cleanup() { m_till.reset(); }

private:
    [[nodiscard]] QString shown(const QString &part) const
    {
        const auto *list = evertill::part<QListView>(*m_till->window, u"ticketLines"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QString text = list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
            if (text.startsWith(part))
                return text;
        }
        return {};
    }
    [[nodiscard]] Money total() const { return m_till->amount(u"total"_s); }
    [[nodiscard]] Money money(std::int64_t minor) const { return m_till->counter->money(minor); }
    [[nodiscard]] Sale lastSale() const
    {
        return SaleTable(m_till->counter->ledgerTables()).latest(1).front();
    }
    void tellWelcome()
    {
        m_till->counter->tell(u"welcome"_s, Entity::Promotion,
            test::rule(u"welcome"_s,
                R"("name":"Welcome","coupons":["WELCOME5"],"when":[{"min_amount":500}],)"
                R"("benefits":[{"kind":"amount_total","amount":200}])"));
    }
    void payInCash()
    {
        m_till->press(u"pay"_s);
        m_till->giveCash(u"50"_s);
    }

    std::unique_ptr<SellWindow> m_till;
};

void PromotionsTest::threeForTwoShowsAndCostsLess()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(total(), money(298));
    QVERIFY(!isSeen(*m_till->window, u"savings"_s));
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(total(), money(298));
    QCOMPARE(shown(u"Milk"_s), u"Milk 1 l, 3 × €1.49, 3 for 2 −€1.49, €2.98"_s);
    QVERIFY(words(*m_till->window).contains(u"You save\n€1.49"_s));
    QCOMPARE(part<BigButton>(*m_till->window, u"pay"_s)->detail(), u"€2.98"_s);
    payInCash();
    const Sale sale = lastSale();
    QCOMPARE(sale.total, money(298));
    QCOMPARE(sale.discounts.size(), std::size_t(1));
    QCOMPARE(sale.discounts[0].name, u"3 for 2"_s);
    QCOMPARE(sale.lines[0].gross, money(298));
    QCOMPARE(sale.change, money(5000 - 298));
}

void PromotionsTest::theOrderOfScanningDoesNotMatter()
{
    const QString milk = m_till->milk.gtin;
    const QString bread = m_till->bread.gtin;
    std::vector<QString> codes{milk, bread, milk, bread, milk};
    std::sort(codes.begin(), codes.end());
    do {
        m_till = nullptr;
        init();
        for (const QString &code : codes)
            m_till->scan(code);
        QCOMPARE(total(), money(2 * 149 + 2 * 281));
    } while (std::next_permutation(codes.begin(), codes.end()));
}

void PromotionsTest::aTicketDiscountStandsUnderTheTicketAndIsPaidLess()
{
    m_till->counter->tell(u"ten"_s, Entity::Promotion,
        test::rule(u"ten"_s,
            R"("name":"10 % from 5.00","when":[{"min_amount":500}],"benefits":[{"kind":"percent_total","ppm":100000}])"));
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_till->bread.gtin);
    QCOMPARE(total(), money(430));
    m_till->scan(m_till->bread.gtin);
    QCOMPARE(total(), money(711 - 71));
    const QString said = words(*m_till->window);
    QVERIFY2(said.contains(u"10 % from 5.00\n−€0.71"_s), qPrintable(said));
    QVERIFY(said.contains(u"You save\n€0.71"_s));
    payInCash();
    const Sale sale = lastSale();
    QCOMPARE(sale.total, money(640));
    QCOMPARE(sale.lines[0].gross + sale.lines[1].gross, money(640));
    QCOMPARE(sale.lines[0].discount + sale.lines[1].discount, money(71));
}

void PromotionsTest::aPromotionThatCameCountsForTheNextScanNotForWhatWasPaid()
{
    m_till->scan(m_till->bread.gtin);
    payInCash();
    m_till->counter->tell(u"half"_s, Entity::Promotion,
        test::rule(u"half"_s, R"("benefits":[{"kind":"percent","ppm":500000,"goods":{"skus":["E2"]}}])"));
    QCOMPARE(lastSale().total, money(281));
    QCOMPARE(total(), money(281));
    m_till->scan(m_till->bread.gtin);
    QCOMPARE(total(), money(140));
    QCOMPARE(shown(u"Bread"_s), u"Bread 500 g, 1 × €2.81, 50 % off −€1.41, €1.40"_s);
}

void PromotionsTest::aScannedCouponGivesItsMoney()
{
    tellWelcome();
    m_till->scan(u"WELCOME5"_s);
    QVERIFY(words(*m_till->window).contains(u"Coupon WELCOME5: none of its goods"_s));
    m_till->scan(m_till->bread.gtin);
    QVERIFY(words(*m_till->window).contains(u"Coupon WELCOME5 counts once there is enough"_s));
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_till->bread.gtin);
    m_till->scan(u"WELCOME5"_s); // read twice
    QCOMPARE(total(), money(711 - 200));
    QVERIFY(words(*m_till->window).contains(u"Coupon WELCOME5 counts."_s));
    payInCash();
    QCOMPARE(lastSale().discounts.at(0).coupon, u"WELCOME5"_s);
    // The next customer has none.
    m_till->scan(m_till->bread.gtin);
    QCOMPARE(total(), money(281));
    QVERIFY(!words(*m_till->window).contains(u"WELCOME5"_s));
}

void PromotionsTest::aCouponReadByMistakeIsTakenOff()
{
    tellWelcome();
    m_till->scan(u"WELCOME5"_s);
    m_till->press(u"takeOffCoupon"_s); // before there are goods
    QTRY_VERIFY(!isSeen(*m_till->window, u"savings"_s));
    for (const QString &gtin : {m_till->bread.gtin, m_till->milk.gtin, m_till->bread.gtin})
        m_till->scan(gtin);
    QCOMPARE(total(), money(711));
    m_till->scan(u"WELCOME5"_s);
    QCOMPARE(total(), money(711 - 200));
    auto *key = part<BigButton>(*m_till->window, u"takeOffCoupon"_s);
    QCOMPARE(key->accessibleName(), u"Take coupon WELCOME5 off the ticket"_s);
    key->setFocus();
    QTest::keyClick(key, Qt::Key_Space);
    QTRY_COMPARE(total(), money(711));
    QVERIFY(!words(*m_till->window).contains(u"WELCOME5"_s));
    payInCash();
    QVERIFY(lastSale().discounts.empty());
    QVERIFY(!isSeen(*m_till->window, u"takeOffCoupon"_s));
}

void PromotionsTest::aTypedCouponThatGivesNothingSaysWhy()
{
    m_till->counter->tell(u"welcome"_s, Entity::Promotion, test::fiveWithCode(R"(,"until":"2026-01-01")"));
    m_till->scan(m_till->bread.gtin);
    auto *field = part<QLineEdit>(*m_till->window, u"scanField"_s);
    QTest::keyClicks(field, u"welcome5"_s, Qt::NoModifier, 120);
    QTest::keyClick(field, Qt::Key_Return, Qt::NoModifier, 120);
    QVERIFY(field->text().isEmpty());
    QVERIFY2(words(*m_till->window).contains(u"Coupon WELCOME5 does not count now."_s),
        qPrintable(words(*m_till->window)));
    QCOMPARE(total(), money(281));
    QCOMPARE(m_till->lines(), 1);
}

void PromotionsTest::theTicketAfterAStopCostsWhatTheCustomerWasTold()
{
    for (int i = 0; i < 3; ++i)
        m_till->scan(m_till->milk.gtin);
    QVERIFY(m_till->counter->writer.apply(
        {{{FeedChange::Drop, Entity::Promotion, u"three-for-two-E1"_s, {}, {}}}, "c2", {}, false}));
    m_till->restart();
    QCOMPARE(total(), money(298));
    payInCash();
    QCOMPARE(lastSale().total, money(298));
}

void PromotionsTest::theReceiptSaysWhatWasSaved()
{
    for (int i = 0; i < 3; ++i)
        m_till->scan(m_till->milk.gtin);
    payInCash();
    QFile text(m_till->counter->folder() + u"/receipts/"_s + lastSale().receipt.text() + u".txt"_s);
    QVERIFY2(text.open(QIODevice::ReadOnly), qPrintable(text.fileName()));
    const QString paper = QString::fromUtf8(text.readAll());
    QVERIFY2(paper.contains(QRegularExpression(u"3 for 2 +-1[.]49"_s)), qPrintable(paper));
    QVERIFY2(paper.contains(QRegularExpression(u"You saved +1[.]49"_s)), qPrintable(paper));
}

} // namespace evertill

QTEST_MAIN(evertill::PromotionsTest)
#include "tst_promotions.moc"
