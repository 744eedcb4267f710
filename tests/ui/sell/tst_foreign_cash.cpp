#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// Paying by foreign notes at the real widgets.
class ForeignPayingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void enterTakesTheNotesThatAreDue();
    void moreIsTypedAndChangeIsSaidBeforeItIsTaken();
    void anotherCurrencyIsChosenByKeyOrFinger();
    void notesForAPartLeaveTheRest();
    void coinsAreRefused();
    void escLeavesThePayingAsItWas();
    void aShopThatTakesNoneShowsNone();
    void everyControlFitsAFinger();
    void cleanup() { m_till.reset(); }

private:
    void beginToPay()
    {
        m_till->scan(m_till->milk.gtin);
        m_till->press(u"pay"_s);
        m_till->press(u"payForeign"_s);
    }
    void type(const QString &given) { part<AmountField>(*m_till->window, u"foreignGiven"_s)->setText(given); }
    [[nodiscard]] Sale lastSale() { return SaleTable(m_till->counter->reader).latest(1).front(); }
    std::unique_ptr<SellWindow> m_till;
};

void ForeignPayingTest::init()
{
    m_till = std::make_unique<SellWindow>();
    const auto taken = [](QStringView code, QStringView rate, std::int64_t step) {
        return ForeignCurrency{*Currency::fromCode(code), *ExchangeRate::parse(rate), step};
    };
    m_till->counter->config.foreignCash = {taken(u"USD", u"0.92", 100), taken(u"CHF", u"1.0605", 1000)};
}

void ForeignPayingTest::enterTakesTheNotesThatAreDue()
{
    beginToPay();
    QVERIFY2(words(*m_till->window).contains(u"0.9200"_s), qPrintable(words(*m_till->window)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_till->sales(), 1);
    const Sale sale = lastSale();
    QCOMPARE(sale.tenders.front().kind, TenderKind::ForeignCash);
    QCOMPARE(sale.tenders.front().foreign->given.minor(), 200);
    QCOMPARE(sale.tenders.front().amount, m_till->counter->money(184));
    QCOMPARE(sale.change, m_till->counter->money(35));
}

void ForeignPayingTest::moreIsTypedAndChangeIsSaidBeforeItIsTaken()
{
    beginToPay();
    type(u"20"_s);
    QVERIFY2(words(*m_till->window).contains(u"€16.91 change"_s), qPrintable(words(*m_till->window)));
    QCOMPARE(m_till->sales(), 0);
    m_till->press(u"takeForeign"_s);
    QCOMPARE(m_till->amount(u"change"_s), m_till->counter->money(1691));
    QVERIFY2(words(*m_till->window).contains(u"at 0.9200"_s), qPrintable(words(*m_till->window)));
}

void ForeignPayingTest::anotherCurrencyIsChosenByKeyOrFinger()
{
    beginToPay();
    type(u"20"_s);
    QTest::keyClick(m_till->window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY2(words(*m_till->window).contains(u"1.0605"_s), qPrintable(words(*m_till->window)));
    QVERIFY(part<AmountField>(*m_till->window, u"foreignGiven"_s)->text().isEmpty());
    m_till->press(u"foreignUSD"_s);
    m_till->press(u"foreignCHF"_s);
    m_till->press(u"takeForeign"_s);
    QCOMPARE(lastSale().tenders.front().foreign->given.minor(), 1000);
}

void ForeignPayingTest::notesForAPartLeaveTheRest()
{
    beginToPay();
    QTest::keyClicks(QApplication::focusWidget(), u"1"_s);
    m_till->press(u"takeForeign"_s);
    QCOMPARE(m_till->sales(), 0);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(57));
    m_till->press(u"note1"_s);
    QCOMPARE(lastSale().tenders.size(), std::size_t(2));
}

void ForeignPayingTest::coinsAreRefused()
{
    beginToPay();
    type(u"2.50"_s);
    m_till->press(u"takeForeign"_s);
    QVERIFY2(words(*m_till->window).contains(u"Only notes are taken"_s), qPrintable(words(*m_till->window)));
    QCOMPARE(m_till->sales(), 0);
}

void ForeignPayingTest::escLeavesThePayingAsItWas()
{
    beginToPay();
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    QVERIFY(isSeen(*m_till->window, u"payCash"_s));
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(149));
}

void ForeignPayingTest::aShopThatTakesNoneShowsNone()
{
    m_till->counter->config.foreignCash.clear();
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"pay"_s);
    QVERIFY(!isSeen(*m_till->window, u"payForeign"_s));
}

void ForeignPayingTest::everyControlFitsAFinger()
{
    m_till->counter->config.giftCards = {true, 0};
    m_till->counter->config.vouchers.areTaken = true;
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"pay"_s);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
    m_till->press(u"payForeign"_s);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::ForeignPayingTest)
#include "tst_foreign_cash.moc"
