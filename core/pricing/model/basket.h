#pragma once

#include "core/base/currency.h"
#include "core/base/quantity.h"
#include "core/pricing/model/promotion.h"
#include "core/tax/tax_provider.h"

#include <map>

namespace evertill {

/// A price for one unit in millionths of the currency's minor unit: fuel and screws cost fractions of a cent.
struct UnitPrice {
    static constexpr std::int64_t kMinor = 1'000'000; ///< one minor unit
    std::int64_t millionths = 0;

    [[nodiscard]] static constexpr UnitPrice minor(std::int64_t amount) { return {amount * kMinor}; }
    [[nodiscard]] Fraction exact() const { return Fraction::of(millionths, kMinor); }
    friend auto operator<=>(const UnitPrice &, const UnitPrice &) = default;
};

enum class PriceMode { Inclusive, Exclusive };

/// A price that somebody set by hand, or an amount that somebody took off.
struct PriceOverride {
    UnitPrice price;
    QString reason;
    QString approvedBy;
};

struct ManualDiscount {
    std::optional<Percentage> rate; ///< one of rate and amount
    std::int64_t amount = 0;
    QString reason;
    QString approvedBy;
};

/// What comes along with each unit and goes back with it: a bottle's deposit. Takes no discount.
struct Deposit {
    QString sku;
    QString name;
    std::int64_t amount = 0; ///< minor units for one unit
    QString taxCategory;
};

struct BasketLine {
    QString id; ///< the caller's own; comes back as it is
    QString sku;
    QString name;
    Quantity quantity = Quantity::pieces(1);
    QString unit = QStringLiteral("ea");
    QStringList categories;
    std::optional<UnitPrice> price; ///< counts where no price list has one; a list wins
    std::optional<std::int64_t> labelAmount; ///< printed in the barcode: counts in place of price × quantity
    std::optional<PriceOverride> priceOverride; ///< wins over every list
    bool isOpenPrice = false; ///< the price is typed in at the till: lists do not count
    bool isMarkedDown = false;
    bool takesDiscount = true;
    std::optional<std::int64_t> minPrice; ///< for one unit: no promotion goes below
    std::optional<ManualDiscount> discount;
    std::optional<Deposit> deposit;
    QString taxCategory;
    std::optional<QStringList> taxes; ///< ids of tax rules, in order; in place of the category's
    std::optional<QStringList>
        priceMadeFor; ///< ids of the taxes that the price was made for, where others hold here
};

struct ListedPrice {
    QString sku;
    QString unit = QStringLiteral("ea");
    Quantity from; ///< counts from this quantity of the product on
    UnitPrice price;
    bool isMarkedDown = false;
};

struct PriceList {
    QString id;
    Currency currency;
    PriceMode mode = PriceMode::Inclusive;
    std::int64_t priority = 0;
    Audience audience;
    std::vector<ListedPrice> prices;
};

/// A tax and where it holds. Rules come in the order in which they are reckoned.
struct TaxRule {
    TaxRate rate;
    std::optional<bool> isIncluded; ///< fixed for this tax; else the line's price list says
    QStringList categories; ///< of goods; empty: none but those lines that name it
    QStringList regions; ///< of the ship-to, or of the store where the goods leave with the customer
    Audience audience;
};

struct Exemption {
    QString certificate;
    QString reason;
    QStringList taxes; ///< ids; empty: all
    std::optional<WallMinute> until; ///< without
};

struct TaxSetting {
    TaxScope scope = TaxScope::Line;
    Rounding how = Rounding::HalfUp;
    std::vector<TaxRule> rules;
    std::vector<Exemption> exemptions;
};

/// Money given. Any kind may be named; "cash" is the only one that is rounded and gives change.
struct BasketTender {
    QString kind;
    std::int64_t amount = 0;
    QString reference; ///< approval code, card or voucher number
};

/// Goods of a line that come back, one return after another.
struct ReturnedLine {
    std::size_t line = 0;
    Quantity quantity;
};

enum class ReturnRule {
    AsPaid, ///< each unit gives back its share of what its line paid
    Repriced, ///< what was paid, less what the goods that are kept cost on their own under the same rules
};

/// What becomes of goods that a promotion gives free of charge.
enum class GiftRule {
    Added, ///< they are added to the goods; those that were scanned cost what they cost
    Scanned, ///< they lie among the goods: as many of them as are given are free
};

/// Everything that a price depends on. All amounts are minor units of currency.
struct Basket {
    Currency currency;
    PriceMode mode = PriceMode::Inclusive; ///< of the lines' own prices
    QString store;
    QString region;
    QString country; ///< of the store, for cash rounding
    QString shipTo;
    QString channel;
    std::optional<WallMinute> moment;
    QDate day;
    QString customer;
    QStringList customerGroups;
    std::optional<std::int64_t> ordersBefore;
    std::map<QString, std::int64_t> customerUses; ///< how often the customer was given each promotion
    std::vector<BasketLine> lines;
    std::vector<PriceList> priceLists;
    std::vector<Promotion> promotions;
    QStringList coupons; ///< codes as they were scanned or typed, in that order
    QStringList spentCoupons; ///< codes that are known to be used up
    TaxSetting taxes;
    std::vector<BasketTender> tenders;
    std::optional<std::int64_t> cashStep; ///< in place of the country's rule
    GiftRule giftRule = GiftRule::Added;
    ReturnRule returnRule = ReturnRule::AsPaid;
    std::vector<std::vector<ReturnedLine>> returns;

    /// No basket is worth more minor units than this, no line has more millionths of a unit's price.
    static constexpr std::int64_t kLargestTotal = 10'000'000'000'000;
    static constexpr std::size_t kMostLines = 2000;
    static constexpr std::size_t kMostPromotions = 1000;

    [[nodiscard]] Occasion occasion() const { return {store, channel, customerGroups, moment}; }
};

} // namespace evertill
