#pragma once

#include "core/replica/feed_row.h"
#include "sync/oms/exchange.h"
#include "tests/sync/engine/model_journal.h"

#include <QJsonObject>

namespace evertill::test {

/// A position as the contract writes it.
[[nodiscard]] QJsonObject positionJson(Position position);

/// The least OMS that keeps the contract, in memory: it books stock movements and tells of stock. What others
/// than this till did to a product stands in its row's `reserved`, so that a test can tell at any moment what
/// a till ought to show.
class ModelOms final {
public:
    /// Answers \a request as the contract says, at once: a held question ends empty.
    [[nodiscard]] HttpAnswer answer(const HttpRequest &request);

    /// Everything as one snapshot: rows, cursor, included.
    [[nodiscard]] FeedPage snapshot() const;

    /// Somebody else sold or brought some of \a sku.
    void moveByOthers(const QString &sku, std::int64_t quantity);
    /// Restored from a backup that is \a events older; its feed begins a new file.
    void goBack(int events);
    /// Forgets the cursors it gave.
    void forgetCursors() { ++m_identity; }

    [[nodiscard]] const std::vector<WireEvent> &events() const { return m_events; }
    [[nodiscard]] Position accepted() const
    {
        return m_events.empty() ? Position() : m_events.back().position;
    }

private:
    struct Stock {
        std::int64_t own = 0;
        std::int64_t others = 0;
        Position through;
    };

    [[nodiscard]] HttpAnswer position(int status = 200, const QByteArray &error = {}) const;
    [[nodiscard]] HttpAnswer take(const QByteArray &body);
    [[nodiscard]] HttpAnswer page(const QString &path) const;
    void book(const WireEvent &event);
    void changed(const QString &sku) { m_log.push_back(sku); }
    [[nodiscard]] QByteArray cursorAt(std::size_t place) const;
    [[nodiscard]] QJsonObject change(const QString &sku) const;

    std::vector<WireEvent> m_events;
    std::map<QString, Stock> m_stock;
    std::vector<QString> m_log;
    int m_identity = 1;
};

} // namespace evertill::test
