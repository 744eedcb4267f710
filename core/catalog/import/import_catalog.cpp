#include "core/catalog/import/import_catalog.h"

#include "core/catalog/import/import_check.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// The second reading. Rows were found good once; one that no longer is means that somebody writes to the
/// file.
Result<> load(ProductFile &file, ImportReport &report, ProductSink &sink)
{
    ImportedProduct imported;
    RefusedRow refused;
    auto duplicate = report.duplicates.cbegin();
    for (;;) {
        const auto step = file.next(imported, refused);
        if (!step)
            return tl::unexpected(step.error());
        if (*step == ProductFile::Step::End)
            break;
        if (*step == ProductFile::Step::Refused || report.loaded == report.rows)
            return refuse(Code::BadInput, {{u"problem"_s, u"the file changed while it was read"_s}});
        if (duplicate != report.duplicates.cend() && duplicate->line == imported.line) {
            imported.product.gtins.clear();
            ++duplicate;
        }
        if (auto added = sink.add(imported.product); !added)
            return added;
        ++report.loaded;
    }
    if (report.loaded != report.rows)
        return refuse(Code::BadInput, {{u"problem"_s, u"the file changed while it was read"_s}});
    return sink.finish();
}

} // namespace

Result<ImportReport> importCatalog(const QString &path, const ImportOptions &options, ProductSink &sink)
{
    auto file = ProductFile::open(path, options);
    if (!file)
        return tl::unexpected(file.error());
    ImportReport report;
    {
        ImportCheck check;
        if (auto checked = check.read(*file); !checked)
            return tl::unexpected(checked.error());
        report = check.report();
    }
    if (report.refusedRows > 0)
        return report;
    auto again = ProductFile::open(path, options);
    if (!again)
        return tl::unexpected(again.error());
    if (auto begun = sink.begin(options.taxes); !begun)
        return tl::unexpected(begun.error());
    if (auto loaded = load(*again, report, sink); !loaded)
        return tl::unexpected(loaded.error());
    return report;
}

} // namespace evertill
