#pragma once

#include "sync/oms/event_batch.h"

#include <map>

namespace evertill::test {

/// A till's journal as the engine's tests need it: a true hash chain of stock movements, in memory.
class ModelJournal final {
public:
    /// Appends a movement of \a quantity of \a sku.
    void append(const QString &sku, std::int64_t quantity);
    /// Closes the epoch and opens the next, as a restored till does.
    void openEpoch();

    [[nodiscard]] const std::vector<WireEvent> &events() const { return m_events; }
    [[nodiscard]] Position head() const { return m_events.empty() ? Position() : m_events.back().position; }
    [[nodiscard]] std::vector<WireEvent> after(Position position, int limit = 1 << 30) const;
    [[nodiscard]] std::optional<Hash> hashAt(Position position) const;
    /// The sum of the movements of \a sku beyond \a position.
    [[nodiscard]] std::int64_t movedAfter(Position position, const QString &sku) const;

private:
    void appendAt(Position position, const QByteArray &envelope);

    [[nodiscard]] std::vector<WireEvent>::const_iterator firstAfter(Position position) const;

    std::vector<WireEvent> m_events;
    std::map<QString, std::map<Position, std::int64_t>> m_sums; // of each product up to and with a position
};

/// What an envelope of ModelJournal moves; nothing where it opens an epoch.
struct Movement {
    QString sku;
    std::int64_t quantity = 0;
};
[[nodiscard]] Movement movementIn(const QByteArray &envelope);

} // namespace evertill::test
