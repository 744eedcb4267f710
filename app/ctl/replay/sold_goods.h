#pragma once

#include "core/sale/sale.h"

#include <deque>
#include <map>
#include <tuple>

namespace evertill {

/// Which receipt a cancellation takes back from: what each known customer bought, at which price, and what is
/// left of it. The record does not name the receipt; the earliest that still has goods of that price is
/// taken.
class SoldGoods final {
public:
    void remember(const QString &customer, const Sale &sale);

    struct Part {
        ReceiptNumber receipt;
        int line = 0;
        Quantity quantity;
    };
    /// Takes up to \a quantity (> 0) off what is left; the parts add up to it, or to less where not enough
    /// was bought.
    [[nodiscard]] std::vector<Part> take(
        const QString &customer, const QString &sku, Money price, Quantity quantity);

private:
    std::map<std::tuple<QString, QString, std::int64_t>, std::deque<Part>> m_left;
};

} // namespace evertill
