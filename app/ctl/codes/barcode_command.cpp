#include "app/ctl/codes/barcode_command.h"

#include "app/ctl/codes/code_reading.h"
#include "app/ctl/command/till_folder.h"
#include "core/base/system_clock.h"
#include "core/catalog/catalog.h"
#include "core/till/till_config.h"

#include <QFile>
#include <QTextStream>

#include <functional>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

const QStringList &usualPatterns()
{
    static const QStringList patterns{u"20IIIIIPPPPPC"_s, u"21IIIIIWWWWWC"_s, u"02IIIIIPPPPPC"_s};
    return patterns;
}

struct Shop {
    Currency currency;
    CodePatterns patterns;
};

/// The shop that \a folder belongs to; one without an OMS where nothing is enrolled there.
Result<Shop> shopIn(const QString &folder)
{
    const Shop bare{*Currency::fromCode(u"EUR"), *CodePatterns::parse(usualPatterns())};
    if (folder.isEmpty() || !QFile::exists(folder + u"/ledger.db"_s))
        return bare;
    const auto database = readLedgerIn(folder);
    if (!database)
        return tl::unexpected(database.error());
    const auto config = loadTillConfig(**database);
    if (!config && config.error().code != Code::NotEnrolled)
        return tl::unexpected(config.error());
    return config ? Shop{config->currency, CodePatterns::forShop(config->codePatterns, config->country)}
                  : bare;
}

/// The shop with what the options put in its place.
Result<Shop> shopFor(const QCommandLineParser &arguments)
{
    auto shop = shopIn(arguments.value(u"data"_s));
    if (!shop)
        return shop;
    const QString country = arguments.value(u"country"_s).toUpper();
    if (!country.isEmpty() && nationalPatterns(country).isEmpty())
        return refuse(
            Code::BadInput, {{u"problem"_s, u"no patterns of %1 are known here"_s.arg(country.left(10))}});
    if (!country.isEmpty())
        shop->patterns = CodePatterns::forShop({}, country);
    if (!arguments.isSet(u"patterns"_s))
        return shop;
    const auto patterns = CodePatterns::parse(arguments.value(u"patterns"_s).split(u',', Qt::SkipEmptyParts));
    if (!patterns)
        return tl::unexpected(patterns.error());
    shop->patterns = *patterns;
    return shop;
}

Result<Reader> readerFor(const QCommandLineParser &arguments, Currency currency)
{
    const SystemClock clock;
    Reader reader{clock.localDate(clock.now()), currency};
    if (arguments.isSet(u"stem"_s))
        reader.uriStem = arguments.value(u"stem"_s).toStdString();
    if (arguments.isSet(u"date"_s))
        reader.today = QDate::fromString(arguments.value(u"date"_s), Qt::ISODate);
    if (!reader.today.isValid())
        return refuse(Code::BadInput, {{u"problem"_s, u"--date is no date like 2026-11-21"_s}});
    return reader;
}

using ReadOne = std::function<Result<QJsonObject>(const QString &)>;

QJsonObject answer(const QString &text, const Result<QJsonObject> &read)
{
    QJsonObject said = read ? *read : asObject(read.error());
    said.insert(u"ok"_s, read.has_value());
    if (!read && !said.contains(u"code"_s))
        said.insert(u"code"_s, text.left(80));
    return said;
}

Result<> readAll(const QCommandLineParser &arguments, const ReadOne &read)
{
    const QStringList given = arguments.positionalArguments();
    if (!given.isEmpty()) {
        const auto one = read(given.first());
        if (!one)
            return tl::unexpected(one.error());
        print(answer(given.first(), one));
        return {};
    }
    QTextStream lines(stdin);
    for (QString line; lines.readLineInto(&line);)
        print(answer(line, read(line)));
    return {};
}

} // namespace

QString BarcodeCommand::name() const { return u"barcode"_s; }

QString BarcodeCommand::summary() const { return u"says what a scanned code means, or why it is refused"_s; }

void BarcodeCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(argument(),
        u"The code as the scanner gives it, with an AIM symbology identifier (]d2…) or without. FNC1 is the "
        u"GS "
        u"character (0x1d), or \"^\". \"(01)…(10)…\" and Digital Link URIs are read too. Without CODE each "
        u"line of standard input is one, answered by a line with \"ok\" true or false."_s);
    parser.addOption({u"patterns"_s,
        u"In-store number patterns, commas between; 13 characters each: digits literal, I item, P price in "
        u"minor units, W weight in thousandths of a kg, N pieces, V verifier of the value, C check digit; "
        u"*10 or "
        u"*100 behind them multiplies the value. Default: the till's, or %1."_s.arg(
            usualPatterns().join(u',')),
        u"LIST"_s});
    parser.addOption({u"country"_s, u"Its GS1 organisation's patterns in place of the shop's."_s, u"DE"_s});
    parser.addOption(
        {u"date"_s, u"The day that tells which century a year is of. Default: today."_s, u"DATE"_s});
    parser.addOption({u"stem"_s, u"The web address that \"dl\" begins with."_s, u"URI"_s});
    parser.addOption({u"short-gtins"_s, u"Takes GTINs of 8, 12 and 13 digits in web addresses."_s});
    parser.addOption({u"syntax"_s, u"Judges each element by itself, not whether they may stand together."_s});
    parser.addOption({u"lint"_s, u"Checks values, not codes, as GS1's linter NAME does."_s, u"NAME"_s});
    parser.addOption({u"data"_s, u"A till's data folder: looks the product up there."_s, u"DIR"_s});
}

Result<> BarcodeCommand::run(const QCommandLineParser &arguments)
{
    if (arguments.isSet(u"lint"_s)) {
        const QString linter = arguments.value(u"lint"_s);
        return readAll(arguments, [&](const QString &value) { return lintedValue(linter, value); });
    }
    const auto shop = shopFor(arguments);
    if (!shop)
        return tl::unexpected(shop.error());
    const auto reader = readerFor(arguments, shop->currency);
    if (!reader)
        return tl::unexpected(reader.error());
    const gs1::ScanReading reading{{arguments.isSet(u"short-gtins"_s)}, !arguments.isSet(u"syntax"_s)};
    const QString folder = arguments.value(u"data"_s);
    ReplicaReader replica(folder);
    Catalog catalog(replica, shop->patterns, shop->currency);
    const CodeReading codes(shop->patterns, reading, *reader, folder.isEmpty() ? nullptr : &catalog);
    return readAll(arguments, [&](const QString &code) { return codes.read(code); });
}

} // namespace evertill
