#include "core/base/manual_clock.h"
#include "sync/live/customer_questions.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

/// The OMS's side of one question.
class CustomerAnswers final : public OmsQuestions {
public:
    void ask(const HttpRequest &request, OmsExchange::Done done) override
    {
        asked = request;
        done(answer);
    }
    void say(int status, const QByteArray &body) { answer = HttpAnswer{status, "1", {}, {}, body}; }

    HttpRequest asked;
    OmsAnswer answer;
};

QByteArray good()
{
    return R"({"customer":"0190163d-0000-7000-8000-0000000000c1","name":"Anna Berg","groups":["club"],)"
           R"("purchases":4,"uses":[{"promotion":"p","times":2}],"points":120,"currency":"EUR",)"
           R"("through":{"epoch":1,"seq":9}})";
}

} // namespace

/// What is asked about a customer, and what of the answers is believed.
class CustomerQuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverSendsTheNumber();
    void readsWhatCountsAtTheCounter();
    void whoMayBuyOnAccountIsSaidWithHowMuch();
    void believesNoOtherAnswer_data();
    void believesNoOtherAnswer();
    void aHoldIsAskedForInItsOwnMeasure();
    void believesNoOtherHold_data();
    void believesNoOtherHold();
    void lettingGoNamesTheHold();

private:
    [[nodiscard]] Result<KnownCustomer> find()
    {
        Result<KnownCustomer> found = refuse(Code::BadInput);
        CustomerQuestions(m_oms, m_clock).find(m_card, euro(), [&](const Result<KnownCustomer> &answer) {
            found = answer;
        });
        return found;
    }
    [[nodiscard]] Result<PurseHold> hold(Purse purse)
    {
        Result<PurseHold> kept = refuse(Code::BadInput);
        CustomerQuestions(m_oms, m_clock)
            .hold(purse, m_card, m_hold, SaleId(m_hold), {300, euro()},
                [&](const Result<PurseHold> &answer) { kept = answer; });
        return kept;
    }
    [[nodiscard]] static Currency euro() { return *Currency::fromCode(u"EUR"); }

    CustomerAnswers m_oms;
    ManualClock m_clock{{0}, 0};
    const CustomerCard m_card = customerCardWith(u"EVC-400012345678K7"_s);
    const Uuid m_hold = *Uuid::fromText("0190163d-0000-7000-8000-0000000000d1");
};

void CustomerQuestionsTest::neverSendsTheNumber()
{
    m_oms.answer = HttpFailure{HttpFailure::Unreachable, {}};
    QCOMPARE(find().error().code, Code::Unreachable);
    QCOMPARE(m_oms.asked.method, QByteArray("GET"));
    QCOMPARE(m_oms.asked.path, u"/v1/customers/"_s + m_card.reference);
    QVERIFY(m_oms.asked.body.isEmpty());
}

void CustomerQuestionsTest::readsWhatCountsAtTheCounter()
{
    m_oms.say(200, good());
    const KnownCustomer customer = find().value();
    QCOMPARE(customer.name, u"Anna Berg"_s);
    QCOMPARE(customer.points, 120);
    QVERIFY(!customer.onAccount);
    QCOMPARE(customer.facts.groups, QStringList{u"club"_s});
    QCOMPARE(customer.facts.purchases, 4);
    QCOMPARE(customer.facts.uses, (std::map<QString, std::int64_t>{{u"p"_s, 2}}));
    QCOMPARE(customer.facts.through, (Position{1, 9}));
}

void CustomerQuestionsTest::whoMayBuyOnAccountIsSaidWithHowMuch()
{
    m_oms.say(200, QByteArray(good()).replace("\"points\"", "\"on_account_left\":0,\"points\""));
    QCOMPARE(find()->onAccount, Money::zero(euro()));
}

void CustomerQuestionsTest::believesNoOtherAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << 200 << QByteArray(good()).replace(from, to) << int(Code::BadAnswer);
    };
    row("no id", "0190163d-", "anna-");
    row("no name", "\"name\"", "\"nam\"");
    row("groups that are numbers", "[\"club\"]", "[7]");
    row("points below none", "\"points\":120", "\"points\":-1");
    row("another currency", "EUR", "CHF");
    row("no position", "\"seq\":9", "\"seq\":-9");
    row("half a use", "\"times\":2", "\"times\":2.5");
    QTest::newRow("no JSON") << 200 << QByteArray("<html>") << int(Code::BadAnswer);
    QTest::newRow("nobody") << 404 << QByteArray(R"({"error":"unknown_customer"})")
                            << int(Code::UnknownCustomer);
    QTest::newRow("another no") << 409 << QByteArray(R"({"error":"closed"})") << int(Code::Denied);
    QTest::newRow("a server that can't") << 503 << QByteArray("{}") << int(Code::Unreachable);
}

void CustomerQuestionsTest::believesNoOtherAnswer()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    m_oms.say(status, body);
    QCOMPARE(int(find().error().code), code);
}

void CustomerQuestionsTest::aHoldIsAskedForInItsOwnMeasure()
{
    const QByteArray id = m_hold.toString().toLatin1();
    m_oms.say(200, R"({"hold":")" + id + R"(","points":200,"left":0,"expires_at":9})");
    QCOMPARE(hold(Purse::Points).value(), (PurseHold{200}));
    QCOMPARE(m_oms.asked.path, u"/v1/points/"_s + m_card.reference + u"/holds"_s);
    QCOMPARE(m_oms.asked.body, R"({"cart":")" + id + R"(","hold":")" + id + R"(","points":300})");
    m_oms.say(200, R"({"hold":")" + id + R"(","amount":300,"left":7,"expires_at":9})");
    QCOMPARE(hold(Purse::Account).value(), (PurseHold{300}));
    QCOMPARE(m_oms.asked.path, u"/v1/accounts/"_s + m_card.reference + u"/holds"_s);
    QCOMPARE(
        m_oms.asked.body, R"({"amount":300,"cart":")" + id + R"(","currency":"EUR","hold":")" + id + R"("})");
}

void CustomerQuestionsTest::believesNoOtherHold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const QByteArray kept =
        R"({"hold":")" + m_hold.toString().toLatin1() + R"(","points":200,"left":0,"expires_at":9})";
    const auto row = [&](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << 200 << QByteArray(kept).replace(from, to) << int(Code::BadAnswer);
    };
    row("more than was asked for", "200", "301");
    row("nothing", "200", "0");
    row("half a point", "200", "0.5");
    row("less than nothing left", "\"left\":0", "\"left\":-1");
    row("another hold", "d1\"", "d2\"");
    row("money for points", "\"points\"", "\"amount\"");
    QTest::newRow("none left") << 409 << QByteArray(R"({"error":"nothing_left"})") << int(Code::NoPoints);
    QTest::newRow("nobody") << 404 << QByteArray(R"({"error":"unknown_customer"})")
                            << int(Code::UnknownCustomer);
    QTest::newRow("a used id") << 409 << QByteArray(R"({"error":"hold_used"})") << int(Code::Denied);
}

void CustomerQuestionsTest::believesNoOtherHold()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    m_oms.say(status, body);
    QCOMPARE(int(hold(Purse::Points).error().code), code);
    if (Code(code) == Code::NoPoints)
        QCOMPARE(hold(Purse::Account).error().code, Code::NoCredit);
}

void CustomerQuestionsTest::lettingGoNamesTheHold()
{
    m_oms.say(200, "{}");
    CustomerQuestions(m_oms, m_clock).release(Purse::Account, m_card, m_hold);
    QCOMPARE(m_oms.asked.path,
        u"/v1/accounts/"_s + m_card.reference + u"/holds/"_s + m_hold.toString() + u"/release"_s);
}

QTEST_GUILESS_MAIN(CustomerQuestionsTest)
#include "tst_customer_questions.moc"
