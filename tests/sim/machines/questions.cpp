#include "tests/sim/machines/questions.h"

#include "tests/sim/network/mangle.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {

void Questions::ask(const HttpRequest &request, OmsExchange::Done done)
{
    Chance &chance = m_scene.chance;
    OmsHouse &house = m_till.house;
    const HttpFailure noWay{HttpFailure::Unreachable, u"no way"_s};
    m_said.reset();
    m_isHeard = false;
    const bool isBad = chance.percent(m_scene.badWeather);
    const Fault fault = Fault(chance.below(int(Fault::TooMany) + 1));
    if (!house.isUp() || m_till.offlineUntil > m_scene.now || (isBad && fault <= Fault::RequestLost))
        return done(noWay);
    m_said = house.question(m_till.id, m_till.certificate, request, m_scene.now.us);
    if (isBad && fault == Fault::RequestDoubled)
        m_said = house.question(m_till.id, m_till.certificate, request, m_scene.now.us);
    if (isBad && (fault == Fault::AnswerLost || fault == Fault::Late || fault == Fault::Cut))
        return done(noWay);
    HttpAnswer answer = *m_said;
    if (isBad && fault == Fault::Garbage)
        answer.body = garbled(answer.body, chance);
    if (isBad && fault == Fault::Portal)
        answer = portalsAnswer();
    if (isBad && fault == Fault::ServerError)
        answer = {503, "1", {}, std::nullopt, {}};
    m_isHeard = answer.status == m_said->status && answer.body == m_said->body;
    done(answer);
}

} // namespace evertill::sim
