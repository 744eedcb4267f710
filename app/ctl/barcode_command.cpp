#include "app/ctl/barcode_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/catalog/catalog.h"
#include "core/till/till_config.h"

#include <QFile>

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
    QStringList patterns;
};

/// The shop that \a folder belongs to; one without an OMS where nothing is enrolled there.
Result<Shop> shopIn(const QString &folder)
{
    const Shop bare{*Currency::fromCode(u"EUR"), usualPatterns()};
    if (folder.isEmpty() || !QFile::exists(folder + u"/ledger.db"_s))
        return bare;
    const auto database = readLedgerIn(folder);
    if (!database)
        return tl::unexpected(database.error());
    const auto config = loadTillConfig(**database);
    if (!config && config.error().code != Code::NotEnrolled)
        return tl::unexpected(config.error());
    return config ? Shop{config->currency, config->codePatterns} : bare;
}

QString kindName(ScannedCode::Kind kind)
{
    switch (kind) {
    case ScannedCode::Product:
        return u"gtin"_s;
    case ScannedCode::InStore:
        return u"in_store"_s;
    case ScannedCode::Receipt:
        return u"receipt"_s;
    case ScannedCode::Pickup:
        return u"pickup"_s;
    }
    return {};
}

QJsonObject describeCode(const ScannedCode &code)
{
    QJsonObject said{{u"code"_s, code.text}, {u"kind"_s, kindName(code.kind)}};
    if (code.kind == ScannedCode::Product || code.kind == ScannedCode::InStore)
        said.insert(u"gtin14"_s, code.gtin.gtin14());
    if (!code.inStore)
        return said;
    said.insert(u"item"_s, QString::number(code.inStore->item).rightJustified(13, u'0'));
    if (code.inStore->priceMinor)
        said.insert(u"price_minor"_s, qint64(*code.inStore->priceMinor));
    if (code.inStore->weightThousandths)
        said.insert(u"weight_thousandths"_s, qint64(*code.inStore->weightThousandths));
    return said;
}

QJsonObject describeProduct(const Product &product)
{
    return {{u"sku"_s, product.sku}, {u"name"_s, product.name}, {u"unit"_s, product.unit},
        {u"price_minor"_s, qint64(product.price.minor())}, {u"currency"_s, product.price.currency().code()},
        {u"tax"_s, product.taxCode}, {u"tax_rate"_s, qint64(product.taxRate.partsPerMillion())}};
}

} // namespace

QString BarcodeCommand::name() const { return u"barcode"_s; }

QString BarcodeCommand::summary() const { return u"says what a scanned code means, or why it is refused"_s; }

void BarcodeCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(argument(), u"The code as the scanner gives it."_s);
    parser.addOption({u"patterns"_s,
        u"In-store number patterns, commas between; 13 characters each: digits literal, I item, P price in "
        u"minor units, W weight "
        "in thousandths of a kg, V verifier of the value, C check digit. Default: the till's, or %1."_s.arg(
            usualPatterns().join(u',')),
        u"LIST"_s});
    parser.addOption({u"data"_s, u"A till's data folder: looks the product up there."_s, u"DIR"_s});
}

Result<> BarcodeCommand::run(const QCommandLineParser &arguments)
{
    const QString folder = arguments.value(u"data"_s);
    const auto shop = shopIn(folder);
    if (!shop)
        return tl::unexpected(shop.error());
    const bool areGiven = arguments.isSet(u"patterns"_s);
    const auto patterns = CodePatterns::parse(
        areGiven ? arguments.value(u"patterns"_s).split(u',', Qt::SkipEmptyParts) : shop->patterns);
    if (!patterns)
        return tl::unexpected(patterns.error());
    const auto code = readCode(arguments.positionalArguments().first(), *patterns);
    if (!code)
        return tl::unexpected(code.error());
    QJsonObject said = describeCode(*code);
    const bool isProduct = code->kind == ScannedCode::Product || code->kind == ScannedCode::InStore;
    if (!folder.isEmpty() && isProduct) {
        ReplicaReader replica(folder);
        const auto found = Catalog(replica, *patterns, shop->currency).find(*code);
        if (!found)
            return tl::unexpected(found.error());
        said.insert(u"product"_s, describeProduct(found->product));
    }
    print(said);
    return {};
}

} // namespace evertill
