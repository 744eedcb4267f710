#include "app/ctl/import_catalog_command.h"

#include "app/ctl/command/till_folder.h"
#include "app/ctl/sandbox/sandbox_sink.h"
#include "core/catalog/import/import_catalog.h"
#include "core/catalog/import/product_file.h"
#include "core/catalog/import/replica_sink.h"
#include "core/store/folder_lock.h"
#include "sync/trust/oms_identity.h"

#include <QFile>
#include <QJsonArray>

#include <chrono>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

tl::unexpected<Refusal> badOption(const QString &problem)
{
    return refuse(Code::BadInput, {{u"problem"_s, problem}});
}

/// "standard=190000" as a rate in parts per million.
Result<TaxRow> readTax(const QString &text)
{
    const auto equals = text.indexOf(u'=');
    bool isNumber = false;
    const qint64 ppm = text.mid(equals + 1).toLongLong(&isNumber);
    if (equals <= 0 || !isNumber || ppm < 0 || ppm > 1'000'000)
        return badOption(u"--tax takes CODE=PPM, such as standard=190000: %1"_s.arg(text.left(60)));
    return TaxRow{text.left(equals), text.left(equals), Percentage::partsPerMillion(ppm)};
}

Result<ImportOptions> readOptions(const QCommandLineParser &arguments)
{
    ImportOptions options;
    const auto currency = Currency::fromCode(arguments.value(u"currency"_s));
    if (!currency)
        return badOption(u"--currency takes a code of ISO 4217"_s);
    options.currency = *currency;
    if (arguments.isSet(u"prices"_s) && arguments.value(u"prices"_s) != u"by-code")
        return badOption(u"--prices takes by-code"_s);
    if (arguments.isSet(u"prices"_s))
        options.prices = ImportOptions::Prices::ByCode;
    const QStringList taxes = arguments.values(u"tax"_s);
    for (const QString &text : taxes) {
        const auto tax = readTax(text);
        if (!tax)
            return tl::unexpected(tax.error());
        options.taxes.push_back(*tax);
    }
    if (options.taxes.empty())
        options.taxes.push_back({u"none"_s, u"none"_s, {}});
    return options;
}

/// Into the till that --data names. An enrolled till's catalogue is its OMS's: the next page of the feed
/// would clash with ours.
Result<ImportReport> importIntoTill(const QCommandLineParser &arguments, const ImportOptions &options)
{
    const QString folder = arguments.value(u"data"_s);
    const auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::unexpected(lock.error());
    const auto enrolled = isEnrolled(folder);
    if (!enrolled)
        return tl::unexpected(enrolled.error());
    if (*enrolled)
        return badOption(u"this till is enrolled: its catalogue comes from its OMS"_s);
    ReplicaWriter writer(folder);
    ReplicaSink sink(writer);
    return importCatalog(arguments.positionalArguments().first(), options, sink);
}

Result<QByteArray> contentOf(const QCommandLineParser &arguments, const QString &option)
{
    QFile file(arguments.value(option));
    if (!file.open(QIODevice::ReadOnly))
        return badOption(u"--%1 names no file that can be read"_s.arg(option));
    return file.readAll();
}

/// Into the sandbox OMS that --sandbox names; the tills enrolled there get it through their feed.
Result<ImportReport> importIntoSandbox(const QCommandLineParser &arguments, const ImportOptions &options)
{
    const auto url = omsUrl(arguments.value(u"sandbox"_s));
    if (!url)
        return tl::unexpected(url.error());
    const auto ca = contentOf(arguments, u"ca"_s);
    if (!ca)
        return tl::unexpected(ca.error());
    const auto token = contentOf(arguments, u"admin-token-file"_s);
    if (!token)
        return tl::unexpected(token.error());
    const auto tls = tlsFor({*url, *ca, {}, {}});
    if (!tls)
        return badOption(u"--ca names a file that holds no certificate"_s);
    SandboxSink sink(*url, *tls, token->trimmed());
    return importCatalog(arguments.positionalArguments().first(), options, sink);
}

QJsonObject describeReport(const ImportReport &report)
{
    QJsonArray duplicates;
    for (const auto &duplicate : report.duplicates) {
        duplicates.append(QJsonObject{{u"line"_s, qint64(duplicate.line)}, {u"code"_s, duplicate.barcode},
            {u"scan_reaches_line"_s, qint64(duplicate.keptByLine)}});
    }
    QJsonArray refused;
    for (const auto &row : report.refused) {
        QJsonObject said = QJsonObject::fromVariantMap(row.reason.facts);
        said.insert(u"line"_s, qint64(row.line));
        said.insert(u"code"_s, row.barcode);
        said.insert(u"reason"_s, codeName(row.reason.code));
        refused.append(said);
    }
    return {{u"rows"_s, qint64(report.rows)}, {u"loaded"_s, qint64(report.loaded)},
        {u"duplicates"_s, duplicates}, {u"refused_rows"_s, qint64(report.refusedRows)},
        {u"refused"_s, refused}};
}

} // namespace

QString ImportCatalogCommand::name() const { return u"import-catalog"_s; }

QString ImportCatalogCommand::summary() const
{
    return u"loads a catalogue file into a till without an OMS, or into the sandbox OMS"_s;
}

void ImportCatalogCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(argument(),
        u"TSV, or CSV where it is called so; .zst too. The header names the columns: name, barcode or sku, "
        u"price (1.79) or "
        "price_minor, unit, tax, category, short_name, min_age, instore, open_price (yes or no)."_s);
    parser.addOption({u"data"_s, u"The till's data folder; made where it is missing."_s, u"DIR"_s});
    parser.addOption({u"sandbox"_s,
        u"Instead of --data: the sandbox OMS, https://host[:port]. What the file does not name stays there; "
        u"where it fails half-way, the same file again brings the rest."_s,
        u"URL"_s});
    parser.addOption({u"ca"_s, u"The sandbox's CA, in PEM."_s, u"FILE"_s});
    parser.addOption({u"admin-token-file"_s, u"The file with the sandbox's admin token."_s, u"FILE"_s});
    parser.addOption({u"prices"_s,
        u"by-code: a row without a price costs 49 + (its GTIN-14 as a number mod 9950) minor units."_s,
        u"RULE"_s});
    parser.addOption({u"currency"_s, u"What prices are in. Default: EUR."_s, u"CODE"_s, u"EUR"_s});
    parser.addOption({u"tax"_s,
        u"A tax code and its rate in parts per million; may be given again; the first is that of rows that "
        u"name none. "
        "Default: none=0."_s,
        u"CODE=PPM"_s});
}

Result<> ImportCatalogCommand::run(const QCommandLineParser &arguments)
{
    const auto options = readOptions(arguments);
    if (!options)
        return tl::unexpected(options.error());
    const bool isForSandbox = arguments.isSet(u"sandbox"_s);
    if (isForSandbox == !arguments.value(u"data"_s).isEmpty())
        return badOption(u"--data DIR says which till, or --sandbox URL which OMS"_s);
    // A file that can't be read leaves no trace: not even the till's folder.
    if (const auto file = ProductFile::open(arguments.positionalArguments().first(), *options); !file)
        return tl::unexpected(file.error());
    const auto began = std::chrono::steady_clock::now();
    const auto report =
        isForSandbox ? importIntoSandbox(arguments, *options) : importIntoTill(arguments, *options);
    if (!report)
        return tl::unexpected(report.error());
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began)
            .count();
    QJsonObject said = describeReport(*report);
    said.insert(u"ms"_s, qint64(took));
    said.insert(u"rows_per_second"_s, qint64(report->loaded * 1000 / std::max<std::int64_t>(took, 1)));
    print(said);
    if (report->refusedRows > 0)
        return refuse(Code::BadRow,
            {{u"line"_s, qint64(report->refused.front().line)},
                {u"problem"_s, u"%1 rows refused, nothing loaded"_s.arg(report->refusedRows)}});
    return {};
}

} // namespace evertill
