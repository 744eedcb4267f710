#include "tests/sim/people/ticket.h"

#include "core/catalog/catalog.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/entities.h"
#include "tests/sim/oracle/offers.h"
#include "tests/sim/people/goods.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

const Goods &goodsNamed(const QString &sku)
{
    return *std::find_if(std::begin(kGoods), std::end(kGoods),
        [&](const Goods &goods) { return sku == QLatin1StringView(goods.sku); });
}

std::int64_t pieces(const CartLine &line) { return line.quantity.thousandths() / 1000; }

std::int64_t goodsWorth(const CartLine &line)
{
    return line.price.minor() * pieces(line) - line.discount.minor();
}

std::int64_t grantedOff(const Cart &cart, int number)
{
    std::int64_t sum = 0;
    for (const GrantedDiscount &discount : cart.discounts) {
        for (const GrantedDiscount::Share &share : discount.shares)
            sum += share.line == number ? share.amount.minor() : 0;
    }
    return sum;
}

/// What the till knows of an offer: nothing of one that it was not told of.
std::vector<oracle::FactPtr> told(
    const Till &till, const oracle::Knowledge &knowledge, char letter, const char *id)
{
    const std::string key = oracle::key(letter, id);
    const oracle::Moment *row = knowledge.find(key);
    return row ? oracle::known(key, *row, *till.journal) : std::vector<oracle::FactPtr>();
}

} // namespace

std::int64_t worthOf(const Cart &cart)
{
    std::int64_t sum = 0;
    for (const oracle::Line &line : linesOf(cart))
        sum += line.gross;
    return sum;
}

std::vector<oracle::Line> linesOf(const Cart &cart)
{
    std::vector<oracle::Line> lines;
    for (const CartLine &line : cart.lines)
        lines.push_back({int(lines.size()) + 1, line.sku.toStdString(), line.quantity.thousandths(),
            goodsWorth(line) - grantedOff(cart, int(lines.size()) + 1), true, 0, 0, line.list.has_value(),
            !line.giftCard.isNull()});
    for (std::size_t of = 0; of < cart.lines.size(); ++of) {
        const CartLine &goods = cart.lines[of];
        if (goods.deposit)
            lines.push_back(
                {int(lines.size()) + 1, goods.deposit->sku.toStdString(), goods.quantity.thousandths(),
                    goods.deposit->amount.minor() * pieces(goods), true, 0, int(of) + 1});
    }
    return lines;
}

Cart Ticket::fill()
{
    Chance &chance = m_scene.chance;
    Cart cart;
    cart.id = SaleId(m_till.random.uuid(m_till.clock.now()));
    cart.currency = m_till.config.currency;
    const auto first = chance.below(5);
    const auto count = chance.between(1, 3);
    for (std::int64_t i = 0; i < count; ++i) {
        CartLine line = scanned(QString::fromLatin1(kGoods[(first + i) % 5].sku));
        line.quantity = Quantity::thousandths(chance.between(1, 3) * 1000);
        line.discount = Money::minor(chance.percent(10) ? 1 : 0, cart.currency);
        require(cart.add(line).has_value(), u"a cart takes no goods"_s);
    }
    if (chance.percent(50)) {
        const auto code = m_till.process->offers.couponIn(QString::fromLatin1(kWelcomeCode));
        const bool isTold = m_till.knowledge.find(oracle::key('m', kWelcome));
        require(code.has_value() == isTold, u"%1 takes a coupon, or does not"_s.arg(m_till.id));
        if (code)
            cart.coupons.append(*code);
    }
    if (chance.percent(10)) {
        const QString number = QString::fromLatin1(kGiftCards[chance.below(std::ssize(kGiftCards))]);
        const Money amount = Money::minor(chance.between(1, 3) * 500, cart.currency);
        require(cart.add(CartLine::giftCardLoad(giftCardWith(number), amount, u"Gift card"_s)).has_value(),
            u"a cart takes no gift card"_s);
    }
    offer(cart);
    return cart;
}

Cart Ticket::sample(Till &till)
{
    Cart cart;
    cart.currency = till.config.currency;
    for (const char *sku : {kBulkSku, kPercentSku}) {
        CartLine line;
        line.sku = QString::fromLatin1(sku);
        line.quantity = Quantity::thousandths(kBulkFrom);
        line.price = Money::minor(goodsNamed(line.sku).price, cart.currency);
        line.taxCode = u"standard"_s;
        line.taxRate = Percentage::partsPerMillion(kTaxPpm);
        line.discount = Money::zero(cart.currency);
        cart.lines.push_back(line);
    }
    cart.coupons = {QString::fromLatin1(kWelcomeCode)};
    (void)till.process->offers.grant(cart);
    return cart;
}

CartLine Ticket::scanned(const QString &sku)
{
    const Goods &goods = goodsNamed(sku);
    Catalog catalog(m_till.process->screen, {}, m_till.config.currency);
    const auto product = catalog.bySku(sku);
    const oracle::Knowledge &knowledge = m_till.knowledge;
    const bool isKnown = knowledge.find(oracle::key('p', goods.sku)) && knowledge.find("t:standard");
    require(product.has_value() == isKnown, u"%1 knows product %2, or does not"_s.arg(m_till.id, sku));
    const Currency currency = m_till.config.currency;
    CartLine line;
    line.sku = sku;
    line.name = product ? product->name : u"Product"_s; // else it was scanned while it was known
    line.price = product ? product->price : Money::minor(goods.price, currency);
    line.taxCode = product ? product->taxCode : u"standard"_s;
    line.taxRate = product ? product->taxRate : Percentage::partsPerMillion(kTaxPpm);
    const auto deposit = catalog.depositOf(sku);
    if (deposit && *deposit)
        line.deposit = LineDeposit{
            (*deposit)->sku, (*deposit)->name, (*deposit)->amount, (*deposit)->taxCode, (*deposit)->taxRate};
    const std::int64_t comesAlong = line.deposit ? line.deposit->amount.minor() : 0;
    require(line.price.minor() == goods.price && line.taxRate.partsPerMillion() == kTaxPpm
            && (!isKnown || comesAlong == goods.deposit),
        u"%1 asks something else for %2"_s.arg(m_till.id, sku));
    return line;
}

void Ticket::offer(Cart &cart)
{
    const auto refused = m_till.process->offers.grant(cart).refusedCoupons;
    const bool isGiven = std::any_of(cart.discounts.begin(), cart.discounts.end(),
        [](const GrantedDiscount &discount) { return !discount.coupon.isEmpty(); });
    require(cart.coupons.isEmpty() || refused.empty() == isGiven,
        u"%1 takes a coupon that gives nothing, or refuses one that does"_s.arg(m_till.id));
    // What another machine gave under its name a till takes for its own, until the OMS has told it.
    if (!m_till.twin)
        judge(m_till, m_till.knowledge, cart);
}

void Ticket::judge(const Till &till, const oracle::Knowledge &knowledge, const Cart &cart)
{
    const std::int64_t bulk = oracle::offerFrom(told(till, knowledge, 'l', kBulkList));
    const std::int64_t percent = oracle::offerFrom(told(till, knowledge, 'm', kPercentOff));
    std::map<QString, std::int64_t> due;
    std::int64_t worth = 0;
    for (const CartLine &line : cart.lines) {
        if (!line.giftCard.isNull())
            continue; // money for money: nothing comes off
        const bool isBulk =
            bulk > 0 && line.sku == QLatin1StringView(kBulkSku) && line.quantity.thousandths() >= kBulkFrom;
        const std::int64_t price = isBulk ? bulk : goodsNamed(line.sku).price;
        require(line.price.minor() == price && line.list.has_value() == isBulk,
            u"%1 asks %2 for %3, the oracle says %4"_s.arg(till.id)
                .arg(line.price.minor())
                .arg(line.sku)
                .arg(price));
        worth += goodsWorth(line);
        if (percent > 0 && line.sku == QLatin1StringView(kPercentSku))
            due[QString::fromLatin1(kPercentOff)] = oracle::share(goodsWorth(line), percent, 100);
    }
    if (!cart.coupons.isEmpty() && worth >= kWelcomeFrom
        && oracle::usesFrom(told(till, knowledge, 'm', kWelcome)) > 0)
        due[QString::fromLatin1(kWelcome)] = kWelcomeOff;
    std::map<QString, std::int64_t> given;
    for (const GrantedDiscount &discount : cart.discounts) {
        given[discount.promotion] += discount.amount.minor();
        std::int64_t shares = 0;
        for (const GrantedDiscount::Share &share : discount.shares)
            shares += share.amount.minor();
        require(shares == discount.amount.minor(), u"%1: shares of a discount"_s.arg(till.id));
    }
    require(given == due,
        u"%1 takes off %2 times, the oracle says %3, or other amounts"_s.arg(till.id)
            .arg(given.size())
            .arg(due.size()));
    for (const oracle::Line &line : linesOf(cart))
        require(line.gross >= 0, u"%1 pays for goods"_s.arg(till.id));
}

} // namespace evertill::sim
