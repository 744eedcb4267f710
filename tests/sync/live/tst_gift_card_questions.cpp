#include "core/base/manual_clock.h"
#include "sync/live/gift_card_questions.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

/// The OMS's side of one question.
class Answers final : public OmsQuestions {
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

} // namespace

/// What is asked about a gift card, and what of the answers is believed.
class GiftCardQuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverSendsTheNumber();
    void takesWhatWasKept();
    void believesNoOtherAnswer_data();
    void believesNoOtherAnswer();
    void readsABalance();

private:
    [[nodiscard]] Result<GiftCardHold> hold()
    {
        Result<GiftCardHold> kept = refuse(Code::BadInput);
        GiftCardQuestions(m_oms, m_clock)
            .hold(m_card, m_hold, SaleId(m_hold), money(1000),
                [&](const Result<GiftCardHold> &answer) { kept = answer; });
        return kept;
    }
    [[nodiscard]] static Money money(std::int64_t minor)
    {
        return Money::minor(minor, *Currency::fromCode(u"EUR"));
    }

    Answers m_oms;
    ManualClock m_clock{{0}, 0};
    const GiftCard m_card = giftCardWith(u"EVG-700012345678K7"_s);
    const Uuid m_hold = *Uuid::fromText("0190163d-0000-7000-8000-000000000001");
};

void GiftCardQuestionsTest::neverSendsTheNumber()
{
    m_oms.answer = HttpFailure{HttpFailure::Unreachable, {}};
    QCOMPARE(hold().error().code, Code::Unreachable);
    QCOMPARE(m_oms.asked.method, QByteArray("POST"));
    QCOMPARE(m_oms.asked.path, u"/v1/giftcards/"_s + m_card.reference + u"/holds"_s);
    QVERIFY(!m_oms.asked.path.contains(u"7000"_s) || m_card.reference.contains(u"7000"_s));
    QVERIFY(!m_oms.asked.body.contains("700012345678"));
}

void GiftCardQuestionsTest::takesWhatWasKept()
{
    m_oms.say(200, R"({"hold":"0190163d-0000-7000-8000-000000000001","amount":700,"left":0,"expires_at":9})");
    QCOMPARE(hold().value(), (GiftCardHold{money(700), money(0), {9}}));
}

void GiftCardQuestionsTest::believesNoOtherAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const QByteArray id = R"("hold":"0190163d-0000-7000-8000-000000000001")";
    QTest::newRow("more than was asked for")
        << 200 << "{" + id + R"(,"amount":1001,"left":0,"expires_at":9})" << int(Code::BadAnswer);
    QTest::newRow("nothing") << 200 << "{" + id + R"(,"amount":0,"left":0,"expires_at":9})"
                             << int(Code::BadAnswer);
    QTest::newRow("another hold")
        << 200
        << QByteArray(R"({"hold":"0190163d-0000-7000-8000-000000000002","amount":1,"left":0,"expires_at":9})")
        << int(Code::BadAnswer);
    QTest::newRow("no JSON") << 200 << QByteArray("<html>") << int(Code::BadAnswer);
    QTest::newRow("an unknown card") << 404 << QByteArray(R"({"error":"unknown_card"})")
                                     << int(Code::UnknownGiftCard);
    QTest::newRow("an empty card") << 409 << QByteArray(R"({"error":"card_empty"})")
                                   << int(Code::GiftCardEmpty);
    QTest::newRow("another no") << 409 << QByteArray(R"({"error":"wrong_currency"})") << int(Code::Denied);
    QTest::newRow("a server that can't") << 503 << QByteArray("{}") << int(Code::Unreachable);
}

void GiftCardQuestionsTest::believesNoOtherAnswer()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    m_oms.say(status, body);
    QCOMPARE(int(hold().error().code), code);
}

void GiftCardQuestionsTest::readsABalance()
{
    Result<Money> balance = refuse(Code::BadInput);
    const auto ask = [&](const QByteArray &body) {
        m_oms.say(200, body);
        GiftCardQuestions(m_oms, m_clock)
            .balance(m_card, money(0).currency(), [&](const Result<Money> &answer) { balance = answer; });
    };
    ask(R"({"balance":700,"currency":"EUR"})");
    QCOMPARE(balance.value(), money(700));
    QCOMPARE(m_oms.asked.method, QByteArray("GET"));
    ask(R"({"balance":700,"currency":"CHF"})");
    QCOMPARE(balance.error().code, Code::BadAnswer);
    ask(R"({"balance":-1,"currency":"EUR"})");
    QCOMPARE(balance.error().code, Code::BadAnswer);
}

QTEST_GUILESS_MAIN(GiftCardQuestionsTest)
#include "tst_gift_card_questions.moc"
