#pragma once

#include "tests/sandbox/store/refusal.h"
#include "tests/sandbox/store/store.h"

#include <QJsonArray>
#include <QStringList>

namespace evertill::sandbox {

/// The OMS's own tables for an auditor.
class Tables final {
public:
    explicit Tables(Store &store) : m_store(store) { }

    [[nodiscard]] static const QStringList &names();
    /// Up to \a limit rows after \a offset, each an object of column and value, in the table's own order.
    /// Refuses `unknown_table` (404).
    [[nodiscard]] Result<QJsonArray> rows(const QString &table, int limit, int offset);
    /// Any statement, for tests that damage a row on purpose. `{changed, rows}`. Refuses `bad_request` with
    /// SQLite's words.
    [[nodiscard]] Result<QJsonObject> run(const QString &sql);

private:
    Store &m_store;
};

} // namespace evertill::sandbox
