#include "sync/live/customer_questions.h"

#include "sync/live/customer_answers.h"
#include "sync/oms/verdict.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A customer waits. Beyond it what a till may do offline helps more.
constexpr auto kCustomerPatience = 8s;
constexpr std::int64_t kLongestCustomer = 256 << 10;

/// The body of a good answer about \a card.
Result<QByteArray> goodBody(
    const OmsAnswer &answer, const CustomerCard &card, Instant now, std::optional<Purse> purse = {})
{
    const auto *failure = std::get_if<HttpFailure>(&answer);
    const Verdict verdict = failure ? judge(*failure) : judge(std::get<HttpAnswer>(answer), now);
    if (verdict.kind == Verdict::Good)
        return std::get<HttpAnswer>(answer).body;
    if (verdict.kind == Verdict::Denied && verdict.detail == u"unknown_customer")
        return refuse(Code::UnknownCustomer, {{u"card"_s, card.lastFour}});
    if (verdict.kind == Verdict::Denied && verdict.detail == u"nothing_left" && purse)
        return refuse(
            *purse == Purse::Points ? Code::NoPoints : Code::NoCredit, {{u"card"_s, card.lastFour}});
    return tl::unexpected(refusalOf(verdict));
}

QString pathOf(Purse purse, const CustomerCard &card)
{
    return (purse == Purse::Points ? u"/v1/points/"_s : u"/v1/accounts/"_s) + card.reference + u"/holds"_s;
}

} // namespace

void CustomerQuestions::find(const CustomerCard &card, Currency currency, Found done)
{
    const auto read = [this, card, currency, done = std::move(done)](const OmsAnswer &answer) {
        done(goodBody(answer, card, m_clock.now()).and_then([&](const QByteArray &body) {
            return decodeCustomer(body, currency);
        }));
    };
    m_oms.ask({"GET", u"/v1/customers/"_s + card.reference, {}, kCustomerPatience, kLongestCustomer}, read);
}

void CustomerQuestions::hold(
    Purse purse, const CustomerCard &card, const Uuid &hold, SaleId cart, const PurseWish &wish, Held done)
{
    const auto read = [this, purse, card, hold, asked = wish.units, done = std::move(done)](
                          const OmsAnswer &answer) {
        done(goodBody(answer, card, m_clock.now(), purse).and_then([&](const QByteArray &body) {
            return decodePurseHold(body, purse, hold, asked);
        }));
    };
    m_oms.ask({"POST", pathOf(purse, card), encodePurseRequest(purse, hold, cart, wish), kCustomerPatience,
                  kLongestCustomer},
        read);
}

void CustomerQuestions::release(Purse purse, const CustomerCard &card, const Uuid &hold)
{
    m_oms.ask({"POST", pathOf(purse, card) + u'/' + hold.toString() + u"/release"_s, "{}", kCustomerPatience,
                  kLongestCustomer},
        [](const OmsAnswer &) {});
}

} // namespace evertill
