#include "tests/core/shop/shop.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr Instant kNoon{1'795'262'400'000'000};

TillConfig configOf(Currency currency)
{
    TillConfig config = bareTill(currency);
    config.till = u"BER1T1"_s;
    config.store = {
        u"BER1"_s, u"Spätkauf am Ostkreuz"_s, {u"Sonntagstr. 1"_s, u"10245 Berlin"_s}, u"DE811907980"_s};
    return config;
}

/// The id under which the feed names \a row, and what it is.
struct Named {
    FeedChange operator()(const TaxRow &row) const
    {
        return {FeedChange::Put, Entity::Tax, row.code, {}, row};
    }
    FeedChange operator()(const ProductRow &row) const
    {
        return {FeedChange::Put, Entity::Product, row.sku, {}, row};
    }
    FeedChange operator()(const StockRow &row) const
    {
        return {FeedChange::Put, Entity::Stock, row.sku, {}, row};
    }
    FeedChange operator()(const OrderRow &row) const
    {
        return {FeedChange::Put, Entity::Order, row.order.toString(), {}, row};
    }
    FeedChange operator()(const ReceiptRow &row) const
    {
        return {FeedChange::Put, Entity::Receipt, row.receipt, {}, row};
    }
    FeedChange operator()(const TaskRow &row) const
    {
        return {FeedChange::Put, Entity::Task, row.task, {}, row};
    }
    FeedChange operator()(const ExchangeRateRow &row) const
    {
        return {FeedChange::Put, Entity::ExchangeRate, row.exchangeRate, {}, row};
    }
    FeedChange operator()(const PriceListRow &row) const
    {
        return {FeedChange::Put, Entity::PriceList, row.priceList, {}, row};
    }
    FeedChange operator()(const PromotionRow &row) const
    {
        return {FeedChange::Put, Entity::Promotion, row.promotion, {}, row};
    }
};

} // namespace

Shop::Shop(std::uint64_t seed, Currency currency)
    : clock(kNoon, 60), random(seed), config(configOf(currency)), ledger(Ledger::inMemory(clock, random)),
      writer(folder.path()), replica(folder.path())
{
    auto opened = OpenShift(*ledger, config).run(money(10000));
    if (!opened)
        qFatal("the shift can't be opened: %s", qPrintable(codeName(opened.error().code)));
    shift = *opened;
}

Currency Shop::euro() { return *Currency::fromCode(u"EUR"); }

CartLine Shop::line(const QString &sku, Quantity quantity, std::int64_t price, const QString &unit) const
{
    CartLine line;
    line.sku = sku;
    line.name = u"Ware "_s + sku;
    line.unit = unit;
    line.quantity = quantity;
    line.price = money(price);
    line.taxCode = u"A"_s;
    line.taxRate = Percentage::partsPerMillion(190000);
    line.discount = money(0);
    return line;
}

Sale Shop::sell(const std::vector<CartLine> &lines)
{
    Cart cart;
    cart.id = SaleId(newId());
    cart.currency = config.currency;
    cart.lines = lines;
    const Money total = cart.taxes(config.tax).total;
    // Given in coins that exist: what rounds away is paid with the smallest of them, which goes back as
    // change.
    const Money step = money(config.currency.cashStepMinor());
    if (total.isPositive())
        cart.tenders = {{TenderKind::Cash, std::max(step, total.roundedTo(step.minor(), Rounding::HalfUp))}};
    auto sale = CompleteSale(*ledger, config).run(cart);
    if (!sale)
        qFatal("the sale was refused: %s", qPrintable(codeName(sale.error().code)));
    return *sale;
}

void Shop::tell(const FeedRow &row, Position through, Position included)
{
    FeedChange change = std::visit(Named(), row);
    change.through = through;
    if (!writer.apply({{change}, "cursor", included, false}))
        qFatal("the replica refused a row");
}

ReceiptRow Shop::rowOf(const Sale &sale, Quantity returned, std::int64_t refunded)
{
    ReceiptRow row;
    row.receipt = sale.receipt.text();
    row.sale = sale.id.uuid();
    row.till = sale.receipt.till;
    row.at = sale.at;
    row.currency = sale.total.currency();
    row.total = sale.total.minor();
    for (const SaleLine &line : sale.lines)
        row.lines.push_back({line.line, line.sku, line.name, line.unit, line.quantity, line.price.minor(),
            line.gross.minor(), line.net.minor(), line.tax.minor(), line.taxCode, line.taxRate, {}, 0, {},
            false, line.parts});
    row.lines.front().returned = returned;
    row.lines.front().refunded = refunded;
    for (const Tender &tender : sale.tenders)
        row.tenders.push_back({QString::fromLatin1(tenderName(tender.kind)), tender.amount.minor(),
            tender.approval, std::nullopt, tender.giftCard.reference, tender.giftCard.lastFour});
    return row;
}

} // namespace evertill
