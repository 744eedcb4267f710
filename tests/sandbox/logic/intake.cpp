#include "tests/sandbox/logic/intake.h"

#include "tests/sandbox/booking/booking.h"
#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/store/json_text.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *journalHead =
    "SELECT epoch,accepted,hash FROM till_epoch WHERE till=? ORDER BY epoch DESC LIMIT 1";
constexpr const char *hashOf = "SELECT hash FROM event WHERE till=? AND epoch=? AND seq=?";
constexpr const char *closedAt = "SELECT closed_at FROM till_epoch WHERE till=? AND epoch=?";
constexpr const char *closeEpoch = "UPDATE till_epoch SET closed_at=? WHERE till=? AND epoch=?";
constexpr const char *closeAllBelow = "UPDATE till_epoch SET closed_at=0 WHERE till=? AND epoch<?";
constexpr const char *startOf = "SELECT from_epoch,from_seq FROM till_epoch WHERE till=? AND epoch=?";
constexpr const char *keepStart = "UPDATE till_epoch SET from_epoch=?, from_seq=? WHERE till=? AND epoch=?";
constexpr const char *firstOf =
    "SELECT envelope FROM event WHERE id=? AND outcome<>'repeat' ORDER BY received_at,rowid LIMIT 1";
constexpr const char *insertEvent =
    "INSERT INTO event(till,epoch,seq,id,kind,version,subject,at,business_date,actor,envelope,hash,"
    "outcome,received_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char *advance =
    "INSERT INTO till_epoch(till,epoch,accepted,hash) VALUES(?,?,?,?) ON CONFLICT(till,epoch) "
    "DO UPDATE SET accepted=excluded.accepted, hash=excluded.hash";
constexpr const char *eventsAfter = "SELECT e.envelope,e.hash FROM event e JOIN till_epoch t "
                                    "USING(till,epoch) WHERE e.till=? AND (e.epoch,e.seq)>(?,?) "
                                    "AND e.seq<=coalesce(t.closed_at,e.seq) ORDER BY e.epoch,e.seq LIMIT ?";

// Off the chain, not on it under another position, and the first of its id.
constexpr const char *divergedAfter =
    "SELECT e.envelope,e.hash,(SELECT p.hash FROM event p WHERE p.till=e.till AND p.epoch=e.epoch AND "
    "p.seq=e.seq-1) FROM event e JOIN till_epoch t USING(till,epoch) WHERE e.till=?1 AND "
    "(e.epoch,e.seq)>(?2,?3) AND e.seq>coalesce(t.closed_at,e.seq) AND e.kind NOT IN "
    "('epoch.opened','journal.sealed') AND NOT EXISTS(SELECT 1 FROM event o JOIN till_epoch c "
    "ON c.till=o.till AND c.epoch=o.epoch WHERE o.id=e.id AND o.till=e.till AND "
    "(o.seq<=coalesce(c.closed_at,o.seq) OR (o.epoch,o.seq)<(e.epoch,e.seq))) ORDER BY e.epoch,e.seq LIMIT "
    "?4";

/// What a fact says, wherever it stands.
QJsonObject saidBy(const QByteArray &envelope)
{
    QJsonObject said = jsonObject(envelope);
    for (const QString &place : {u"epoch"_s, u"seq"_s, u"origin"_s})
        said.remove(place);
    return said;
}

tl::unexpected<Refusal> fork(const QString &message) { return refuse(409, u"fork"_s, message); }

tl::unexpected<Refusal> gap(const QString &message) { return refuse(409, u"gap"_s, message); }

} // namespace

QJsonObject Accepted::json() const
{
    return {{u"epoch"_s, position.epoch}, {u"accepted_through"_s, position.seq}, {u"hash"_s, hash}};
}

Accepted Intake::accepted(const QString &till)
{
    Rows head = m_store.query(journalHead, till);
    return head.next() ? Accepted{{head.number(0), head.number(1)}, head.text(2)} : Accepted{};
}

QString Intake::hashAt(const QString &till, Position position)
{
    Rows stored = m_store.query(hashOf, till, position.epoch, position.seq);
    return stored.next() ? stored.text(0) : QString();
}

Result<QJsonObject> Intake::push(const QString &till, const QJsonObject &batch, qint64 now)
{
    return push(till, batch, now, [] { return true; });
}

Result<QJsonObject> Intake::push(
    const QString &till, const QJsonObject &batch, qint64 now, const std::function<bool()> &mayPush)
{
    const Result<std::vector<WireEvent>> events = readBatch(till, batch);
    if (!events)
        return tl::unexpected(events.error());
    WorkUnit work(m_store, now);
    if (!mayPush())
        return refuse(403, u"wrong_till"_s, u"the certificate was replaced meanwhile"_s);
    Result<QJsonArray> outcomes = take(work, *events);
    if (!outcomes) {
        work.abandon();
        Refusal refusal = outcomes.error();
        refusal.fields = accepted(till).json();
        return tl::unexpected(refusal);
    }
    work.commit();
    QJsonObject answer = accepted(till).json();
    answer[u"outcomes"_s] = *outcomes;
    return answer;
}

Result<QJsonArray> Intake::take(WorkUnit &work, const std::vector<WireEvent> &events)
{
    QJsonArray outcomes;
    for (const WireEvent &event : events) {
        const Result<bool> repeat = isRepeat(event);
        if (!repeat)
            return tl::unexpected(repeat.error());
        Outcome outcome = Outcome::Repeat;
        if (!*repeat) {
            const Accepted head = accepted(event.fact.till);
            if (const Result<void> good = continues(event, head); !good)
                return tl::unexpected(good.error());
            outcome = accept(work, event);
        }
        outcomes.append(QJsonObject{{u"epoch"_s, event.fact.position.epoch},
            {u"seq"_s, event.fact.position.seq}, {u"outcome"_s, outcomeName(outcome)}});
    }
    return outcomes;
}

Result<bool> Intake::isRepeat(const WireEvent &event)
{
    const Position position = event.fact.position;
    {
        Rows closed = m_store.query(closedAt, event.fact.till, position.epoch);
        if (closed.next() && !closed.isNull(0) && position.seq > closed.number(0))
            return fork(u"epoch %1 was closed at %2"_s.arg(position.epoch).arg(closed.number(0)));
    }
    const QString stored = hashAt(event.fact.till, position);
    if (stored.isEmpty())
        return false;
    if (stored != event.hash)
        return fork(u"another event stands at %1-%2"_s.arg(position.epoch).arg(position.seq));
    return true;
}

Result<void> Intake::continues(const WireEvent &event, const Accepted &head)
{
    const Position position = event.fact.position;
    if (position.epoch > head.position.epoch)
        return opensEpoch(event, head);
    if (position.epoch < head.position.epoch)
        return fork(u"epoch %1 is over"_s.arg(position.epoch));
    if (position.seq > head.position.seq + 1)
        return gap(u"%1-%2 is beyond what was accepted"_s.arg(position.epoch).arg(position.seq));
    if (event.previousHash != head.hash)
        return fork(u"%1-%2 continues another history"_s.arg(position.epoch).arg(position.seq));
    return {};
}

Result<void> Intake::opensEpoch(const WireEvent &event, const Accepted &head)
{
    const Position position = event.fact.position;
    if (position.seq != 1 || event.fact.kind != u"epoch.opened"_s)
        return gap(u"epoch %1 was not opened here"_s.arg(position.epoch));
    const QJsonValue named = event.fact.payload.value(u"predecessor"_s);
    if (named.isUndefined()) {
        if (head.position.epoch != 0)
            return fork(u"epoch %1 names no predecessor"_s.arg(position.epoch));
        return event.previousHash == head.hash ? Result<void>{} : fork(u"a first epoch continues nothing"_s);
    }
    try {
        const Payload predecessor = Payload::item(named);
        const Position end{predecessor.number(u"epoch"_s), predecessor.number(u"seq"_s)};
        const QString hash = predecessor.text(u"hash"_s);
        if (head.position < end)
            return gap(u"the predecessor is not here up to %1-%2"_s.arg(end.epoch).arg(end.seq));
        if (hashAt(event.fact.till, end) != hash || event.previousHash != hash)
            return fork(u"the predecessor's hash differs"_s);
    } catch (const PayloadError &error) {
        return refuse(400, u"bad_request"_s, QString::fromUtf8(error.what()));
    }
    return {};
}

Outcome Intake::accept(WorkUnit &work, const WireEvent &event)
{
    const Fact &fact = event.fact;
    m_store.run(advance, fact.till, fact.position.epoch, fact.position.seq, event.hash);
    if (fact.kind == u"epoch.opened"_s && fact.position.seq == 1) {
        const QJsonObject named = fact.payload.value(u"predecessor"_s).toObject();
        closeEpochs(fact.till, {named.value(u"epoch"_s).toInteger(), named.value(u"seq"_s).toInteger()},
            fact.position.epoch);
    }
    const Outcome outcome = book(work, event);
    m_store.run(insertEvent, fact.till, fact.position.epoch, fact.position.seq, fact.id, fact.kind,
        fact.version, fact.subject, fact.at, fact.businessDate, fact.actor, Blob{event.envelope}, event.hash,
        outcomeName(outcome), work.now());
    return outcome;
}

Outcome Intake::book(WorkUnit &work, const WireEvent &event)
{
    QByteArray first;
    {
        Rows known = m_store.query(firstOf, event.fact.id);
        if (known.next())
            first = known.bytes(0);
    }
    if (first.isEmpty())
        return bookFact(work, event.fact);
    // Another fact under an id that is taken is kept, and nothing comes of it.
    return saidBy(first) == saidBy(event.envelope) ? Outcome::Repeat : Outcome::NotUnderstood;
}

void Intake::closeEpochs(const QString &till, Position from, qint64 opened)
{
    m_store.run(keepStart, from.epoch, from.seq, till, opened);
    m_store.run(closeAllBelow, till, opened);
    while (from.epoch > 0) {
        m_store.run(closeEpoch, from.seq, till, from.epoch);
        Rows start = m_store.query(startOf, till, from.epoch);
        from = start.next() ? Position{start.number(0), start.number(1)} : Position{};
    }
}

QJsonObject Intake::diverged(const QString &till, Position after, int limit)
{
    QJsonArray events;
    Rows rows = m_store.query(divergedAfter, till, after.epoch, after.seq, limit + 1);
    bool more = false;
    while (!more && rows.next()) {
        more = events.size() == limit;
        if (!more)
            events.append(QJsonObject{{u"envelope"_s, QString::fromUtf8(rows.bytes(0))},
                {u"hash"_s, rows.text(1)}, {u"prev_hash"_s, rows.text(2)}});
    }
    return {{u"events"_s, events}, {u"more"_s, more}};
}

QJsonObject Intake::journal(const QString &till, Position after, int limit)
{
    QJsonArray events;
    bool more = false;
    Rows rows = m_store.query(eventsAfter, till, after.epoch, after.seq, limit + 1);
    while (rows.next()) {
        if (events.size() == limit) {
            more = true;
            break;
        }
        events.append(
            QJsonObject{{u"envelope"_s, QString::fromUtf8(rows.bytes(0))}, {u"hash"_s, rows.text(1)}});
    }
    return {{u"events"_s, events}, {u"more"_s, more}};
}

} // namespace evertill::sandbox
