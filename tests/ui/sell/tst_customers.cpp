#include "core/catalog/scanned_code.h"
#include "core/customer/customer_desk.h"
#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// The OMS's side: answers when it is told to.
class CustomersKnown final : public CustomerDesk {
public:
    void find(const CustomerCard &card, Currency, Found done) override
    {
        asked = card;
        answer = std::move(done);
    }
    void hold(Purse, const CustomerCard &, const Uuid &, SaleId, const PurseWish &, Held done) override
    {
        done(refuse(Code::Unreachable));
    }
    void release(Purse, const CustomerCard &, const Uuid &) override { }

    CustomerCard asked;
    Found answer;
};

} // namespace

/// A customer's card at the real widgets: whose prices count, what the screen says, and what goes with them.
class CustomersAtTheCounterTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aScannedCardBringsNameAndPrices();
    void fingersAloneTypeTheDigitsOfTheNumber();
    void aTypedNumberIsTakenWhereGoodsAreSearched();
    void takenOffTheirPricesGoToo();
    void offlineTheTicketIsTheirsAndTheScreenSaysWhatThatMeans();
    void anUnknownCardIsSaidAndTheTicketIsNobodys();
    void aLateAnswerChangesNoOtherTicket();
    void afterARestartTheTicketIsTheirsAndTheNameIsAskedAgain();
    void onceMoneyWasTakenTheAnswerChangesNoPrice();
    void aDeclinedCardLetsTheAnswerCountThatCameMeanwhile();
    void aStaffCodeIsSaidInPlainWords();
    void aShopThatKnowsNoCustomersTakesNoCard();
    void everyControlFitsAFinger();
    void cleanup() { m_till.reset(); }

private:
    void say(const QStringList &groups = {u"club"_s})
    {
        m_desk.answer(
            KnownCustomer{{*Uuid::fromText("0190163d-0000-7000-8000-0000000000c1"), groups, 3, {}, {}},
                u"Anna Berg"_s, 120, {}});
        QCoreApplication::processEvents();
    }
    void say(Code code)
    {
        m_desk.answer(refuse(code, {{u"card"_s, m_number.right(4)}}));
        QCoreApplication::processEvents();
    }
    void offer()
    {
        m_till->counter->tell(u"club"_s, Entity::Promotion,
            PromotionRow{u"club"_s,
                R"({"id":"club","name":"Club price","customer_groups":["club"],"benefits":[{"kind":"amount_total","amount":49}]})"});
    }
    [[nodiscard]] Sale lastSale() { return SaleTable(m_till->counter->reader).latest(1).front(); }
    [[nodiscard]] QString shown() { return words(*m_till->window); }

    std::unique_ptr<SellWindow> m_till;
    CustomersKnown m_desk;
    QString m_number;
};

void CustomersAtTheCounterTest::init()
{
    m_till = std::make_unique<SellWindow>();
    m_desk = {};
    m_till->counter->config.customers.areKnown = true;
    m_till->counter->services.customers = &m_desk;
    m_number = houseCode(ScannedCode::Customer, u"4000123456"_s).value();
    offer();
    m_till->restart();
}

void CustomersAtTheCounterTest::aScannedCardBringsNameAndPrices()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_number);
    QCOMPARE(m_desk.asked, customerCardWith(m_number));
    QVERIFY(shown().contains(u"Asking the head office"_s));
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149));
    say();
    QVERIFY(shown().contains(u"Anna Berg"_s));
    QVERIFY(shown().contains(u"120 points"_s));
    QVERIFY(!shown().contains(m_number));
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(100));
    m_till->press(u"pay"_s);
    m_till->press(u"note1"_s);
    QCOMPARE(lastSale().customer->card, customerCardWith(m_number));
    QCOMPARE(lastSale().total, m_till->counter->money(100));
    // The next ticket is nobody's.
    m_till->scan(m_till->milk.gtin);
    QVERIFY(!isSeen(*m_till->window, u"customerName"_s));
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149));
}

void CustomersAtTheCounterTest::fingersAloneTypeTheDigitsOfTheNumber()
{
    m_till->press(u"customer"_s);
    part<QLineEdit>(*m_till->window, u"customerNumber"_s)->setText(u"4000123456"_s);
    m_till->press(u"takeCustomer"_s);
    QCOMPARE(m_desk.asked, customerCardWith(m_number));
    say();
    QVERIFY(shown().contains(u"Anna Berg"_s));
    m_till->press(u"takeOffCustomer"_s);
    m_till->press(u"customer"_s);
    auto *field = part<QLineEdit>(*m_till->window, u"customerNumber"_s);
    QVERIFY(field->text().isEmpty());
    field->setText(m_number.chopped(1) + (m_number.endsWith(u'2') ? u'3' : u'2'));
    m_till->press(u"takeCustomer"_s);
    QVERIFY(shown().contains(u"misread or mistyped"_s));
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    QVERIFY(isSeen(*m_till->window, u"scanField"_s));
}

void CustomersAtTheCounterTest::aTypedNumberIsTakenWhereGoodsAreSearched()
{
    auto *field = part<QLineEdit>(*m_till->window, u"scanField"_s);
    field->setText(m_number.toLower());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_desk.asked, customerCardWith(m_number));
    QVERIFY(field->text().isEmpty());
}

void CustomersAtTheCounterTest::takenOffTheirPricesGoToo()
{
    m_till->scan(m_number);
    say();
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(100));
    m_till->press(u"takeOffCustomer"_s);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149));
    QVERIFY(!isSeen(*m_till->window, u"customerName"_s));
    m_till->press(u"pay"_s);
    m_till->press(u"note1"_s);
    QVERIFY(!lastSale().customer);
}

void CustomersAtTheCounterTest::offlineTheTicketIsTheirsAndTheScreenSaysWhatThatMeans()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_number);
    say(Code::Unreachable);
    QVERIFY(shown().contains(u"Customer **** "_s + m_number.right(4)));
    QVERIFY(shown().contains(u"no customer prices now"_s));
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149));
    // Scanned again, it is asked again.
    m_till->scan(m_number);
    say();
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(100));
    m_till->press(u"pay"_s);
    m_till->press(u"note1"_s);
    QCOMPARE(lastSale().customer->card, customerCardWith(m_number));
}

void CustomersAtTheCounterTest::anUnknownCardIsSaidAndTheTicketIsNobodys()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_number);
    say(Code::UnknownCustomer);
    QVERIFY(shown().contains(u"There is no customer with the card"_s));
    QVERIFY(!isSeen(*m_till->window, u"customerName"_s));
    m_till->press(u"pay"_s);
    m_till->press(u"note1"_s);
    QVERIFY(!lastSale().customer);
}

void CustomersAtTheCounterTest::aLateAnswerChangesNoOtherTicket()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_number);
    m_till->press(u"pay"_s);
    m_till->press(u"note1"_s);
    QCOMPARE(lastSale().total, m_till->counter->money(149));
    m_till->scan(m_till->milk.gtin);
    say();
    QVERIFY(!isSeen(*m_till->window, u"customerName"_s));
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149));
}

void CustomersAtTheCounterTest::afterARestartTheTicketIsTheirsAndTheNameIsAskedAgain()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_number);
    say();
    m_desk = {};
    m_till->restart();
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(100));
    QCOMPARE(m_desk.asked, customerCardWith(m_number));
    say();
    QVERIFY(shown().contains(u"Anna Berg"_s));
    // Nobody can be asked: their prices stand as they were told.
    m_till->restart();
    say(Code::Unreachable);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(100));
}

void CustomersAtTheCounterTest::onceMoneyWasTakenTheAnswerChangesNoPrice()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_number);
    m_till->press(u"pay"_s);
    m_till->giveCash(u"1"_s);
    say();
    QVERIFY(shown().contains(u"Anna Berg"_s));
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(49));
}

void CustomersAtTheCounterTest::aDeclinedCardLetsTheAnswerCountThatCameMeanwhile()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_number);
    m_till->press(u"pay"_s);
    m_till->press(u"payCard"_s);
    say();
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149));
    m_till->press(u"declineCard"_s);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(100));
}

void CustomersAtTheCounterTest::aStaffCodeIsSaidInPlainWords()
{
    m_till->scan(houseCode(ScannedCode::Staff, u"900001"_s).value());
    QVERIFY(shown().contains(u"a code of the staff"_s));
    QCOMPARE(m_till->lines(), 0);
}

void CustomersAtTheCounterTest::aShopThatKnowsNoCustomersTakesNoCard()
{
    m_till->counter->config.customers = {};
    m_till->restart();
    QVERIFY(!isSeen(*m_till->window, u"customer"_s));
    m_till->scan(m_number);
    QVERIFY(!m_desk.answer);
    QVERIFY(!isSeen(*m_till->window, u"customerName"_s));
}

void CustomersAtTheCounterTest::everyControlFitsAFinger()
{
    m_till->press(u"customer"_s);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
    m_till->scan(m_number);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
    say(Code::Unreachable);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::CustomersAtTheCounterTest)
#include "tst_customers.moc"
