#pragma once

#include "core/catalog/import/import_report.h"

namespace evertill {

/// The first reading of a catalogue file: checks each row by itself, and all of them for codes and skus that
/// come twice.
class ImportCheck final {
public:
    /// Refuses BadInput (problem).
    [[nodiscard]] Result<> read(ProductFile &file);

    /// What was found; loaded is 0.
    [[nodiscard]] const ImportReport &report() const { return m_report; }

private:
    struct SeenCode {
        std::int64_t gtin;
        std::int64_t line;
        int length;
    };
    /// 128 bits stand for the sku: two different ones never meet in practice, and a million fit in memory.
    struct SeenSku {
        std::size_t hash;
        std::size_t otherHash;
        std::int64_t line;
    };
    void refuseRow(RefusedRow row);
    void findRepeatedSkus();
    void findDuplicates();

    ImportReport m_report;
    std::vector<SeenCode> m_codes;
    std::vector<SeenSku> m_skus;
};

} // namespace evertill
