#include "core/catalog/import/import_check.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace evertill {

Result<> ImportCheck::read(ProductFile &file)
{
    ImportedProduct imported;
    RefusedRow refused;
    for (;;) {
        const auto step = file.next(imported, refused);
        if (!step)
            return tl::unexpected(step.error());
        if (*step == ProductFile::Step::End)
            break;
        ++m_report.rows;
        if (*step == ProductFile::Step::Refused) {
            refuseRow(refused);
            continue;
        }
        if (imported.gtin)
            m_codes.push_back({imported.gtin->number(), imported.line, int(imported.barcode.size())});
        m_skus.push_back({qHash(imported.product.sku, 1), qHash(imported.product.sku, 2), imported.line});
    }
    findRepeatedSkus();
    findDuplicates();
    return {};
}

void ImportCheck::refuseRow(RefusedRow row)
{
    if (++m_report.refusedRows <= ImportReport::kMostNamed)
        m_report.refused.push_back(std::move(row));
}

void ImportCheck::findRepeatedSkus()
{
    const auto key = [](const SeenSku &sku) { return std::tuple(sku.hash, sku.otherHash, sku.line); };
    std::sort(
        m_skus.begin(), m_skus.end(), [&](const SeenSku &a, const SeenSku &b) { return key(a) < key(b); });
    for (std::size_t i = 1, first = 0; i < m_skus.size(); ++i) {
        const bool isSame =
            m_skus[i].hash == m_skus[first].hash && m_skus[i].otherHash == m_skus[first].otherHash;
        if (!isSame) {
            first = i;
            continue;
        }
        const QString problem = u"the same sku as line %1"_s.arg(m_skus[first].line);
        refuseRow({m_skus[i].line, {},
            {Code::BadRow, {{u"line"_s, qint64(m_skus[i].line)}, {u"problem"_s, problem}}}});
    }
    std::sort(m_report.refused.begin(), m_report.refused.end(),
        [](const RefusedRow &a, const RefusedRow &b) { return a.line < b.line; });
}

void ImportCheck::findDuplicates()
{
    std::sort(m_codes.begin(), m_codes.end(), [](const SeenCode &a, const SeenCode &b) {
        return std::tie(a.gtin, a.line) < std::tie(b.gtin, b.line);
    });
    for (std::size_t i = 1, first = 0; i < m_codes.size(); ++i) {
        if (m_codes[i].gtin != m_codes[first].gtin) {
            first = i;
            continue;
        }
        const QString barcode = QString::number(m_codes[i].gtin).rightJustified(m_codes[i].length, u'0');
        m_report.duplicates.push_back({m_codes[i].line, barcode, m_codes[first].line});
    }
    std::sort(m_report.duplicates.begin(), m_report.duplicates.end(),
        [](const auto &a, const auto &b) { return a.line < b.line; });
}

} // namespace evertill
