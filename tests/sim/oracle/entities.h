#pragma once

#include "tests/sim/oracle/fact.h"

#include <map>
#include <optional>

namespace evertill::sim::oracle {

/// A web order, as the facts that name it leave it.
struct Order {
    enum State { New, Picking, Ready, HandedOver, Rejected, Cancelled };
    struct Item {
        std::string sku;
        std::int64_t ordered = 0;
        std::int64_t rejected = 0;
        std::int64_t reserved = 0;
        friend bool operator==(const Item &, const Item &) = default;
    };
    State state = New;
    std::map<int, Item> items; ///< by line

    [[nodiscard]] bool isOpen() const { return state <= Ready; }
    [[nodiscard]] bool hasGoods() const;
    [[nodiscard]] std::vector<std::string> skus() const;
    /// What \a fact does to it; false where it was closed before, and nothing changed.
    bool take(const Fact &fact);
};
/// Nothing where no fact placed it.
[[nodiscard]] std::optional<Order> orderFrom(const std::vector<FactPtr> &facts);

/// Stock of one sku.
struct Stock {
    std::int64_t onHand = 0;
    std::int64_t reserved = 0;
};
/// \a facts: all that name its stock.
[[nodiscard]] Stock stockFrom(const std::string &sku, const std::vector<FactPtr> &facts);

/// One line of a receipt, and what came back of it.
struct ReceiptLine {
    std::string sku;
    std::int64_t sold = 0;
    std::int64_t gross = 0;
    std::int64_t returned = 0;
    std::int64_t refunded = 0;
    int depositOf = 0;
    bool isLoad = false;

    [[nodiscard]] std::int64_t left() const;
    [[nodiscard]] std::int64_t leftGross() const;
    /// What \a quantity more pays back: in all parts together the price of what is back by then, to the cent.
    [[nodiscard]] std::int64_t refund(std::int64_t quantity) const;
};
using Receipt = std::map<int, ReceiptLine>; ///< by line
/// Nothing where no fact sold it.
[[nodiscard]] std::optional<Receipt> receiptFrom(const std::vector<FactPtr> &facts);
/// Takes the pieces, \a wanted by line, off \a receipt, and what they bring along: deposits go back with
/// their goods. Gives the lines of the return; nothing where more is wanted of a line than is left.
[[nodiscard]] std::optional<std::vector<Line>> takeOff(
    Receipt &receipt, const std::vector<std::pair<int, std::int64_t>> &wanted);

/// a × b ÷ c, halves away from zero.
[[nodiscard]] std::int64_t share(std::int64_t a, std::int64_t b, std::int64_t c);

} // namespace evertill::sim::oracle
