#include "core/payment/foreign_cash.h"
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
    void aRateThatComesMeanwhileIsTheNextOnes();
    void moreNotesForOneTicketCountAsTheFirstDid();
    void aRateBeginsWhenItsTimeHasCome();
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
    /// The OMS says what a dollar is worth from \a minutes after now on.
    void say(const QString &id, const QString &rate, int minutes = 0)
    {
        Counter &counter = *m_till->counter;
        counter.tell(id, Entity::ExchangeRate,
            ExchangeRateRow{id, u"USD"_s, rate, counter.clock.now() + std::chrono::minutes(minutes)});
    }
    [[nodiscard]] QString said() { return part<QLabel>(*m_till->window, u"foreignWorth"_s)->text(); }
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

void ForeignPayingTest::aRateThatComesMeanwhileIsTheNextOnes()
{
    beginToPay();
    QVERIFY2(said().contains(u"at 0.9200"_s), qPrintable(said()));
    say(u"today"_s, u"0.5000"_s);
    type(u"20"_s);
    QVERIFY2(said().contains(u"at 0.9200"_s) && said().contains(u"€18.40"_s), qPrintable(said()));
    m_till->press(u"foreignCHF"_s);
    m_till->press(u"foreignUSD"_s);
    QVERIFY2(said().contains(u"at 0.9200"_s), qPrintable(said()));
    m_till->press(u"takeForeign"_s);
    QCOMPARE(lastSale().tenders.front().foreign->rate.text(), u"0.9200"_s);
    QCOMPARE(lastSale().tenders.front().amount, m_till->counter->money(184));

    beginToPay();
    QVERIFY2(said().contains(u"at 0.5000"_s), qPrintable(said()));
    m_till->press(u"takeForeign"_s);
    QCOMPARE(m_till->sales(), 2);
    QCOMPARE(lastSale().tenders.front().foreign->rate.text(), u"0.5000"_s);
    QCOMPARE(lastSale().tenders.front().foreign->given.minor(), 300);
}

void ForeignPayingTest::moreNotesForOneTicketCountAsTheFirstDid()
{
    beginToPay();
    type(u"1"_s);
    m_till->press(u"takeForeign"_s);
    say(u"today"_s, u"0.1000"_s);
    m_till->restart();
    if (!isSeen(*m_till->window, u"payForeign"_s))
        m_till->press(u"pay"_s);
    m_till->press(u"payForeign"_s);
    QVERIFY2(said().contains(u"at 0.9200"_s), qPrintable(said()));
    m_till->press(u"takeForeign"_s);
    QCOMPARE(lastSale().tenders.size(), std::size_t(2));
    beginToPay();
    QVERIFY2(said().contains(u"at 0.1000"_s), qPrintable(said()));
}

void ForeignPayingTest::aRateBeginsWhenItsTimeHasCome()
{
    say(u"yesterday"_s, u"0.9000"_s, -24 * 60);
    say(u"tomorrow"_s, u"0.5000"_s, 24 * 60);
    beginToPay();
    QVERIFY2(said().contains(u"at 0.9000"_s), qPrintable(said()));
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    m_till->counter->clock.advance(std::chrono::hours(24));
    m_till->press(u"payForeign"_s);
    QVERIFY2(said().contains(u"at 0.5000"_s), qPrintable(said()));
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
