#include "app/ctl/enrol_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/store/folder_lock.h"
#include "sync/enrol/become_till.h"
#include "sync/trust/oms_identity.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QString nameOf(Joined::How how)
{
    switch (how) {
    case Joined::Begun:
        return u"begun"_s;
    case Joined::GoesOn:
        return u"goes_on"_s;
    case Joined::Rebuilt:
        return u"rebuilt"_s;
    case Joined::Rebased:
        return u"rebased"_s;
    case Joined::Moved:
        return u"moved"_s;
    }
    return {};
}

} // namespace

QString EnrolCommand::name() const { return u"enrol"_s; }

QString EnrolCommand::summary() const
{
    return u"makes this machine a till of a store, with a one-time code"_s;
}

void EnrolCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
    parser.addOption({u"enrol-url"_s, u"Where the OMS is: https://host[:port]"_s, u"URL"_s});
    parser.addOption({u"ca"_s, u"The store's CA, in PEM: the only one that will be trusted."_s, u"FILE"_s});
    parser.addOption({u"code"_s, u"The one-time code."_s, u"CODE"_s});
    parser.addOption({u"again"_s,
        u"Of a till that is enrolled already: after a restore on a new disk, or where the OMS says fork."_s});
}

Result<> EnrolCommand::run(const QCommandLineParser &arguments)
{
    const auto folder = tillFolder(arguments);
    if (!folder)
        return tl::unexpected(folder.error());
    const auto oms = omsUrl(arguments.value(u"enrol-url"_s));
    if (!oms)
        return tl::unexpected(oms.error());
    const QString code = arguments.value(u"code"_s).trimmed();
    if (code.isEmpty())
        return refuse(Code::BadInput, {{u"problem"_s, u"--code takes the one-time code"_s}});
    QFile ca(arguments.value(u"ca"_s));
    if (!ca.open(QIODevice::ReadOnly))
        return refuse(Code::BadInput, {{u"problem"_s, u"--ca names no file that can be read"_s}});
    const auto lock = FolderLock::take(*folder);
    if (!lock)
        return tl::unexpected(lock.error());
    const auto enrolled = isEnrolled(*folder);
    if (!enrolled)
        return tl::unexpected(enrolled.error());
    // Broken off between the ledger and the identity, the same code simply goes on.
    if (*enrolled && loadOmsIdentity(*folder) && !arguments.isSet(u"again"_s))
        return refuse(Code::BadInput,
            {{u"problem"_s, u"%1 is enrolled already; --again says that it is meant"_s.arg(*folder)}});
    const SystemClock clock;
    SystemRandom random;
    const auto became = becomeTill({*oms, ca.readAll(), code, *folder}, clock, random);
    if (!became)
        return tl::unexpected(became.error());
    const TillConfig &config = became->config;
    print({{u"till"_s, config.till}, {u"store"_s, config.store.id}, {u"name"_s, config.store.name},
        {u"journal"_s, nameOf(became->joined.how)}, {u"carried"_s, became->joined.carried}});
    return {};
}

} // namespace evertill
