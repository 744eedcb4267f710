#include "app/till/till_options.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr QSize kSmallest{800, 600};

tl::unexpected<Refusal> bad(const QString &problem)
{
    return refuse(Code::BadInput, {{u"problem"_s, problem}});
}

std::optional<QSize> sizeOf(const QString &text)
{
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(text.section(u'x', 0, 0).toInt(&isWidth), text.section(u'x', 1).toInt(&isHeight));
    const bool fits =
        isWidth && isHeight && size.width() >= kSmallest.width() && size.height() >= kSmallest.height();
    return fits ? std::optional(size) : std::nullopt;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The till that is always open."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"data"_s, u"The till's data folder; made where it is missing."_s, u"DIR"_s});
    parser.addOption({u"backups"_s,
        u"Where a copy of the ledger is kept of each closed shift, best on another disk. Default: backups in the data folder."_s,
        u"DIR"_s});
    parser.addOption(
        {u"enrol-url"_s, u"Becomes a till of the store whose OMS is there: https://host[:port]"_s, u"URL"_s});
    parser.addOption({u"ca"_s, u"With --enrol-url: the store's CA, in PEM."_s, u"FILE"_s});
    parser.addOption({u"code"_s, u"With --enrol-url: the one-time code."_s, u"CODE"_s});
    parser.addOption({u"theme"_s, u"light or dark."_s, u"THEME"_s, u"light"_s});
    parser.addOption({u"window"_s, u"A window of this size, 800x600 or more."_s, u"WxH"_s});
    parser.addOption({u"fullscreen"_s, u"Without a frame, over the whole screen."_s});
}

} // namespace

Result<TillOptions> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    parser.process(arguments);

    TillOptions options;
    options.folder = parser.value(u"data"_s);
    options.backups = parser.value(u"backups"_s);
    options.omsUrl = parser.value(u"enrol-url"_s);
    options.caFile = parser.value(u"ca"_s);
    options.code = parser.value(u"code"_s);
    options.fullScreen = parser.isSet(u"fullscreen"_s);
    if (options.folder.isEmpty())
        return bad(u"--data DIR says where the till keeps its data"_s);
    if (options.wantsEnrolment() && (options.caFile.isEmpty() || options.code.isEmpty()))
        return bad(u"--enrol-url needs --ca and --code"_s);
    const QString theme = parser.value(u"theme"_s);
    if (theme != u"light"_s && theme != u"dark"_s)
        return bad(u"--theme takes light or dark"_s);
    options.theme = theme == u"dark"_s ? Theme::Mode::Dark : Theme::Mode::Light;
    if (parser.isSet(u"window"_s)) {
        options.window = sizeOf(parser.value(u"window"_s));
        if (!options.window)
            return bad(u"--window takes a size of 800x600 or more"_s);
    }
    return options;
}

} // namespace evertill
