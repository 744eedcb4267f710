#include "tests/sandbox/checks/mirror.h"

#include "tests/sandbox/store/json_text.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

Position positionIn(const QJsonObject &object)
{
    return {object.value(u"epoch"_s).toInteger(), object.value(u"seq"_s).toInteger()};
}

} // namespace

void Mirror::apply(const QByteArray &line)
{
    const QJsonObject change = jsonObject(line);
    const auto key = std::pair(change.value(u"entity"_s).toString(), change.value(u"id"_s).toString());
    if (change.value(u"op"_s).toString() == u"drop"_s)
        rows.erase(key);
    else
        rows[key] = {positionIn(change.value(u"through"_s).toObject()), change.value(u"row"_s).toObject()};
    ++changes;
}

bool Mirror::takePage(Oms &oms, const QString &till, int limit)
{
    const Result<Page> page = oms.changes(till, cursor, limit);
    if (!page) {
        cursor.clear();
        return false;
    }
    for (const QByteArray &line : page->changes)
        apply(line);
    included = page->included;
    cursor = page->cursor;
    return page->more;
}

void Mirror::takeAll(Oms &oms, const QString &till, int limit)
{
    while (takePage(oms, till, limit)) { }
}

bool Mirror::takeSnapshot(Oms &oms, const QString &till)
{
    const std::unique_ptr<Snapshot> snapshot = oms.snapshot(till);
    QByteArray text;
    while (const std::optional<QByteArray> piece = snapshot->next())
        text += *piece;
    const qsizetype endLine = text.lastIndexOf('\n', -2) + 1;
    const QJsonObject end = jsonObject(text.mid(endLine));
    const QByteArray body = text.left(endLine);
    for (const QByteArray &line : body.split('\n')) {
        if (!line.isEmpty())
            apply(line);
    }
    cursor = end.value(u"cursor"_s).toString().toLatin1();
    included = positionIn(end.value(u"included"_s).toObject());
    return end.value(u"end"_s).toBool() && end.value(u"count"_s).toInt() == changes
        && end.value(u"sha256"_s).toString().toLatin1() == Sha256::of(body).toHex();
}

QJsonObject Mirror::row(const QString &entity, const QString &id) const
{
    const auto found = rows.find({entity, id});
    return found == rows.end() ? QJsonObject() : found->second.row;
}

Position Mirror::through(const QString &entity, const QString &id) const
{
    const auto found = rows.find({entity, id});
    return found == rows.end() ? Position() : found->second.through;
}

bool Mirror::tillCounts(Position event, const QString &entity, const QString &id) const
{
    return included < event && through(entity, id) < event;
}

} // namespace evertill::sandbox
