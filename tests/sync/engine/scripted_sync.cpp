#include "tests/sync/engine/scripted_sync.h"

#include "tests/sync/engine/model_oms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

QString pathOf(const Action &action)
{
    if (const auto *ask = std::get_if<AskOms>(&action.what))
        return ask->request.path;
    const auto *snapshot = std::get_if<TakeSnapshot>(&action.what);
    return snapshot ? snapshot->request.path : QString();
}

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QJsonObject page(const QByteArray &cursor, Position included, bool more)
{
    return {{u"changes"_s, QJsonArray()}, {u"cursor"_s, QString::fromUtf8(cursor)},
        {u"included"_s, positionJson(included)}, {u"more"_s, more}};
}

} // namespace

ScriptedSync::ScriptedSync(const SyncStart &start) : m_engine(start, m_random) { }

SyncStart ScriptedSync::begin(SyncMode mode) { return {u"BER1T1"_s, {}, "c0", {}, mode}; }

void ScriptedSync::step()
{
    for (;;) {
        const auto actions = m_engine.next(now);
        if (actions.empty())
            return;
        for (const Action &action : actions) {
            if (const auto *count = std::get_if<CountTail>(&action.what))
                m_engine.handle(action.id, TailCount{std::int64_t(journal.after(count->after).size())}, now);
            else if (const auto *drop = std::get_if<Drop>(&action.what))
                dropped.push_back(drop->dropped);
            else
                m_open.push_back(action);
        }
    }
}

void ScriptedSync::reachFirstBatch(int events)
{
    for (int i = 0; i < events; ++i)
        journal.append(u"A"_s, 1);
    step();
    answer(u"/position"_s, 200, acceptedJson({}));
    readTail();
}

void ScriptedSync::reachLongPoll()
{
    step();
    answer(u"/position"_s, 200, acceptedJson({}));
    readTail();
    answer(u"wait=0"_s, 200, emptyPage("c0", {}));
}

Action ScriptedSync::openRequest(const QString &part) const
{
    for (const Action &action : m_open) {
        if (pathOf(action).contains(part))
            return action;
    }
    qFatal("no open request for %s", qPrintable(part));
}

bool ScriptedSync::hasRequest(const QString &part) const
{
    return std::any_of(
        m_open.begin(), m_open.end(), [&](const Action &action) { return pathOf(action).contains(part); });
}

void ScriptedSync::answer(const Action &action, const Outcome &outcome)
{
    std::erase_if(m_open, [&](const Action &one) { return one.id == action.id; });
    m_engine.handle(action.id, outcome, now);
    step();
}

void ScriptedSync::answer(const QString &part, int status, const QByteArray &body)
{
    answer(openRequest(part), omsAnswer(status, body));
}

void ScriptedSync::fail(const QString &part, HttpFailure::Kind kind)
{
    answer(openRequest(part), HttpFailure{kind, u"as the script says"_s});
}

void ScriptedSync::readTail()
{
    const auto action = open<ReadTail>();
    if (!action)
        qFatal("nobody reads the tail");
    const auto &what = std::get<ReadTail>(action->what);
    answer(*action, Tail{journal.after(what.after, what.limit), journal.hashAt(what.after)});
}

void ScriptedSync::done()
{
    const auto record = open<RecordAccepted>();
    const auto action = record ? record : open<ApplyPage>();
    if (!action)
        qFatal("nothing is being kept");
    answer(*action, Done{});
}

QByteArray ScriptedSync::acceptedJson(Position position) const
{
    const QByteArray hash = toHex(journal.hashAt(position).value_or(Hash()));
    return compact({{u"epoch"_s, qint64(position.epoch)}, {u"accepted_through"_s, qint64(position.seq)},
        {u"hash"_s, QString::fromLatin1(hash)}});
}

QByteArray ScriptedSync::batchTaken() const
{
    const auto &request = std::get<AskOms>(openRequest(u"/events"_s).what).request;
    const QJsonArray sent = QJsonDocument::fromJson(request.body).object().value("events"_L1).toArray();
    QJsonObject answer;
    QJsonArray outcomes;
    for (const QJsonValue &one : sent) {
        const QByteArray envelope = one.toObject().value("envelope"_L1).toString().toUtf8();
        const QJsonObject event = QJsonDocument::fromJson(envelope).object();
        outcomes.append(QJsonObject{{u"epoch"_s, event.value("epoch"_L1)}, {u"seq"_s, event.value("seq"_L1)},
            {u"outcome"_s, u"applied"_s}});
        answer = {{u"epoch"_s, event.value("epoch"_L1)}, {u"accepted_through"_s, event.value("seq"_L1)},
            {u"hash"_s, one.toObject().value("hash"_L1)}};
    }
    answer.insert(u"outcomes"_s, outcomes);
    return compact(answer);
}

HttpAnswer omsAnswer(int status, const QByteArray &body) { return {status, "1", {}, std::nullopt, body}; }

QByteArray emptyPage(const QByteArray &cursor, Position included, bool more)
{
    return compact(page(cursor, included, more));
}

QByteArray stockPage(const QByteArray &cursor, Position included, bool more)
{
    QJsonObject object = page(cursor, included, more);
    const QJsonObject row = {{u"sku"_s, u"E1001"_s}, {u"on_hand"_s, 24000}, {u"reserved"_s, 0}};
    object.insert(u"changes"_s,
        QJsonArray{QJsonObject{{u"op"_s, u"put"_s}, {u"entity"_s, u"stock"_s}, {u"id"_s, u"E1001"_s},
            {u"through"_s, positionJson(included)}, {u"row"_s, row}}});
    return compact(object);
}

QByteArray longPage(int products)
{
    QJsonObject object = page("c1", {}, false);
    QJsonArray changes;
    for (int n = 0; n < products; ++n) {
        const QString sku = u"S%1"_s.arg(n);
        const QJsonObject row = {{u"sku"_s, sku}, {u"on_hand"_s, 1000}, {u"reserved"_s, 0}};
        changes.append(QJsonObject{{u"op"_s, u"put"_s}, {u"entity"_s, u"stock"_s}, {u"id"_s, sku},
            {u"through"_s, positionJson({})}, {u"row"_s, row}});
    }
    object.insert(u"changes"_s, changes);
    return compact(object);
}

} // namespace evertill::test
