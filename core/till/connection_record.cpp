#include "core/till/connection_record.h"

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kLongestDetail = 1000;

constexpr std::pair<ConnectionStatus::State, QLatin1StringView> kStates[] = {
    {ConnectionStatus::Online, "online"_L1}, {ConnectionStatus::Offline, "offline"_L1},
    {ConnectionStatus::Connecting, "connecting"_L1}, {ConnectionStatus::Refused, "refused"_L1},
    {ConnectionStatus::Bare, "bare"_L1}};
constexpr std::pair<ConnectionStatus::Trouble, QLatin1StringView> kTroubles[] = {
    {ConnectionStatus::NoTrouble, ""_L1}, {ConnectionStatus::Denied, "denied"_L1},
    {ConnectionStatus::Forked, "forked"_L1}, {ConnectionStatus::TooLarge, "too_large"_L1},
    {ConnectionStatus::Untrusted, "untrusted"_L1}, {ConnectionStatus::Unreadable, "unreadable"_L1},
    {ConnectionStatus::Expired, "expired"_L1}, {ConnectionStatus::Disk, "disk"_L1}};

template <typename Names, typename Value> QString nameIn(const Names &names, Value value)
{
    for (const auto &[one, name] : names) {
        if (one == value)
            return name;
    }
    return {};
}

template <typename Value, std::size_t n>
std::optional<Value> valueIn(const std::pair<Value, QLatin1StringView> (&names)[n], const QString &text)
{
    for (const auto &[value, name] : names) {
        if (text == name)
            return value;
    }
    return std::nullopt;
}

QString pathIn(const QString &folder) { return QDir(folder).filePath(u"connection.json"_s); }

} // namespace

QString stateName(ConnectionStatus::State state) { return nameIn(kStates, state); }

QString troubleName(ConnectionStatus::Trouble trouble) { return nameIn(kTroubles, trouble); }

void saveConnection(const QString &folder, const ConnectionStatus &status)
{
    JsonWriter json;
    json.beginObject()
        .field("clock_ahead_min", std::int64_t(status.clockAhead.count()))
        .field("detail", status.detail.left(kLongestDetail))
        .field("since", status.since.us)
        .field("state", stateName(status.state))
        .field("trouble", troubleName(status.trouble))
        .field("unsent", status.unsent)
        .endObject();
    // Not flushed to disk, as each sale would be: after a power cut the till says it anew.
    const QString path = pathIn(folder);
    QFile file(path + u".new"_s);
    const QByteArray text = json.take();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return;
    file.close();
    std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData());
}

std::optional<ConnectionStatus> loadConnection(const QString &folder)
{
    QFile file(pathIn(folder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    JsonFields fields(QJsonDocument::fromJson(file.read(1 << 16)).object());
    const auto state = valueIn(kStates, fields.text("state"_L1));
    const auto trouble = valueIn(kTroubles, fields.textOr("trouble"_L1));
    ConnectionStatus status;
    status.since = {fields.integer("since"_L1)};
    status.unsent = fields.integer("unsent"_L1);
    status.detail = fields.textOr("detail"_L1);
    status.clockAhead = std::chrono::minutes(fields.integer("clock_ahead_min"_L1));
    if (!fields.ok() || !state || !trouble)
        return std::nullopt;
    status.state = *state;
    status.trouble = *trouble;
    return status;
}

} // namespace evertill
