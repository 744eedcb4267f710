#include "sync/engine/renew_lane.h"

#include "sync/oms/answers.h"
#include "sync/oms/renewal.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr auto kTimeout = 20s;
constexpr std::int64_t kAnswerLimit = 64 << 10;
constexpr int kVainTries = 10;
constexpr auto kBetweenRenewals = 2s; // whatever an OMS thinks a life is

} // namespace

RenewLane::RenewLane(
    const QString &till, std::optional<CertificateLife> life, bool hasNext, SyncMode mode, Random &random)
    : Lane(mode, random), m_path(u"/v1/tills/"_s + till), m_life(life),
      m_phase(hasNext ? Phase::Try : Phase::Wait)
{
}

std::optional<Instant> RenewLane::dueAt() const
{
    if (!m_life || !m_mayAsk || m_phase != Phase::Wait)
        return std::nullopt;
    return m_life->begins + (m_life->ends - m_life->begins) * 2 / 3;
}

std::optional<Lane::Wish> RenewLane::wish(Instant now)
{
    switch (m_phase) {
    case Phase::Wait: {
        const auto due = dueAt();
        m_isDue = due && now >= *due;
        if (!m_isDue)
            return std::nullopt;
        m_phase = Phase::Ask;
    }
        [[fallthrough]];
    case Phase::Ask:
        return AskForCertificate{{"POST", m_path + u"/certificate"_s, {}, kTimeout, kAnswerLimit}};
    case Phase::Keep:
        return KeepCertificate{m_next};
    case Phase::Try:
        return TryCertificate{{"GET", m_path + u"/position"_s, {}, kTimeout, kAnswerLimit}};
    case Phase::Adopt:
        return AdoptCertificate{};
    case Phase::Forget:
        return ForgetCertificate{};
    }
    return std::nullopt;
}

void RenewLane::beginAgain(bool)
{
    if (m_phase == Phase::Try && m_mayAsk && ++m_vainTries >= kVainTries)
        m_phase = Phase::Forget;
    if (m_phase == Phase::Ask || m_phase == Phase::Keep)
        m_phase = Phase::Wait;
}

void RenewLane::take(const Outcome &outcome, Instant now)
{
    if (const auto *answer = std::get_if<HttpAnswer>(&outcome))
        return takeAnswer(*answer, now);
    if (const auto *adopted = std::get_if<CertificateAdopted>(&outcome)) {
        m_life = adopted->life;
        m_phase = Phase::Wait;
        m_isDue = false;
        progressed(now);
        return backOff().rest(now, kBetweenRenewals);
    }
    takeDone(now);
}

void RenewLane::takeAnswer(const HttpAnswer &answer, Instant now)
{
    const Verdict verdict = judge(answer, now);
    if (m_phase == Phase::Try && verdict.kind == Verdict::Denied) {
        m_phase = Phase::Forget;
        return;
    }
    if (verdict.kind != Verdict::Good)
        return fail(verdict, now);
    if (m_phase == Phase::Try) {
        const auto accepted = decodeAccepted(answer.body);
        if (!accepted)
            return fail({Verdict::Bad, accepted.error().facts.value(u"problem"_s).toString(), 200, {}}, now);
        m_phase = Phase::Adopt;
        return;
    }
    const auto certificate = decodeRenewal(answer.body);
    if (!certificate)
        return fail({Verdict::Bad, certificate.error().facts.value(u"problem"_s).toString(), 200, {}}, now);
    m_next = *certificate;
    m_phase = Phase::Keep;
}

void RenewLane::takeDone(Instant now)
{
    if (m_phase == Phase::Keep) {
        m_phase = Phase::Try;
        return;
    }
    m_vainTries = 0;
    m_phase = Phase::Wait;
    fail({Verdict::Denied, u"the renewed certificate was turned down"_s, 0, {}}, now);
}

} // namespace evertill
