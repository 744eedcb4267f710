#include "tests/sandbox/server/options.h"

#include "tests/sandbox/server/private_file.h"
#include "tests/sandbox/store/json_text.h"

#include <QCommandLineParser>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

[[noreturn]] void quit(const QString &problem)
{
    std::fprintf(stderr, "evertill-sandbox-oms: %s\n", qPrintable(problem));
    std::exit(2);
}

StoreSettings storeFrom(const QString &path)
{
    const QByteArray text = readFile(path);
    if (text.isEmpty())
        quit(path + u" can't be read"_s);
    const Result<StoreSettings> settings = StoreSettings().overlaid(jsonObject(text));
    if (!settings)
        quit(path + u": "_s + settings.error().message);
    return *settings;
}

} // namespace

Options Options::fromArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The reference OMS for trying and testing Evertill, on https://localhost. Not for a shop's real "
        u"data.\n"
        "Writes DIR/ca.pem, DIR/port and DIR/admin-token, and prints one line of JSON when it is ready."_s);
    parser.addHelpOption();
    parser.addOptions({{u"data"_s, u"Where the OMS keeps everything; made where it is missing."_s, u"DIR"_s},
        {u"port"_s,
            u"The port to listen on; 0 is any free one. Default: the last start's, else 8443, else any."_s,
            u"N"_s},
        {u"demo"_s,
            u"Products and stock (TSV), promotions or gift cards (JSON), for a new data folder; may be given often."_s,
            u"FILE"_s},
        {u"store"_s, u"The store's settings (JSON) laid over the demo shop's."_s, u"FILE"_s},
        {u"till-certificate-seconds"_s,
            u"How long a till's certificate lasts, so that a test can see it renewed. Default: two years."_s,
            u"N"_s},
        {u"allow-sql"_s, u"Allow POST /sandbox/sql, so that a test can damage a row."_s},
        {u"with-parent"_s, u"Stop when the process that started this one is gone."_s}});
    parser.process(arguments);
    Options options;
    options.folder = parser.value(u"data"_s);
    if (options.folder.isEmpty() || !parser.positionalArguments().isEmpty())
        quit(u"--data DIR is needed, and nothing but options; see --help"_s);
    if (parser.isSet(u"port"_s)) {
        bool good = false;
        options.port = parser.value(u"port"_s).toInt(&good);
        if (!good || *options.port < 0 || *options.port > 65535)
            quit(u"--port is a number from 0 to 65535"_s);
    }
    options.demoFiles = parser.values(u"demo"_s);
    if (parser.isSet(u"store"_s))
        options.store = storeFrom(parser.value(u"store"_s));
    if (parser.isSet(u"till-certificate-seconds"_s)) {
        bool good = false;
        options.tillCertificateSeconds = parser.value(u"till-certificate-seconds"_s).toLong(&good);
        if (!good || options.tillCertificateSeconds < 1)
            quit(u"--till-certificate-seconds is a number from 1 on"_s);
    }
    options.allowSql = parser.isSet(u"allow-sql"_s);
    options.withParent = parser.isSet(u"with-parent"_s);
    return options;
}

} // namespace evertill::sandbox
