#pragma once

#include "tests/sandbox/logic/random_bytes.h"
#include "tests/sandbox/store/settings.h"
#include "tests/sandbox/store/work_unit.h"

#include <vector>

namespace evertill::sandbox {

/// The web shop's side: pickup orders placed and cancelled by shoppers.
class Shop final {
public:
    Shop(Store &store, const StoreSettings &settings) : m_store(store), m_settings(settings) { }

    struct Wish {
        QString sku;
        qint64 quantity = 0;
    };
    struct Order {
        QString customer;
        qint64 promisedAt = 0;
        std::vector<Wish> lines;
    };
    /// Prices the lines from the OMS's own catalogue (tax on top where prices exclude it), reserves the
    /// stock, numbers the order (W-1001, …) and gives it a pickup code. Gives the OrderRow. Refuses
    /// `unknown_product`, `bad_request`.
    [[nodiscard]] Result<QByteArray> place(const Order &order, const RandomBytes &random, qint64 now);
    /// Releases the reservations. Gives the OrderRow. Refuses `unknown_order`, `order_not_open`.
    [[nodiscard]] Result<QByteArray> cancel(const QString &order, qint64 now);

private:
    struct Line {
        Wish wish;
        QString name;
        qint64 total = 0;
    };
    [[nodiscard]] Result<Line> priced(const Wish &wish, qint64 now);
    void write(WorkUnit &work, const QString &order, const Line &line, int number);

    Store &m_store;
    const StoreSettings &m_settings;
};

} // namespace evertill::sandbox
