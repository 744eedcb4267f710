#include "core/cards/unsettled_cards.h"
#include "core/returns/complete_return.h"
#include "core/returns/return_table.h"
#include "core/sale/cart_store.h"
#include "core/sale/receipt_book.h"
#include "core/sale/sale_table.h"
#include "tests/ui/pay/stopping_till.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr std::int64_t kPrice = 2810;
constexpr std::int64_t kPart = 1000;

/// How the customer pays, and what goes wrong with the terminal.
enum class Plan { Card, PartByCard, NoAnswer, GiveBack, Declined };

/// A cashier who does what the window shows, and looks at the terminal where the window says so.
class Cashier final {
public:
    Cashier(StoppingTill &till, Terminal &terminal, Plan plan)
        : m_till(till), m_terminal(terminal), m_plan(plan)
    {
    }

    /// One press; false once the customer has the receipt.
    bool act();
    /// "" or what the window must never do.
    [[nodiscard]] QString complaint() const { return m_complaint; }

private:
    void atCounter();
    void atTenders(const PayView &view);
    void atTerminal(const PayView &view);

    StoppingTill &m_till;
    Terminal &m_terminal;
    Plan m_plan;
    QString m_complaint;
};

bool Cashier::act()
{
    if (!SaleTable(m_till.tables()).latest(1).empty())
        return false;
    PayPresenter &pay = m_till.sell().pay();
    const PayView view = pay.view();
    switch (view.step) {
    case PayView::Step::Away:
        atCounter();
        break;
    case PayView::Step::Tender:
        atTenders(view);
        break;
    case PayView::Step::Card:
        atTerminal(view);
        break;
    case PayView::Step::Void:
        if (m_terminal.hasMoney())
            ++m_terminal.voids;
        pay.confirmVoid();
        break;
    default: // this cashier has cash and cards alone
        break;
    }
    return true;
}

void Cashier::atCounter()
{
    if (!m_till.sell().view().ticket.cart.isEmpty())
        return m_till.sell().beginPaying();
    Product tea;
    tea.sku = u"T"_s;
    tea.name = u"Tea"_s;
    tea.unit = u"ea"_s;
    tea.price = m_till.money(kPrice);
    tea.taxCode = u"A"_s;
    tea.taxRate = Percentage::partsPerMillion(190'000);
    m_till.sell().pick(tea);
}

void Cashier::atTenders(const PayView &view)
{
    PayPresenter &pay = m_till.sell().pay();
    if (m_plan == Plan::GiveBack && m_terminal.charges > 0) {
        for (std::size_t i = 0; i < view.tenders.size(); ++i) {
            if (view.tenders[i].kind == TenderKind::Card)
                return pay.takeBack(int(i));
        }
    }
    if (view.canFinish)
        return pay.complete();
    if (m_plan == Plan::PartByCard && view.tenders.empty())
        return pay.takeCash(m_till.money(kPrice - kPart));
    if (m_plan == Plan::GiveBack && m_terminal.charges > 0)
        return pay.takeCash(m_till.money(kPrice));
    if (m_plan == Plan::GiveBack)
        return pay.startCard(m_till.money(kPart));
    pay.startCard({});
}

void Cashier::atTerminal(const PayView &view)
{
    PayPresenter &pay = m_till.sell().pay();
    if (view.asked == PayView::Asked::Now && !view.refusal) {
        if (m_terminal.hasMoney())
            m_complaint = u"the till asks for a card that is charged already"_s;
        if (m_plan == Plan::Declined && m_till.events("payment.declined") == 0)
            return pay.declineCard();
        ++m_terminal.charges;
        if (m_plan == Plan::NoAnswer)
            return pay.missAnswer();
    }
    m_terminal.hasMoney() ? pay.approveCard(m_terminal.slip()) : pay.declineCard();
}

} // namespace

/// The till stops at every single write on the way from the card to the receipt, and again while it goes on.
class CardCrashesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Each stop would be logged as a disk that broke.
    void initTestCase() { QLoggingCategory::setFilterRules(u"default.warning=false"_s); }
    void noMoneyIsLostOrTakenTwice_data();
    void noMoneyIsLostOrTakenTwice();
    void aRefundToACardIsBookedOnceOrNotAtAll();

private:
    /// Presses on until the customer has the receipt or the machine has ended.
    void goOn(Cashier &cashier);
    void checkStart(const Terminal &terminal);
    void checkEnd(const Terminal &terminal, Plan plan);
    std::unique_ptr<StoppingTill> m_till;
};

void CardCrashesTest::goOn(Cashier &cashier)
{
    constexpr int kMostPresses = 60;
    for (int press = 0; press < kMostPresses && !m_till->hasEnded(); ++press) {
        try {
            if (!cashier.act())
                return;
        } catch (const std::exception &) {
            QVERIFY(m_till->hasEnded());
        }
    }
    QVERIFY2(m_till->hasEnded(), "the sale comes to no end");
}

/// What the restarted till knows and shows before anybody has pressed anything.
void CardCrashesTest::checkStart(const Terminal &terminal)
{
    const PayView &view = m_till->sell().pay().view();
    const auto open = unsettledCards(m_till->tables());
    for (const UnsettledCard &card : open) {
        QVERIFY2(!card.isStray, "a payment without its ticket");
        if (card.attempt.state == CardState::Approved) {
            QVERIFY(std::any_of(view.tenders.begin(), view.tenders.end(),
                [&](const Tender &tender) { return tender.attempt == card.attempt.id; }));
        } else {
            QCOMPARE(view.step, PayView::Step::Card);
            QVERIFY(view.asked != PayView::Asked::Now);
            QCOMPARE(view.cardAmount, card.attempt.amount);
        }
    }
    const bool isSold = !SaleTable(m_till->tables()).latest(1).empty();
    QVERIFY2(!terminal.hasMoney() || isSold || open.size() == 1, "the money of the card is lost");
    QCOMPARE(m_till->differences(), QStringList());
}

void CardCrashesTest::checkEnd(const Terminal &terminal, Plan plan)
{
    QCOMPARE(terminal.charges, 1);
    QCOMPARE(terminal.voids, plan == Plan::GiveBack ? 1 : 0);
    QCOMPARE(m_till->events("sale.completed"), 1);
    QCOMPARE(m_till->events("payment.approved"), 1);
    QCOMPARE(m_till->events("payment.voided"), terminal.voids);
    QVERIFY(m_till->events("payment.unknown") <= (plan == Plan::NoAnswer ? 1 : 0));
    QVERIFY(unsettledCards(m_till->tables()).empty());
    QVERIFY(!loadOpenCart(m_till->tables()));
    const auto sales = SaleTable(m_till->tables()).latest(9);
    QCOMPARE(sales.size(), 1U);
    const Sale &sale = sales.front();
    QCOMPARE(sale.receipt.number, 1);
    Money byCard = m_till->money(0);
    for (const Tender &tender : sale.tenders) {
        if (tender.kind == TenderKind::Card) {
            byCard += tender.amount;
            QCOMPARE(tender.approval, terminal.slip());
        }
    }
    QCOMPARE(byCard.minor(), plan == Plan::GiveBack ? 0 : plan == Plan::PartByCard ? kPart : kPrice);
    QCOMPARE(m_till->papers(), QStringList(sale.receipt.text()));
    QCOMPARE(m_till->differences(), QStringList());
}

void CardCrashesTest::noMoneyIsLostOrTakenTwice_data()
{
    QTest::addColumn<int>("plan");
    QTest::newRow("all by card") << int(Plan::Card);
    QTest::newRow("cash and card") << int(Plan::PartByCard);
    QTest::newRow("the terminal gives no answer") << int(Plan::NoAnswer);
    QTest::newRow("card money is given back, cash pays") << int(Plan::GiveBack);
    QTest::newRow("declined first, then approved") << int(Plan::Declined);
}

void CardCrashesTest::noMoneyIsLostOrTakenTwice()
{
    QFETCH(int, plan);
    m_till.reset(); // one disk by that name at a time
    m_till = std::make_unique<StoppingTill>();
    int stops = 0;
    for (int operation = 1;; ++operation) {
        Terminal terminal;
        m_till->begin();
        Cashier cashier(*m_till, terminal, Plan(plan));
        m_till->endAt(operation);
        goOn(cashier);
        const bool wasStopped = m_till->hasEnded();
        // Whoever goes on may be stopped as well.
        for (int again = 1; m_till->hasEnded(); ++again) {
            ++stops;
            m_till->restart((operation + again) % 2 == 0);
            checkStart(terminal);
            if (again < 3)
                m_till->endAt(operation * again % 23 + 1);
            goOn(cashier);
        }
        QVERIFY2(cashier.complaint().isEmpty(), qPrintable(cashier.complaint()));
        checkEnd(terminal, Plan(plan));
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"the till was stopped at write %1"_s.arg(operation)));
        if (!wasStopped)
            break;
    }
    QVERIFY2(stops > 40, qPrintable(u"only %1 stops"_s.arg(stops)));
}

void CardCrashesTest::aRefundToACardIsBookedOnceOrNotAtAll()
{
    m_till.reset(); // one disk by that name at a time
    m_till = std::make_unique<StoppingTill>();
    int there = 0;
    int gone = 0;
    for (int operation = 1;; ++operation) {
        Terminal terminal;
        m_till->begin();
        Cashier cashier(*m_till, terminal, Plan::Card);
        goOn(cashier);
        const Sale sale = SaleTable(m_till->tables()).latest(1).front();
        // The terminal has paid the money back; the slip's code is typed, and the till stops.
        const ReturnRequest request{ReturnId(m_till->newId()), sale.receipt,
            {{1, Quantity::pieces(1), u"broken"_s, Disposition::Damaged}}, TenderKind::Card, u"R1"_s};
        const auto book = [&] {
            return CompleteReturn(m_till->ledger(), m_till->replica(), m_till->config()).run(request);
        };
        m_till->endAt(operation);
        bool isDone = false;
        try {
            isDone = book().has_value() && !m_till->hasEnded();
        } catch (const std::exception &) {
            QVERIFY(m_till->hasEnded());
        }
        const bool wasStopped = m_till->hasEnded();
        m_till->endAt(0);
        m_till->restart(operation % 2 == 0);
        const bool isBooked = ReturnTable(m_till->tables()).byId(request.id).has_value();
        QVERIFY(isBooked || !isDone);
        ++(isBooked ? there : gone);
        // The same slip again, from the hands of whoever does not know how far it came.
        const auto again = book();
        QCOMPARE(again.has_value(), !isBooked);
        if (isBooked)
            QCOMPARE(again.error().code, Code::AlreadyCompleted);
        const auto back = ReturnTable(m_till->tables()).byId(request.id);
        QCOMPARE(back->tenders, (std::vector<Tender>{{TenderKind::Card, sale.total, u"R1"_s, {}}}));
        QCOMPARE(back->receipt.number, 2);
        QCOMPARE(m_till->events("return.completed"), 1);
        QCOMPARE(m_till->differences(), QStringList());
        if (!wasStopped)
            break;
    }
    QVERIFY2(there > 1 && gone > 1, "never stopped before, or never after the booking");
}

} // namespace evertill

QTEST_MAIN(evertill::CardCrashesTest)
#include "tst_card_crashes.moc"
