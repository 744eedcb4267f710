#include "core/sale/cart.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A million pieces, a thousand tonnes: beyond it a finger slipped.
constexpr std::int64_t kMostThousandths = 1'000'000'000;

tl::unexpected<Refusal> badAmount(std::int64_t minor)
{
    return refuse(Code::BadAmount, {{u"minor"_s, qint64(minor)}});
}

/// What \a line is worth before its discount, in 128 bits: a hostile price must not end the program.
evertill_int128 worth(const CartLine &line)
{
    return line.labelAmount ? evertill_int128(line.labelAmount->minor())
                            : evertill_int128(line.price.minor()) * line.quantity.thousandths() / 1000;
}

Result<> checkQuantity(const CartLine &line)
{
    const std::int64_t quantity = line.quantity.thousandths();
    const bool isBroken = line.unit == u"ea"_s && !line.quantity.isWhole();
    const bool isMoreThanOne = !line.serial.isEmpty() && line.unit == u"ea"_s && quantity != 1000;
    if (quantity <= 0 || quantity > kMostThousandths || isBroken || isMoreThanOne)
        return refuse(Code::BadQuantity, {{u"quantity"_s, qint64(quantity)}});
    return {};
}

/// Whether \a line, if it loads a gift card at all, is as giftCardLoad() makes it, whatever its amount.
bool isSoundLoad(const CartLine &line)
{
    if (line.giftCard.isNull())
        return true;
    return isGiftCard(line.giftCard) && line.unit == u"ea"_s && line.price.isPositive() && !line.labelAmount
        && !line.change && line.discount.isZero() && line.taxRate.partsPerMillion() == 0
        && line.taxParts.empty();
}

Result<> checkLine(const CartLine &line, Currency currency)
{
    if (auto checked = checkQuantity(line); !checked)
        return checked;
    if (!line.giftCard.isNull() && line.quantity != Quantity::pieces(1))
        return refuse(Code::BadQuantity, {{u"quantity"_s, qint64(line.quantity.thousandths())}});
    if (!isSoundLoad(line))
        return badAmount(line.price.minor());
    const bool isOfCurrency = line.price.currency() == currency && line.discount.currency() == currency
        && (!line.labelAmount || line.labelAmount->currency() == currency)
        && (!line.change || line.change->was.currency() == currency)
        && (!line.list || line.list->was.currency() == currency);
    if (line.price.isNegative() || !isOfCurrency || worth(line) < 0 || worth(line) > Cart::kLargestTotal)
        return badAmount(line.labelAmount.value_or(line.price).minor());
    if (line.discount.isNegative() || line.amount().isNegative())
        return badAmount(line.discount.minor());
    if (line.deposit) {
        if (auto checked = checkDeposit(*line.deposit, currency); !checked)
            return checked;
    }
    if (line.isOpenPrice && !line.labelAmount) {
        if (auto checked = checkOpenPrice(line.price); !checked)
            return checked;
    }
    if (line.change) {
        if (auto checked = checkPriceChange(*line.change); !checked)
            return checked;
    }
    if (line.taxRate.partsPerMillion() < 0 || line.taxRate.partsPerMillion() > 10'000'000)
        return badAmount(line.taxRate.partsPerMillion());
    return checkTaxParts(line.taxParts);
}

bool canGrow(const CartLine &line, const CartLine &other)
{
    return line.unit == u"ea"_s && other.unit == u"ea"_s && line.sku == other.sku
        && line.ownPrice() == other.ownPrice() && line.taxCode == other.taxCode
        && line.taxRate == other.taxRate && !line.labelAmount && !other.labelAmount && !line.change
        && !other.change && line.discount.isZero() && other.discount.isZero() && line.serial.isEmpty()
        && other.serial.isEmpty() && line.lot == other.lot && line.expires == other.expires
        && line.isRecalled == other.isRecalled && line.giftCard.isNull() && other.giftCard.isNull()
        && line.deposit == other.deposit && line.taxParts == other.taxParts;
}

Result<> checkDiscount(const GrantedDiscount &discount, std::size_t lines, Currency currency)
{
    Money sum = Money::zero(currency);
    int before = 0;
    for (const GrantedDiscount::Share &share : discount.shares) {
        const Money amount = share.amount;
        if (share.line <= before || std::size_t(share.line) > lines || amount.currency() != currency
            || !amount.isPositive() || amount.minor() > Cart::kLargestTotal - sum.minor())
            return badAmount(amount.minor());
        sum += amount;
        before = share.line;
    }
    const bool isWhole = discount.amount == sum && sum.isPositive() && !discount.promotion.isEmpty();
    return isWhole ? Result<>() : badAmount(discount.amount.minor());
}

/// A gift card costs what is put on it, and does not pay for that itself.
Result<> checkLoads(const Cart &cart)
{
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        if (cart.lines[i].giftCard.isNull())
            continue;
        const Money off = sharesOf(cart.discounts, int(i) + 1, cart.currency);
        if (!off.isZero())
            return badAmount(off.minor());
    }
    for (const Tender &tender : cart.tenders)
        if (auto checked = cart.canPayBy(tender.giftCard); !checked)
            return checked;
    return {};
}

/// What taxes by the unit add to \a quantity of goods, at most.
evertill_int128 taxByUnit(const std::vector<TaxPart> &parts, Quantity quantity)
{
    constexpr std::int64_t kParts = 1'000'000; // thousandths of a minor unit, of thousandths
    evertill_int128 sum = 0;
    for (const TaxPart &part : parts)
        sum += evertill_int128(part.perUnit) * quantity.thousandths() / kParts + 1;
    return sum;
}

/// Refuses where \a lines, one of them just changed, are worth too much together.
Result<> checkTotal(const std::vector<CartLine> &lines)
{
    evertill_int128 total = 0;
    for (const CartLine &line : lines) {
        total += evertill_int128(line.amount().minor()) + line.depositAmount().minor()
            + taxByUnit(line.taxParts, line.quantity);
        if (line.deposit)
            total += taxByUnit(line.deposit->taxParts, line.quantity);
    }
    return total > Cart::kLargestTotal ? Result<>(badAmount(Cart::kLargestTotal)) : Result<>();
}

} // namespace

Result<std::size_t> Cart::add(const CartLine &line)
{
    if (auto checked = checkLine(line, currency); !checked)
        return tl::unexpected(checked.error());
    const auto same =
        std::find_if(lines.begin(), lines.end(), [&](const CartLine &known) { return canGrow(known, line); });
    if (same != lines.end()) {
        const auto index = std::size_t(same - lines.begin());
        if (auto grown = setQuantity(index, same->quantity + line.quantity); !grown)
            return tl::unexpected(grown.error());
        return index;
    }
    for (const Tender &tender : tenders)
        if (!tender.giftCard.isNull() && tender.giftCard.reference == line.giftCard.reference)
            return refuse(Code::GiftCardOnTicket, {{u"card"_s, line.giftCard.lastFour}});
    lines.push_back(line);
    if (auto checked = checkTotal(lines); !checked) {
        lines.pop_back();
        return tl::unexpected(checked.error());
    }
    discounts.clear();
    return lines.size() - 1;
}

Result<> Cart::setQuantity(std::size_t index, Quantity quantity)
{
    CartLine changed = lines.at(index);
    changed.quantity = quantity;
    changed.labelAmount.reset();
    if (auto checked = checkLine(changed, currency); !checked)
        return checked;
    std::swap(lines[index], changed);
    auto checked = checkTotal(lines);
    if (!checked)
        std::swap(lines[index], changed);
    else
        discounts.clear();
    return checked;
}

Result<> Cart::setPrice(std::size_t index, Money price, const QString &reason)
{
    if (auto checked = checkTypedPrice(price); !checked)
        return checked;
    CartLine changed = lines.at(index);
    const Money own = changed.change ? changed.change->was : changed.price;
    changed.price = price;
    changed.labelAmount.reset();
    if (price == own || changed.isOpenPrice)
        changed.change.reset();
    else
        changed.change = PriceChange{own, reason.trimmed()};
    if (auto checked = checkLine(changed, currency); !checked)
        return checked;
    std::swap(lines[index], changed);
    auto checked = checkTotal(lines);
    if (!checked)
        std::swap(lines[index], changed);
    else
        discounts.clear();
    return checked;
}

void Cart::remove(std::size_t index)
{
    lines.erase(lines.begin() + std::ptrdiff_t(index));
    discounts.clear();
}

Result<> Cart::check() const
{
    for (const CartLine &line : lines)
        if (auto checked = checkLine(line, currency); !checked)
            return checked;
    for (const GrantedDiscount &discount : discounts)
        if (auto checked = checkDiscount(discount, lines.size(), currency); !checked)
            return checked;
    for (std::size_t i = 0; i < lines.size() && !discounts.empty(); ++i)
        if (priceOf(i).isNegative())
            return badAmount(priceOf(i).minor());
    if (auto checked = checkLoads(*this); !checked)
        return checked;
    if (exemption) {
        if (auto checked = checkExemption(*exemption); !checked)
            return checked;
    }
    return checkTotal(lines);
}

Result<> Cart::canPayBy(const GiftCard &card) const
{
    for (const CartLine &line : lines)
        if (!line.giftCard.isNull() && line.giftCard.reference == card.reference)
            return refuse(Code::GiftCardOnTicket, {{u"card"_s, card.lastFour}});
    return {};
}

Money Cart::priceOf(std::size_t index) const
{
    const Money amount = lines.at(index).amount();
    return discounts.empty() ? amount : amount - sharesOf(discounts, int(index) + 1, currency);
}

Money Cart::saved() const
{
    Money sum = Money::zero(currency);
    for (const GrantedDiscount &discount : discounts)
        sum += discount.amount;
    return sum;
}

std::vector<std::size_t> Cart::linesWithDeposit() const
{
    std::vector<std::size_t> with;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].deposit)
            with.push_back(i);
    }
    return with;
}

Taxes Cart::taxes(const TaxPolicy &policy) const
{
    std::vector<TaxableLine> taxable;
    taxable.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        taxable.push_back(
            {priceOf(i), {lines[i].taxCode, lines[i].taxRate, lines[i].taxParts}, lines[i].quantity});
    for (const std::size_t of : linesWithDeposit()) {
        const LineDeposit &deposit = *lines[of].deposit;
        taxable.push_back({lines[of].depositAmount(), {deposit.taxCode, deposit.taxRate, deposit.taxParts},
            lines[of].quantity});
    }
    Taxes taxes = computeTaxes(taxable, currency, policy);
    return exemption ? withoutTax(std::move(taxes), taxable, policy) : taxes;
}

} // namespace evertill
