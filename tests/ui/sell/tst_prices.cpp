#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// Prices that are not the catalogue's, at the real widgets, in the real window.
class PricesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_till = std::make_unique<SellWindow>(); }
    void aPriceChangesByFingers();
    void aPriceChangesByKeys();
    void withoutAReasonNothingChanges();
    void anAbsurdPriceIsRefusedInWords();
    void theShopsOwnPriceAgainAsksForNothing();
    void aScanLeavesTheQuestion();
    void theTicketAfterAStopKeepsThePrice();
    void theReceiptSaysWhatItWas();
    void anOpenPriceIsAskedForBeforeTheGoodsAreOnTheTicket();
    void anOpenPriceOfNothingIsRefusedInWords();
    void anOpenPriceIsCorrectedWithoutAReason();
    void weighedGoodsWithAnOpenPriceAskForBoth();
    void whoPicksAnOpenPriceByAKeyIsAskedToo();
    void aDepositStandsBelowItsGoods();
    void aDepositWhoseTaxIsUnknownCannotBeSold();
    void everyControlIsFit();
    void cleanup() { m_till.reset(); }

private:
    [[nodiscard]] QString shown(const QString &begins) const
    {
        const auto *list = part<QListView>(*m_till->window, u"ticketLines"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QString text = list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
            if (text.startsWith(begins))
                return text;
        }
        return {};
    }
    [[nodiscard]] Money money(std::int64_t minor) const { return m_till->counter->money(minor); }
    [[nodiscard]] Money total() const { return m_till->amount(u"total"_s); }
    [[nodiscard]] int approvals() { return m_till->counter->events("approval.granted"); }
    Counter::Goods flowers(const QString &unit = u"ea"_s)
    {
        ProductRow row{u"F1"_s, u"Flowers"_s, {}, unit, 0, u"A"_s, u"Garden"_s, 0, {u"4000417025005"_s}, {}};
        row.isOpenPrice = true;
        m_till->counter->tell(row.sku, Entity::Product, row);
        return {row.sku, row.name, row.gtins.first(), 0, unit};
    }
    void bottle(const QString &depositTax)
    {
        ProductRow row{u"L1"_s, u"Lager"_s, {}, u"ea"_s, 119, u"A"_s, {}, 0, {u"4000417025005"_s}, {}};
        row.deposit = DepositRow{u"DEP8"_s, u"Deposit"_s, 8, depositTax};
        m_till->counter->tell(row.sku, Entity::Product, row);
    }
    void type(const QString &price)
    {
        part<AmountField>(*m_till->window, u"priceField"_s)->setText(price);
        m_till->press(u"takePrice"_s);
    }
    void change(const QString &price, const QString &reason)
    {
        m_till->press(u"changePrice"_s);
        part<AmountField>(*m_till->window, u"priceField"_s)->setText(price);
        part<QLineEdit>(*m_till->window, u"reason"_s)->setText(reason);
        m_till->press(u"takePrice"_s);
    }

    std::unique_ptr<SellWindow> m_till;
};

void PricesTest::aPriceChangesByFingers()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"changePrice"_s);
    QVERIFY(words(*m_till->window).contains(u"Another price for Milk 1 l"_s));
    QVERIFY(words(*m_till->window).contains(u"Now €1.49"_s));
    QVERIFY(!part<BigButton>(*m_till->window, u"takePrice"_s)->isEnabled());
    part<AmountField>(*m_till->window, u"priceField"_s)->setText(u"0.99"_s);
    m_till->press(u"reason1"_s);
    m_till->press(u"takePrice"_s);
    QCOMPARE(total(), money(198));
    QCOMPARE(shown(u"Milk"_s), u"Milk 1 l, 2 × €0.99, Price changed: Damaged, was €1.49, €1.98"_s);
    QCOMPARE(approvals(), 1);
    QVERIFY(!isSeen(*m_till->window, u"priceField"_s));
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(m_till->lines(), 2);
    m_till->press(u"pay"_s);
    m_till->giveCash(u"10"_s);
    QCOMPARE(m_till->sales(), 1);
    const Sale sale = SaleTable(m_till->counter->ledgerTables()).latest(1).front();
    QCOMPARE(sale.total, money(198 + 149));
    QCOMPARE(sale.lines[0].change, (PriceChange{money(149), u"Damaged"_s}));
    QVERIFY(!sale.lines[1].change);
}

void PricesTest::aPriceChangesByKeys()
{
    m_till->scan(m_till->bread.gtin);
    QTest::keyClick(QApplication::focusWidget(), '/', Qt::NoModifier, 120);
    part<AmountField>(*m_till->window, u"priceField"_s)->setText(u"3.20"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::NoModifier, 120);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"reason"_s);
    part<QLineEdit>(*m_till->window, u"reason"_s)->setText(u"cut to size"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::NoModifier, 120);
    QCOMPARE(total(), money(320));
    QCOMPARE(approvals(), 1);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"scanField"_s);
}

void PricesTest::withoutAReasonNothingChanges()
{
    m_till->scan(m_till->milk.gtin);
    change(u"0.99"_s, u"  "_s);
    QVERIFY(isSeen(*m_till->window, u"priceField"_s));
    QCOMPARE(total(), money(149));
    QVERIFY(m_till->room->goBack());
    QVERIFY(!isSeen(*m_till->window, u"priceField"_s));
    QCOMPARE(total(), money(149));
    QCOMPARE(approvals(), 0);
}

void PricesTest::anAbsurdPriceIsRefusedInWords()
{
    m_till->scan(m_till->milk.gtin);
    change(u"4006381333931"_s, u"a slip"_s);
    QVERIFY(words(*m_till->window).contains(u"This amount can't be right."_s));
    QCOMPARE(total(), money(149));
    QCOMPARE(approvals(), 0);
}

void PricesTest::theShopsOwnPriceAgainAsksForNothing()
{
    m_till->scan(m_till->milk.gtin);
    change(u"0.99"_s, u"a dent"_s);
    QCOMPARE(total(), money(99));
    m_till->press(u"changePrice"_s);
    QVERIFY(words(*m_till->window).contains(u"Now €0.99, the shop asks €1.49"_s));
    QVERIFY(m_till->room->goBack());
    change(u"1.49"_s, {});
    QCOMPARE(total(), money(149));
    QCOMPARE(shown(u"Milk"_s), u"Milk 1 l, 1 × €1.49, €1.49"_s);
    QCOMPARE(approvals(), 1);
}

void PricesTest::aScanLeavesTheQuestion()
{
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"changePrice"_s);
    m_till->scan(m_till->bread.gtin);
    QVERIFY(!isSeen(*m_till->window, u"priceField"_s));
    QCOMPARE(total(), money(149 + 281));
}

void PricesTest::theTicketAfterAStopKeepsThePrice()
{
    m_till->scan(m_till->milk.gtin);
    change(u"0.99"_s, u"a dent"_s);
    m_till->restart();
    QCOMPARE(total(), money(99));
    m_till->press(u"pay"_s);
    m_till->giveCash(u"10"_s);
    QCOMPARE(m_till->sales(), 1);
}

void PricesTest::theReceiptSaysWhatItWas()
{
    m_till->scan(m_till->milk.gtin);
    change(u"0.99"_s, u"a dent"_s);
    m_till->press(u"pay"_s);
    m_till->giveCash(u"10"_s);
    const Sale sale = SaleTable(m_till->counter->ledgerTables()).latest(1).front();
    QFile text(m_till->counter->folder() + u"/receipts/"_s + sale.receipt.text() + u".txt"_s);
    QVERIFY2(text.open(QIODevice::ReadOnly), qPrintable(text.fileName()));
    const QString paper = QString::fromUtf8(text.readAll());
    QVERIFY2(paper.contains(u"  Price changed: a dent, was 1.49\n"_s), qPrintable(paper));
}

void PricesTest::anOpenPriceIsAskedForBeforeTheGoodsAreOnTheTicket()
{
    m_till->scan(flowers().gtin);
    QCOMPARE(m_till->lines(), 0);
    QVERIFY(words(*m_till->window).contains(u"What does Flowers cost?"_s));
    QVERIFY(!isSeen(*m_till->window, u"reason"_s));
    part<AmountField>(*m_till->window, u"priceField"_s)->setText(u"12.50"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::NoModifier, 120);
    QCOMPARE(m_till->lines(), 1);
    QCOMPARE(total(), money(1250));
    m_till->scan(u"4000417025005"_s);
    QVERIFY(part<AmountField>(*m_till->window, u"priceField"_s)->text().isEmpty());
    QVERIFY(m_till->room->goBack());
    QCOMPARE(m_till->lines(), 1);
    m_till->press(u"pay"_s);
    m_till->giveCash(u"20"_s);
    const Sale sale = SaleTable(m_till->counter->ledgerTables()).latest(1).front();
    QCOMPARE(sale.lines[0].price, money(1250));
    QCOMPARE(approvals(), 0);
}

void PricesTest::anOpenPriceOfNothingIsRefusedInWords()
{
    m_till->scan(flowers().gtin);
    for (const QString &absurd : {u"0.00"_s, u"4006381333931"_s}) {
        type(absurd);
        QVERIFY(words(*m_till->window).contains(u"This amount can't be right."_s));
        QCOMPARE(m_till->lines(), 0);
    }
}

void PricesTest::anOpenPriceIsCorrectedWithoutAReason()
{
    m_till->scan(flowers().gtin);
    type(u"125"_s);
    m_till->press(u"changePrice"_s);
    QVERIFY(words(*m_till->window).contains(u"Now €125.00"_s));
    type(u"12.50"_s);
    QCOMPARE(total(), money(1250));
    QCOMPARE(approvals(), 0);
    QCOMPARE(shown(u"Flowers"_s), u"Flowers, 1 × €12.50, €12.50"_s);
}

void PricesTest::weighedGoodsWithAnOpenPriceAskForBoth()
{
    m_till->scan(flowers(u"kg"_s).gtin);
    type(u"4.00"_s);
    QCOMPARE(m_till->lines(), 0);
    QVERIFY(words(*m_till->window).contains(u"How much of Flowers?"_s));
    part<QLineEdit>(*m_till->window, u"quantityField"_s)->setText(u"0.500"_s);
    m_till->press(u"takeQuantity"_s);
    QCOMPARE(total(), money(200));
}

void PricesTest::whoPicksAnOpenPriceByAKeyIsAskedToo()
{
    flowers();
    m_till->room->dataChanged();
    QTest::mouseClick(part<QPushButton>(*m_till->window, u"product_F1"_s), Qt::LeftButton);
    QVERIFY(words(*m_till->window).contains(u"What does Flowers cost?"_s));
    type(u"3"_s);
    QCOMPARE(total(), money(300));
}

void PricesTest::aDepositStandsBelowItsGoods()
{
    bottle(u"A"_s);
    m_till->scan(u"4000417025005"_s);
    m_till->scan(m_till->milk.gtin);
    m_till->scan(u"4000417025005"_s);
    QCOMPARE(m_till->lines(), 3);
    QCOMPARE(total(), money(2 * (119 + 8) + 149));
    QCOMPARE(shown(u"Deposit"_s), u"Deposit, 2 × €0.08, €0.16"_s);
    const auto *list = part<QListView>(*m_till->window, u"ticketLines"_s);
    const auto shownAt = [&](int row) {
        return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY(shownAt(0).startsWith(u"Lager"_s) && shownAt(1).startsWith(u"Deposit"_s));
    QVERIFY(shownAt(2).startsWith(u"Milk"_s));
    // A finger on the milk, below the deposit, takes the milk off.
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(2, 0)).center());
    m_till->press(u"removeLine"_s);
    QCOMPARE(total(), money(2 * (119 + 8)));
    m_till->restart();
    QCOMPARE(total(), money(2 * (119 + 8)));
    m_till->press(u"decrease"_s);
    QCOMPARE(total(), money(119 + 8));
    m_till->press(u"pay"_s);
    m_till->giveCash(u"10"_s);
    const Sale sale = SaleTable(m_till->counter->ledgerTables()).latest(1).front();
    QCOMPARE(sale.lines.size(), std::size_t(2));
    QCOMPARE(sale.lines[1].depositOf, std::optional(1));
    QFile text(m_till->counter->folder() + u"/receipts/"_s + sale.receipt.text() + u".txt"_s);
    QVERIFY2(text.open(QIODevice::ReadOnly), qPrintable(text.fileName()));
    const QString paper = QString::fromUtf8(text.readAll());
    QVERIFY2(paper.contains(QRegularExpression(u"Lager +1[.]19\nDeposit +0[.]08"_s)), qPrintable(paper));
}

void PricesTest::aDepositWhoseTaxIsUnknownCannotBeSold()
{
    bottle(u"NO-SUCH-TAX"_s);
    m_till->scan(u"4000417025005"_s);
    QCOMPARE(m_till->lines(), 0);
    QVERIFY(words(*m_till->window).contains(u"This shop has no product DEP8."_s));
}

void PricesTest::everyControlIsFit()
{
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(unfitControls(*m_till->window), QStringList());
    m_till->press(u"changePrice"_s);
    QCOMPARE(unfitControls(*m_till->window), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::PricesTest)
#include "tst_prices.moc"
