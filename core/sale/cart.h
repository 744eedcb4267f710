#pragma once

#include "core/base/result.h"
#include "core/customer/ticket_customer.h"
#include "core/payment/tender.h"
#include "core/sale/discount/granted_discount.h"
#include "core/sale/price/line_deposit.h"
#include "core/sale/price/line_price_list.h"
#include "core/sale/price/price_change.h"
#include "core/sale/tax/tax_exemption.h"
#include "core/tax/tax.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace evertill {

/// A product as it lies on the counter: copied from the catalogue when it was scanned, so that a later price
/// never changes it.
struct CartLine {
    QString sku;
    QString gtin = {}; ///< as scanned, 14 digits; empty for goods without one
    QString name;
    QString unit = QStringLiteral("ea");
    Quantity quantity;
    Money price; ///< for one unit
    std::optional<Money> labelAmount =
        {}; ///< the price printed inside the barcode: counts in place of price × quantity
    QString taxCode;
    Percentage taxRate;
    Money discount; ///< off this line by hand, ≥ 0
    QString lot = {}; ///< what a GS1 code said of these goods: lot, serial, the last day they may be sold
    QString serial = {}; ///< of one piece, so the line's quantity is 1
    QDate expires = {};
    bool isRecalled = false; ///< by the catalogue when it was scanned
    QString category = {}; ///< of the catalogue, for promotions
    GiftCard giftCard = {}; ///< the card that this line loads; none for goods
    std::optional<PriceChange> change = {}; ///< the price was set by hand
    std::optional<LinePriceList> list =
        {}; ///< the price is this list's, granted like a discount (core/offers)
    std::optional<LineDeposit> deposit = {}; ///< comes along with each unit, beside price and amount()
    bool isOpenPrice = false; ///< the product has no price of its own: whoever sells it says it
    std::vector<TaxPart> taxParts =
        {}; ///< of taxCode, as they held when it was scanned; none: taxRate is all

    /// A line that puts \a amount on \a card, new or not. It bears no tax: what the card buys does (a
    /// multi-purpose voucher, Directive 2006/112/EC, Article 30b, as Directive (EU) 2016/1065 has it). It is
    /// one piece of no stock, takes no discount, and does not come back: the money is on the card.
    [[nodiscard]] static CartLine giftCardLoad(const GiftCard &card, Money amount, const QString &name);
    /// labelAmount, or price × quantity rounded half up; less the discount. What promotions take off is the
    /// cart's.
    [[nodiscard]] Money amount() const;
    /// What the product costs without any list.
    [[nodiscard]] Money ownPrice() const;
    /// What comes along with the quantity; nothing where there is no deposit.
    [[nodiscard]] Money depositAmount() const;
    friend bool operator==(const CartLine &, const CartLine &) = default;
};

/// What a customer is buying, until it is paid. A plain value; every change is checked, and refused whole
/// where it can't be.
struct Cart {
    /// No cart is worth more than this many minor units: beyond it a scan or a finger slipped.
    static constexpr std::int64_t kLargestTotal = 10'000'000'000'000;

    SaleId id; ///< the id that the sale will have
    Currency currency;
    std::vector<CartLine> lines;
    std::vector<Tender> tenders;
    /// What promotions take off, as it was shown to the customer: a sale is made at these prices, whatever
    /// the shop says meanwhile. Every change of the lines takes them away, to be granted anew
    /// (core/offers).
    std::vector<GrantedDiscount> discounts = {};
    QStringList coupons = {}; ///< codes as scanned or typed, whether they give something or not
    std::optional<TicketCustomer> customer = {}; ///< whose prices these are, and who earns the points
    std::optional<TaxExemption> exemption = {}; ///< by which no tax is paid

    [[nodiscard]] bool isEmpty() const { return lines.empty(); }
    /// Adds \a line and gives its index. Where the same piece (sku, unit ea, price, tax; no label, no
    /// discount, no serial, no price set by hand; the same lot and date) is there already, that line's
    /// quantity grows. Refuses BadQuantity (≤ 0; a broken piece; more than one load), BadAmount (negative;
    /// beyond kLargestTotal; an open price of nothing, or an absurd one), GiftCardOnTicket (a load of a card
    /// that pays).
    [[nodiscard]] Result<std::size_t> add(const CartLine &line);
    /// Refuses BadQuantity, BadAmount. The line keeps no label amount.
    [[nodiscard]] Result<> setQuantity(std::size_t index, Quantity quantity);
    /// Sells the line at \a price for one unit, which needs an approval before it can be paid
    /// (Code::PriceChanged). It keeps no label amount, and what the shop asks is remembered; that very price
    /// takes the change off again, without a \a reason. An open price is no change. Refuses BadInput (no
    /// reason), BadAmount (negative, absurd, or less than was taken off by hand).
    [[nodiscard]] Result<> setPrice(std::size_t index, Money price, const QString &reason);
    void remove(std::size_t index);
    /// Whether \a card may pay: refuses GiftCardOnTicket{card} where a line puts money on it.
    [[nodiscard]] Result<> canPayBy(const GiftCard &card) const;
    /// Refuses what add() and setQuantity() would never have let in: for a cart that came from elsewhere.
    [[nodiscard]] Result<> check() const;
    /// What the line at \a index comes to, less all discounts, before tax that is added.
    [[nodiscard]] Money priceOf(std::size_t index) const;
    /// The lines that bring a deposit, in the order in which taxes() and a sale have their deposits: after
    /// all the goods.
    [[nodiscard]] std::vector<std::size_t> linesWithDeposit() const;
    /// What the promotions take off in all.
    [[nodiscard]] Money saved() const;
    /// Of the lines, and then of their deposits; none at all where there is an exemption.
    [[nodiscard]] Taxes taxes(const TaxPolicy &policy) const;

    /// Canonical JSON, and back; nothing where \a json is not a cart.
    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static std::optional<Cart> fromJson(const QByteArray &json);
    friend bool operator==(const Cart &, const Cart &) = default;
};

} // namespace evertill
