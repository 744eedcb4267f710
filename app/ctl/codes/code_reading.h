#pragma once

#include "app/ctl/codes/described_code.h"

namespace evertill {

class Catalog;

/// What `evertillctl barcode` does with each code, one after the other.
class CodeReading final {
public:
    /// \a catalog, where there is one, names the product too; it outlives this.
    CodeReading(CodePatterns patterns, gs1::ScanReading reading, Reader reader, Catalog *catalog = nullptr);

    /// What \a code says. Refuses what readCode() refuses, and with a catalogue what Catalog::find() does.
    [[nodiscard]] Result<QJsonObject> read(const QString &code) const;

private:
    CodePatterns m_patterns;
    gs1::ScanReading m_reading;
    Reader m_reader;
    Catalog *m_catalog;
};

/// Checks \a value as GS1's linter \a name does. Refuses MalformedCode (ai, at, length, problem), and
/// BadInput (problem) for a linter that GS1 does not know.
[[nodiscard]] Result<QJsonObject> lintedValue(const QString &name, const QString &value);

} // namespace evertill
