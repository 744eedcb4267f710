#pragma once

#include "core/base/clock.h"
#include "core/base/currency.h"
#include "core/base/percentage.h"
#include "core/base/quantity.h"
#include "core/base/uuid.h"
#include "core/customer/sale_customer.h"
#include "core/journal/hash.h"
#include "core/journal/position.h"
#include "core/replica/exchange_rate/exchange_rate_row.h"
#include "core/replica/price_list/price_list_row.h"
#include "core/replica/promotion/promotion_row.h"
#include "core/tax/goods_tax.h"
#include "core/tax/tax_total.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace evertill {

// The feed's rows as plain values, after resources/api/oms.yaml. Amounts are minor units. Whoever decodes
// them has checked types, ranges and the rules that the contract states; the replica checks what it needs to
// keep itself whole.

struct TaxRow {
    QString code;
    QString name;
    Percentage rate; ///< where there are no parts
    std::vector<TaxPart> parts = {};
    friend bool operator==(const TaxRow &, const TaxRow &) = default;
};

/// What comes along with each unit of a product, and goes back with it.
struct DepositRow {
    QString sku;
    QString name;
    std::int64_t amount = 0; ///< for one unit
    QString tax; ///< a TaxRow's code
    friend bool operator==(const DepositRow &, const DepositRow &) = default;
};

/// A product's prices carry no currency: they are in the till's own.
struct ProductRow {
    QString sku;
    QString name;
    QString shortName; ///< empty: the name
    QString unit; ///< ea, kg, g, l, m
    std::int64_t price = 0; ///< for one unit (1000 thousandths)
    QString tax; ///< a TaxRow's code
    QString category; ///< empty: none
    int minAge = 0; ///< years; 0: none
    QStringList gtins; ///< 8, 12, 13 or 14 digits each, check digit right
    QString instore; ///< 13 digits, every value digit 0; empty: none
    QStringList recalledLots = {}; ///< called back by the maker; "*" for every lot
    bool isOpenPrice = false; ///< whoever sells it says what it costs
    std::optional<DepositRow> deposit = {};
    friend bool operator==(const ProductRow &, const ProductRow &) = default;
};

struct StockRow {
    QString sku;
    Quantity onHand;
    Quantity reserved;
    friend bool operator==(const StockRow &, const StockRow &) = default;
};

enum class OrderState { New, Picking, Ready, HandedOver, Rejected, Cancelled };

struct OrderRow {
    struct Line {
        int line = 0;
        QString sku;
        QString name;
        Quantity quantity;
        Quantity rejected; ///< what the store could not supply
        std::int64_t total = 0;
        friend bool operator==(const Line &, const Line &) = default;
    };

    Uuid order;
    QString number; ///< what the shopper was told: "W-1001"
    OrderState state = OrderState::New;
    Instant placedAt;
    Instant promisedAt;
    QString customer; ///< the name to call out
    QString code; ///< the shopper's pickup code
    Currency currency;
    std::int64_t total = 0; ///< paid online
    std::vector<Line> lines;
    friend bool operator==(const OrderRow &, const OrderRow &) = default;
};

/// A sale of any till of this store.
struct ReceiptRow {
    struct Line {
        int line = 0;
        QString sku;
        QString name;
        QString unit;
        Quantity quantity;
        std::int64_t price = 0;
        std::int64_t gross = 0;
        std::int64_t net = 0;
        std::int64_t tax = 0;
        QString taxCode;
        Percentage taxRate;
        Quantity returned; ///< what came back so far
        std::int64_t refunded = 0; ///< gross minor units that went back so far
        std::optional<int> depositOf = {}; ///< the line whose goods this deposit came along with
        bool isLoad = false; ///< put on a gift card: no goods, and nothing that comes back
        std::vector<TaxTotal> taxes = {}; ///< of tax, where taxCode is made of several
        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Tender {
        QString kind; ///< as the contract names it: "cash", "card", "giftcard"
        std::int64_t amount = 0;
        QString approval;
        std::optional<Uuid> attempt;
        QString card = {}; ///< reference: with giftcard the card's, with points and on_account the customer's
        QString lastFour = {}; ///< of its number
        std::int64_t points = 0;
        friend bool operator==(const Tender &, const Tender &) = default;
    };

    QString receipt; ///< "BER1T1-1-1"
    Uuid sale;
    QString till;
    Instant at;
    Currency currency;
    std::int64_t total = 0;
    std::vector<Line> lines;
    std::vector<Tender> tenders;
    std::optional<SaleCustomer> customer = {};
    friend bool operator==(const ReceiptRow &, const ReceiptRow &) = default;
};

struct TaskRow {
    QString task; ///< "till:epoch:seq:code"
    QString code;
    Instant openedAt;
    bool settled = false;
    QByteArray facts; ///< a JSON object as text
    friend bool operator==(const TaskRow &, const TaskRow &) = default;
};

using FeedRow = std::variant<TaxRow, ProductRow, StockRow, OrderRow, ReceiptRow, TaskRow, PromotionRow,
    PriceListRow, ExchangeRateRow>;

/// In the order of FeedRow's alternatives.
enum class Entity { Tax, Product, Stock, Order, Receipt, Task, Promotion, PriceList, ExchangeRate };

struct FeedChange {
    enum Op { Put, Drop };
    Op op = Put;
    Entity entity = Entity::Tax;
    QString id; ///< the tax code, sku (product, stock), order id, receipt number,
                ///< task, promotion, price list or exchange rate
    Position
        through; ///< the last event of this till that the row counts; {0, 0} where the entity carries none
    std::optional<FeedRow> row; ///< with Put only, and then of the entity's type
    friend bool operator==(const FeedChange &, const FeedChange &) = default;
};

struct FeedPage {
    std::vector<FeedChange> changes;
    QByteArray cursor; ///< where the next page begins
    Position included; ///< every effect of this till's events up to here is on this page or an earlier one
    bool more = false; ///< another page is there already
    friend bool operator==(const FeedPage &, const FeedPage &) = default;
};

/// How far the OMS has taken this till's journal, and the hash there; {0, 0} and zeros where it has taken
/// nothing.
struct Accepted {
    Position position;
    Hash hash = {};
    friend bool operator==(const Accepted &, const Accepted &) = default;
};

} // namespace evertill
