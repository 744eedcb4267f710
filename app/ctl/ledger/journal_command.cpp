#include "app/ctl/ledger/journal_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/journal/journal.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

std::optional<Position> positionOf(const QString &text)
{
    bool isEpoch = false;
    bool isSeq = false;
    const QStringList parts = text.split(u'-');
    const Position position{parts.value(0).toLongLong(&isEpoch), parts.value(1).toLongLong(&isSeq)};
    const bool fits = parts.size() == 2 && isEpoch && isSeq && position.epoch >= 0 && position.seq >= 0
        && position.epoch <= Position::kLargestEpoch && position.seq < (std::int64_t(1) << 40);
    return fits ? std::optional(position) : std::nullopt;
}

} // namespace

QString JournalCommand::name() const { return u"journal"_s; }

QString JournalCommand::summary() const { return u"prints the journal, an event a line, as it was hashed"_s; }

void JournalCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
    parser.addOption({u"after"_s, u"Only events beyond this one."_s, u"EPOCH-SEQ"_s, u"0-0"_s});
    parser.addOption({u"limit"_s, u"At most so many."_s, u"N"_s});
}

Result<> JournalCommand::run(const QCommandLineParser &arguments)
{
    const auto after = positionOf(arguments.value(u"after"_s));
    bool isNumber = true;
    const qint64 limit = arguments.isSet(u"limit"_s) ? arguments.value(u"limit"_s).toLongLong(&isNumber) : -1;
    if (!after || !isNumber || (arguments.isSet(u"limit"_s) && limit < 0))
        return refuse(
            Code::BadInput, {{u"problem"_s, u"--after takes EPOCH-SEQ, --limit a number from 0 on"_s}});
    const auto ledger = openLedgerToRead(arguments);
    if (!ledger)
        return tl::unexpected(ledger.error());
    if (limit == 0)
        return {};
    qint64 printed = 0;
    Journal(**ledger).each(*after, [&](const Event &event) {
        QJsonObject object = QJsonDocument::fromJson(event.envelope()).object();
        object.insert(u"hash"_s, QString::fromLatin1(toHex(event.hash)));
        print(object);
        return ++printed != limit;
    });
    return {};
}

} // namespace evertill
