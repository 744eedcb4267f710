#include "core/catalog/gtin.h"
#include "core/catalog/import/import_catalog.h"
#include "core/catalog/import/product_json.h"
#include "core/catalog/import/product_sink.h"
#include "sync/http/zstd.h"
#include "sync/oms/feed_change.h"
#include "tests/fuzz/target.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace evertill::fuzz {
namespace {

class Shelf final : public ProductSink {
public:
    Result<> begin(const std::vector<TaxRow> &) override { return {}; }
    Result<> add(const ProductRow &product) override
    {
        products.push_back(product);
        return {};
    }
    Result<> finish() override
    {
        isFinished = true;
        return {};
    }

    std::vector<ProductRow> products;
    bool isFinished = false;
};

struct Import {
    Result<ImportReport> report;
    Shelf shelf;
    [[nodiscard]] bool isTaken() const { return report && report->refusedRows == 0; }
};

const ImportOptions &options()
{
    static const ImportOptions options{*Currency::fromCode(u"EUR"), ImportOptions::Prices::ByCode,
        {{u"std"_s, u"19 %"_s, Percentage::partsPerMillion(190'000)},
            {u"reduced"_s, u"7 %"_s, Percentage::partsPerMillion(70'000)}}};
    return options;
}

Import imported(const QString &name, const QByteArray &content)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QFile file(path);
    must(file.open(QIODevice::WriteOnly) && file.write(content) == content.size(), "the file can be written");
    file.close();
    Shelf shelf;
    auto report = importCatalog(path, options(), shelf);
    return {std::move(report), std::move(shelf)};
}

void lookAt(const ProductRow &product)
{
    must(!product.name.isEmpty() && product.name.size() <= 500, "a product has a name");
    must(!product.sku.isEmpty() && product.sku.size() <= 60, "a product has a sku");
    must(product.price >= 0, "a price is no debt");
    // The same row out of the feed, whose reader shares no code with this one.
    const QJsonObject row = QJsonDocument::fromJson(productJson(product)).object();
    const auto change = decodeChange(
        {{u"op"_s, u"put"_s}, {u"entity"_s, u"product"_s}, {u"id"_s, product.sku}, {u"row"_s, row}});
    must(change && *change && std::get<ProductRow>(*(*change)->row) == product,
        "the feed takes the same product");
}

void lookAt(const Import &import)
{
    if (!import.report)
        return;
    const ImportReport &report = *import.report;
    must(report.loaded == (report.refusedRows == 0 ? report.rows : 0), "all of a file is loaded, or nothing");
    must(std::int64_t(import.shelf.products.size()) == report.loaded, "what was loaded is there");
    must(import.shelf.isFinished == (report.refusedRows == 0), "what was loaded counts");
    QSet<QString> skus;
    QSet<qint64> gtins;
    for (const ProductRow &product : import.shelf.products) {
        lookAt(product);
        must(!std::exchange(skus, skus + QSet{product.sku}).contains(product.sku), "a sku stands once");
        for (const QString &code : product.gtins) {
            const auto gtin = Gtin::parse(code);
            must(gtin && !gtins.contains(gtin->number()), "a scan finds one product");
            gtins.insert(gtin->number());
        }
    }
}

QByteArray quoted(QString text) { return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"'; }

/// The products as a CSV of ours, to be read again as the same.
QByteArray written(const std::vector<ProductRow> &products)
{
    QByteArray csv = "sku,barcode,name,short_name,price_minor,unit,tax,category,min_age,instore,open_price\n";
    for (const ProductRow &product : products) {
        const QByteArrayList fields{quoted(product.sku), quoted(product.gtins.value(0)), quoted(product.name),
            quoted(product.shortName), QByteArray::number(qint64(product.price)), quoted(product.unit),
            quoted(product.tax), quoted(product.category), QByteArray::number(product.minAge),
            quoted(product.instore), product.isOpenPrice ? "yes" : "no"};
        csv += fields.join(',') + "\r\n";
    }
    return csv;
}

bool isSame(const Import &a, const Import &b)
{
    if (a.report.has_value() != b.report.has_value())
        return false;
    if (!a.report)
        return a.report.error() == b.report.error();
    return a.report->rows == b.report->rows && a.report->refused == b.report->refused
        && a.report->duplicates == b.report->duplicates && a.shelf.products == b.shelf.products;
}

} // namespace

/// A file as somebody hands it over: with tabs, with commas, packed.
bool takes(QByteArrayView input)
{
    const QByteArray content = input.toByteArray();
    const Import tabs = imported(u"catalogue.tsv"_s, content);
    const Import commas = imported(u"catalogue.csv"_s, content);
    lookAt(tabs);
    lookAt(commas);
    const bool isPacked = content.startsWith("\x28\xB5\x2F\xFD");
    must(isPacked || isSame(commas, imported(u"packed.csv.zst"_s, zstdCompressed(content))),
        "a packed file says what the plain one says");
    const Import &taken = tabs.isTaken() ? tabs : commas;
    if (!taken.isTaken())
        return false;
    const Import again = imported(u"again.csv"_s, written(taken.shelf.products));
    must(again.isTaken() && again.shelf.products == taken.shelf.products,
        "products written again are the same");
    return true;
}

} // namespace evertill::fuzz
