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

private:
    [[nodiscard]] Result<KnownCustomer> find()
    {
        Result<KnownCustomer> found = refuse(Code::BadInput);
        CustomerQuestions(m_oms, m_clock).find(m_card, euro(), [&](const Result<KnownCustomer> &answer) {
            found = answer;
        });
        return found;
    }
    [[nodiscard]] static Currency euro() { return *Currency::fromCode(u"EUR"); }

    CustomerAnswers m_oms;
    ManualClock m_clock{{0}, 0};
    const CustomerCard m_card = customerCardWith(u"EVC-400012345678K7"_s);
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

QTEST_GUILESS_MAIN(CustomerQuestionsTest)
#include "tst_customer_questions.moc"
