#pragma once

#include "tests/sandbox/store/refusal.h"
#include "tests/sandbox/store/work_unit.h"

#include <QJsonArray>

namespace evertill::sandbox {

/// Taxes, products, stock levels and what the shop asks for them, as the merchant's office sets them. Each
/// call is one transaction: all rows or none. A row that is as it was is not sent again.
class Catalog final {
public:
    explicit Catalog(Store &store) : m_store(store) { }

    /// How many rows were new or other than before. Refuses `bad_request` naming the first bad row.
    [[nodiscard]] Result<int> putTaxes(const QJsonArray &rows, qint64 now);
    [[nodiscard]] Result<int> putProducts(const QJsonArray &rows, qint64 now);
    /// Rows {sku, on_hand}: books the movement that brings each level there.
    [[nodiscard]] Result<int> putStock(const QJsonArray &rows, qint64 now);
    /// Refuses `unknown_product` (404), `bad_request`.
    [[nodiscard]] Result<QJsonObject> setPrice(const QString &sku, qint64 price, qint64 now);
    /// The maker calls these lots back ("*" alone: every one); an empty list ends it. Refuses
    /// `unknown_product` (404), `bad_request`.
    [[nodiscard]] Result<QJsonObject> recall(const QString &sku, const QJsonArray &lots, qint64 now);
    /// Takes a product out of the catalogue; the feed says `drop`. Its stock stays.
    [[nodiscard]] Result<void> drop(const QString &sku, qint64 now);
    /// Promotions as the contract's rules; each says its own id. A new one, another rule, or uses_left set
    /// anew.
    [[nodiscard]] Result<int> putPromotions(const QJsonArray &rules, qint64 now);
    /// The feed says `drop`. Refuses `unknown_promotion` (404).
    [[nodiscard]] Result<void> dropPromotion(const QString &promotion, qint64 now);
    /// Price lists as the contract has them; each says its own id.
    [[nodiscard]] Result<int> putPriceLists(const QJsonArray &lists, qint64 now);
    /// The feed says `drop`. Refuses `unknown_price_list` (404).
    [[nodiscard]] Result<void> dropPriceList(const QString &list, qint64 now);
    /// What one of \a currency is worth, from \a from on; said again for the same moment, the new one stands.
    /// The ExchangeRateRow. Refuses `bad_request`.
    [[nodiscard]] Result<QJsonObject> putExchangeRate(
        const QString &currency, const QString &rate, qint64 from, qint64 now);
    /// The feed says `drop`. Refuses `unknown_exchange_rate` (404).
    [[nodiscard]] Result<void> dropExchangeRate(const QString &exchangeRate, qint64 now);
    [[nodiscard]] std::optional<QJsonObject> product(const QString &sku);
    /// What the tax \a code adds to \a amount for \a quantity (thousandths) on \a day ("2026-11-21").
    [[nodiscard]] qint64 taxAdded(const QString &code, qint64 amount, qint64 quantity, const QString &day);
    [[nodiscard]] qint64 productCount();

private:
    [[nodiscard]] Result<QJsonObject> change(
        const QString &sku, const QString &field, const QJsonValue &value, qint64 now);

    Store &m_store;
};

} // namespace evertill::sandbox
