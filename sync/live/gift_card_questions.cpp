#include "sync/live/gift_card_questions.h"

#include "sync/live/gift_card_answers.h"
#include "sync/oms/verdict.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A customer waits. Beyond it the shop's rule for a till that is offline helps more.
constexpr auto kPatience = 8s;
constexpr std::int64_t kLongestAnswer = 64 << 10;

HttpRequest toCard(const GiftCard &card, const QString &path, const QByteArray &body)
{
    return {body.isEmpty() ? "GET" : "POST", u"/v1/giftcards/"_s + card.reference + path, body, kPatience,
        kLongestAnswer};
}

/// The body of a good answer about \a card.
Result<QByteArray> bodyOf(const OmsAnswer &answer, const GiftCard &card, Instant now)
{
    const auto *failure = std::get_if<HttpFailure>(&answer);
    const Verdict verdict = failure ? judge(*failure) : judge(std::get<HttpAnswer>(answer), now);
    if (verdict.kind == Verdict::Good)
        return std::get<HttpAnswer>(answer).body;
    if (verdict.kind == Verdict::Denied && verdict.detail == u"unknown_card")
        return refuse(Code::UnknownGiftCard, {{u"card"_s, card.lastFour}});
    if (verdict.kind == Verdict::Denied && verdict.detail == u"card_empty")
        return refuse(Code::GiftCardEmpty, {{u"card"_s, card.lastFour}});
    return tl::unexpected(refusalOf(verdict));
}

} // namespace

void GiftCardQuestions::hold(const GiftCard &card, const Uuid &hold, SaleId cart, Money amount, Held done)
{
    const auto read = [this, card, hold, amount, done = std::move(done)](const OmsAnswer &answer) {
        done(bodyOf(answer, card, m_clock.now()).and_then([&](const QByteArray &body) {
            return decodeHold(body, hold, amount);
        }));
    };
    m_oms.ask(toCard(card, u"/holds"_s, encodeHoldRequest(hold, cart, amount)), read);
}

void GiftCardQuestions::release(const GiftCard &card, const Uuid &hold)
{
    m_oms.ask(toCard(card, u"/holds/"_s + hold.toString() + u"/release"_s, "{}"), [](const OmsAnswer &) {});
}

void GiftCardQuestions::balance(const GiftCard &card, Currency currency, Balance done)
{
    const auto read = [this, card, currency, done = std::move(done)](const OmsAnswer &answer) {
        done(bodyOf(answer, card, m_clock.now()).and_then([&](const QByteArray &body) {
            return decodeBalance(body, currency);
        }));
    };
    m_oms.ask(toCard(card, {}, {}), read);
}

} // namespace evertill
