#pragma once

#include "tests/sandbox/store/entity.h"
#include "tests/sandbox/store/position.h"
#include "tests/sandbox/store/store.h"

#include <optional>

namespace evertill::sandbox {

/// Writes the contract's Change lines from the OMS's tables, as JSON text without a newline.
class RowWriter final {
public:
    explicit RowWriter(Store &store) : m_store(store) { }

    /// The put of this entity as \a till is to see it.
    [[nodiscard]] QByteArray put(const QString &till, Entity entity, const QString &id);
    [[nodiscard]] static QByteArray drop(Entity entity, const QString &id);
    /// The row alone, for live questions; nothing where there is none.
    [[nodiscard]] std::optional<QByteArray> row(Entity entity, const QString &id);

private:
    [[nodiscard]] std::optional<QByteArray> storedRow(const char *sql, const QString &id);
    [[nodiscard]] std::optional<QByteArray> stockRow(const QString &sku);
    [[nodiscard]] std::optional<QByteArray> orderRow(const QString &order);
    [[nodiscard]] std::optional<QByteArray> receiptRow(const QString &receipt);
    [[nodiscard]] std::optional<QByteArray> taskRow(const QString &task);
    [[nodiscard]] Position through(const QString &till, Entity entity, const QString &id);

    Store &m_store;
};

} // namespace evertill::sandbox
