#include "tests/sim/machines/peril.h"
#include "tests/sim/machines/sync_run.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/network/mangle.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::sim {

// The OMS's half of an exchange, and the way back.

void SyncRun::arrive(const Request &request)
{
    Till &till = *request.ref.till;
    if (request.order < till.newestArrival)
        m_scene.count(Fault::Overtaken, request.doing);
    till.newestArrival = std::max(till.newestArrival, request.order);
    if (!till.house.isUp())
        return end(request, HttpFailure{HttpFailure::Unreachable, u"nobody there"_s});
    const bool isDone = request.fault != Fault::TooMany
        && (request.fault != Fault::ServerError || m_scene.chance.percent(50));
    if (request.fault == Fault::Portal || !isDone) {
        OmsHouse::Reply none;
        return reply(request, none);
    }
    ask(request);
}

void SyncRun::ask(const Request &request)
{
    Till &till = *request.ref.till;
    OmsHouse &house = till.house;
    const std::size_t before = house.moment().length;
    const auto replied = [&] {
        const Peril peril(m_scene, house.disk(), 1, 20);
        return house.ask(till.id, request.certificate, request.what, m_scene.mostRows, m_scene.now.us);
    }();
    if (!replied) {
        m_scene.tell(
            [&] { return u"the OMS of %1 crashes over %2"_s.arg(house.id(), doingName(request.doing)); });
        house.crash(m_scene.chance.percent(50));
        breakOff(house, Fault::OmsCrashed);
        m_scene.after(std::chrono::seconds(m_scene.chance.below(30)), [&house] {
            if (!house.isUp())
                house.start();
        });
        return;
    }
    const bool isSecond = request.fault == Fault::RequestDoubled && !find(request.ref);
    if (isSecond && (request.doing != Doing::Events || replied->isRepeat))
        m_scene.count(Fault::RequestDoubled, request.doing);
    const bool isOver = request.heldUntil.us != 0 && m_scene.now >= request.heldUntil;
    if (request.doing == Doing::LongPoll && !replied->isNews && !isOver && find(request.ref))
        return hold(request);
    reply(request, *replied);
    if (house.moment().length != before)
        wakePolls(house);
}

void SyncRun::hold(Request request)
{
    OmsHouse &house = request.ref.till->house;
    if (request.heldUntil.us == 0) {
        constexpr auto kWait = 25s;
        request.heldUntil = m_scene.now + kWait;
        m_scene.after(kWait, [this, &house, ref = request.ref] { endHold(house, ref); });
    }
    m_polls[&house].push_back(request);
}

void SyncRun::endHold(OmsHouse &house, const Ref &ref)
{
    auto &waiting = m_polls[&house];
    const auto found =
        std::find_if(waiting.begin(), waiting.end(), [&](const Request &held) { return held.ref == ref; });
    if (found == waiting.end())
        return;
    const Request over = *found;
    waiting.erase(found);
    ask(over);
}

Outcome SyncRun::spoilt(const Request &request, HttpAnswer answer)
{
    switch (*request.fault) {
    case Fault::Portal:
        return portalsAnswer();
    case Fault::ServerError:
        return HttpAnswer{int(500 + m_scene.chance.below(5)), m_scene.chance.percent(50) ? "1" : "", {},
            std::nullopt, "{}"};
    case Fault::TooMany:
        return HttpAnswer{429, "1", QByteArray::number(qint64(m_scene.chance.between(1, 90))), std::nullopt,
            R"({"error":"busy"})"};
    case Fault::Garbage:
        answer.body = garbled(answer.body, m_scene.chance);
        return answer;
    default: // Cut
        if (m_scene.chance.percent(50) || answer.body.isEmpty())
            return HttpFailure{HttpFailure::Unreachable, u"broken off"_s};
        answer.body.truncate(qsizetype(m_scene.chance.below(answer.body.size())));
        return answer;
    }
}

void SyncRun::reply(const Request &request, const OmsHouse::Reply &reply)
{
    if (request.fault == Fault::AnswerLost)
        return; // the till's time-out tells
    const auto span =
        request.fault == Fault::Late ? std::chrono::seconds(m_scene.chance.between(30, 120)) : way();
    m_scene.after(span, [this, request, reply] { deliver(request, reply); });
    if (request.fault == Fault::AnswerDoubled)
        m_scene.after(span + way() * m_scene.chance.between(1, 20),
            [this, request, reply] { deliver(request, reply); });
}

void SyncRun::countDelay(const Request &request, const Exchange &exchange)
{
    const auto now = request.ref.till->house.moment();
    const bool moved = request.ref.till->journal->size() != exchange.journalWas
        || now.log != exchange.booksWere.log || now.length != exchange.booksWere.length;
    if (moved)
        m_scene.count(Fault::Delayed, request.doing);
}

void SyncRun::deliver(const Request &request, const OmsHouse::Reply &reply)
{
    Till &till = *request.ref.till;
    Exchange *exchange = find(request.ref);
    if (!exchange) {
        if (!till.process || till.processes != request.ref.process)
            return;
        if (request.fault == Fault::Late || request.fault == Fault::AnswerDoubled)
            m_scene.count(*request.fault, request.doing);
        till.setClock(m_scene.now);
        till.process->engine.handle(request.ref.id, Outcome(reply.answer), till.clock.now());
        return;
    }
    const bool isSpoilt = request.fault && *request.fault >= Fault::Cut;
    if (!isSpoilt)
        countDelay(request, *exchange);
    if (request.doing == Doing::Snapshot && reply.answer.status == 200
        && (!isSpoilt || request.fault == Fault::Cut || request.fault == Fault::Garbage))
        return deliverSnapshot(request, reply, 0);
    if (isSpoilt) {
        till.process->told.reset();
        return end(request, spoilt(request, reply.answer));
    }
    if (reply.told)
        till.process->told = reply.told;
    HttpAnswer answer = reply.answer;
    answer.date = Instant{m_scene.now.us / 1'000'000 * 1'000'000};
    end(request, answer);
}

void SyncRun::deliverSnapshot(const Request &request, const OmsHouse::Reply &reply, std::size_t from)
{
    Exchange *exchange = find(request.ref);
    if (!exchange)
        return;
    Till &till = *request.ref.till;
    const QByteArray &body = reply.answer.body;
    const auto size = std::size_t(body.size());
    const std::size_t count =
        std::min(size - from, std::size_t(m_scene.chance.between(1, std::int64_t(size))));
    QByteArray piece = body.mid(qsizetype(from), qsizetype(count));
    if (request.fault == Fault::Cut && m_scene.chance.percent(50))
        return finishSnapshot(request, reply, HttpFailure{HttpFailure::Unreachable, u"broken off"_s});
    if (request.fault == Fault::Garbage) {
        // One digit of one number: only the hash tells.
        const auto at = piece.indexOf("\"on_hand\":");
        if (at >= 0 && at + 10 < piece.size() && piece[at + 10] >= '1' && piece[at + 10] <= '8')
            piece[at + 10] = char(piece[at + 10] + 1);
        else if (const auto quote = piece.indexOf("\"count\""); quote >= 0)
            piece[quote + 1] = 'x';
    }
    const auto fed = [&] {
        const Peril peril(m_scene, till.disk, 3, 60);
        return exchange->download->feed(piece);
    }();
    if (till.disk.hasEnded())
        return bury(till);
    if (!fed)
        return finishSnapshot(request, reply,
            HttpFailure{HttpFailure::BadAnswer, fed.error().facts.value(u"problem"_s).toString()});
    if (from + count < size) {
        m_scene.after(
            way(), [this, request, reply, next = from + count] { deliverSnapshot(request, reply, next); });
        return;
    }
    finishSnapshot(request, reply,
        request.fault == Fault::Cut
            ? std::variant<HttpAnswer, HttpFailure>(HttpFailure{HttpFailure::Unreachable, u"broken off"_s})
            : std::variant<HttpAnswer, HttpFailure>(reply.answer));
}

void SyncRun::finishSnapshot(
    const Request &request, const OmsHouse::Reply &reply, const std::variant<HttpAnswer, HttpFailure> &ended)
{
    Till &till = *request.ref.till;
    Exchange *exchange = find(request.ref);
    till.knowledge.expect(*reply.told);
    const auto download = std::move(exchange->download);
    const Outcome outcome = inSight(till, 5, 30, [&] {
        Outcome finished = download->finish(ended);
        if (std::holds_alternative<SnapshotTaken>(finished) && !till.disk.hasEnded())
            till.knowledge.take(*reply.told);
        return finished;
    });
    if (till.disk.hasEnded())
        return bury(till);
    if (std::holds_alternative<SnapshotTaken>(outcome))
        m_scene.tell([&] { return u"%1 has a new copy of the OMS"_s.arg(till.id); });
    if (!std::holds_alternative<StoreFailure>(outcome))
        till.knowledge.expectNothing();
    end(request, outcome);
}

} // namespace evertill::sim
