#include "app/ctl/codes/code_reading.h"

#include "core/catalog/catalog.h"
#include "core/gs1/lint/linters.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QJsonObject describedProduct(const Product &product)
{
    QJsonObject described{{u"sku"_s, product.sku}, {u"name"_s, product.name}, {u"unit"_s, product.unit},
        {u"price_minor"_s, qint64(product.price.minor())}, {u"currency"_s, product.price.currency().code()},
        {u"tax"_s, product.taxCode}, {u"tax_rate"_s, qint64(product.taxRate.partsPerMillion())}};
    if (!product.taxParts.empty())
        described[u"tax_parts"_s] = QJsonDocument::fromJson(taxPartsText(product.taxParts).toUtf8()).array();
    return described;
}

} // namespace

CodeReading::CodeReading(CodePatterns patterns, gs1::ScanReading reading, Reader reader, Catalog *catalog)
    : m_patterns(std::move(patterns)), m_reading(reading), m_reader(std::move(reader)), m_catalog(catalog)
{
}

Result<QJsonObject> CodeReading::read(const QString &text) const
{
    const auto code = readCode(text, m_patterns, m_reading);
    if (!code)
        return tl::unexpected(code.error());
    QJsonObject said = describedCode(*code, m_reader);
    const bool isProduct = code->kind == ScannedCode::Product || code->kind == ScannedCode::InStore;
    if (!m_catalog || !isProduct)
        return said;
    const auto found = m_catalog->find(*code);
    if (!found)
        return tl::unexpected(found.error());
    said.insert(u"product"_s, describedProduct(found->product));
    return said;
}

Result<QJsonObject> lintedValue(const QString &name, const QString &value)
{
    const gs1::Linter linter = gs1::linterNamed(name.toStdString());
    if (!linter)
        return refuse(Code::BadInput, {{u"problem"_s, u"GS1 has no linter called %1"_s.arg(name.left(40))}});
    if (const gs1::Verdict flaw = linter(value.toUtf8().toStdString()))
        return gs1::malformed(*flaw);
    return QJsonObject{{u"value"_s, value}};
}

} // namespace evertill
