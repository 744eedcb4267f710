#pragma once

#include "tests/sandbox/store/refusal.h"

#include <QByteArray>
#include <QJsonArray>

namespace evertill::sandbox {

/// A demo shop's products and opening stock, read from tab-separated text with a header line that names the
/// columns sku, gtin, instore, name, short_name, unit, price_minor, tax, category, stock_thousandths; lines
/// that begin with # are comments.
struct DemoCatalog {
    QJsonArray products; ///< ProductRows
    QJsonArray stock; ///< StockRows without reserved
    QJsonArray promotions; ///< rules, each with its id
    QJsonArray priceLists; ///< each with its id
    QJsonArray giftCards; ///< {number, balance}
    QJsonArray customers; ///< as PUT /sandbox/customers takes them, each with its card's number

    /// Refuses `bad_request` with the line's number.
    [[nodiscard]] static Result<DemoCatalog> read(const QByteArray &tsv);
    /// A list of promotions, or an object of lists: giftcards, price_lists. Refuses `bad_request`.
    [[nodiscard]] static Result<DemoCatalog> readJson(const QByteArray &json);
    void add(const DemoCatalog &other);
};

} // namespace evertill::sandbox
