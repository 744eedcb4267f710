#include "tests/fuzz/same_json.h"

#include "core/base/uuid.h"

#include <QJsonArray>

#include <algorithm>

namespace evertill::fuzz {
namespace {

bool isSameText(const QString &a, const QString &b)
{
    // Ids may be written in capitals; they are read as the same.
    return a == b || (a.compare(b, Qt::CaseInsensitive) == 0 && Uuid::fromText(a.toLatin1()));
}

} // namespace

bool saysTheSame(const QJsonValue &said, const QJsonValue &again)
{
    if (said.type() != again.type())
        return false;
    if (again.isString())
        return isSameText(said.toString(), again.toString());
    if (again.isDouble())
        return said.toInteger() == again.toInteger() && said == again;
    if (again.isArray()) {
        const QJsonArray a = said.toArray();
        const QJsonArray b = again.toArray();
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), saysTheSame);
    }
    if (!again.isObject())
        return said == again;
    const QJsonObject a = said.toObject();
    const QJsonObject b = again.toObject();
    const QStringList names = b.keys();
    return std::all_of(names.begin(), names.end(),
        [&](const QString &name) { return saysTheSame(a.value(name), b.value(name)); });
}

} // namespace evertill::fuzz
