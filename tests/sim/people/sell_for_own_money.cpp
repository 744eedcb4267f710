#include "core/sale/complete_sale.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/purses.h"
#include "tests/sim/people/cashier.h"
#include "tests/sim/people/own_money.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

/// What \a cart does to the OMS's purses, in the order of its books; \a fact has the money.
std::vector<oracle::PurseMove> movesOf(const Cart &cart, const oracle::Fact &fact)
{
    std::vector<oracle::PurseMove> moves;
    for (const CartLine &line : cart.lines) {
        if (!line.giftCard.isNull())
            moves.push_back({purseOf(line.giftCard), -line.price.minor()});
    }
    for (const Tender &tender : cart.tenders) {
        if (const std::string purse = purseOf(tender); !purse.empty())
            moves.push_back(
                {purse, tender.points > 0 ? tender.points : tender.amount.minor(), tender.amount.minor(),
                    tender.hold.isNull() ? std::string() : tender.hold.toLatin1().toStdString()});
    }
    if (fact.earned > 0)
        moves.push_back({oracle::pointsPurse(fact.customer), -fact.earned});
    return moves;
}

/// The refusal where more is taken unasked than the shop lends; empty where it is not.
std::string overLent(const Till &till, const oracle::Fact &fact, const std::string &shift)
{
    const TillConfig &config = till.config;
    for (const auto &[letter, limit, code] :
        {std::tuple('g', config.giftCards.offlineLimit, "GiftCardOffline"),
            std::tuple('p', config.customers.points.offlineLimit, "PointsOffline"),
            std::tuple('a', config.customers.account.offlineLimit, "CreditOffline")}) {
        for (const oracle::PurseMove &move : fact.moves) {
            if (move.purse.front() == letter && move.hold.empty()
                && oracle::lentTo(move.purse, *till.journal, shift) + move.money > limit)
                return code;
        }
    }
    return {};
}

} // namespace

void Cashier::sellForGiftCard(Till &till)
{
    if (till.keptCart)
        return; // one cart at a time
    Cart cart = newCart(till);
    Tender empty{TenderKind::GiftCard, Money::zero(cart.currency)};
    empty.giftCard =
        giftCardWith(QString::fromLatin1(kGiftCards[m_scene.chance.below(std::ssize(kGiftCards))]));
    const bool isLoaded = std::any_of(cart.lines.begin(), cart.lines.end(),
        [&](const CartLine &line) { return line.giftCard == empty.giftCard; });
    require(cart.canPayBy(empty.giftCard).has_value() != isLoaded, u"a card pays for itself"_s);
    if (isLoaded)
        return;
    if (const auto tender = OwnMoney(m_scene, till).take(cart, empty, worthOf(cart)))
        cart.tenders.push_back(*tender);
    payTheRest(till, cart);
}

void Cashier::sellToCustomer(Till &till)
{
    if (till.keptCart)
        return;
    Ticket ticket(m_scene, till);
    Cart cart = ticket.fill();
    OwnMoney money(m_scene, till);
    cart.customer = money.know(kCustomers[m_scene.chance.below(std::ssize(kCustomers))]);
    ticket.offer(cart);
    const std::int64_t total = worthOf(cart);
    std::int64_t open = total;
    for (const TenderKind kind : {TenderKind::Points, TenderKind::OnAccount}) {
        if (open == 0 || m_scene.chance.percent(40))
            continue;
        Tender empty{kind, Money::zero(cart.currency)};
        empty.customer = cart.customer->card;
        const std::int64_t wish = m_scene.chance.percent(50) ? open : m_scene.chance.between(1, open);
        if (const auto tender = money.take(cart, empty, wish)) {
            open -= tender->amount.minor();
            cart.tenders.push_back(*tender);
        }
    }
    payTheRest(till, cart);
}

void Cashier::payTheRest(Till &till, Cart cart)
{
    std::int64_t rest = worthOf(cart);
    for (const Tender &tender : cart.tenders)
        rest -= tender.amount.minor();
    if (inCash(till, rest) > 0)
        cart.tenders.push_back(
            {TenderKind::Cash, Money::minor(inCash(till, rest) + m_scene.chance.below(500), cart.currency)});
    completeSale(till, cart);
}

void Cashier::completeSale(Till &till, const Cart &cart)
{
    oracle::Fact fact{.kind = oracle::Kind::Sold, .subject = cart.id.toLatin1().toStdString()};
    std::int64_t given = 0; // in cash and by card
    bool isCard = false;
    for (const Tender &tender : cart.tenders) {
        isCard = isCard || tender.kind == TenderKind::Card;
        std::int64_t &sum = tender.kind == TenderKind::GiftCard ? fact.gift
            : tender.kind == TenderKind::Points                 ? fact.points
            : tender.kind == TenderKind::OnAccount              ? fact.account
                                                                : given;
        sum += tender.amount.minor();
        fact.pointsPaid += tender.points;
    }
    fact.amount = worthOf(cart);
    const std::int64_t own = fact.gift + fact.points + fact.account;
    const bool isCash = !isCard && given > 0;
    const std::int64_t due = isCash ? inCash(till, fact.amount - own) : fact.amount - own;
    (isCard ? fact.card : fact.cash) = due;
    if (cart.customer) {
        fact.customer = numberOf(cart.customer->card);
        fact.earned = (fact.cash + fact.card + fact.account) / 100 * till.config.customers.points.perUnit;
    }
    fact.moves = movesOf(cart, fact);
    const oracle::Drawer drawer = oracle::drawerOf(*till.journal);
    std::string refusal;
    if (!drawer.isOpen)
        refusal = "ShiftClosed";
    else if (given < due)
        refusal = "NotPaid";
    else
        refusal = overLent(till, fact, drawer.shift);
    fact.receipt = oracle::nextReceipt(*till.journal, till.name(), till.confirmed.position.epoch);
    fact.lines = linesOf(cart);
    for (const GrantedDiscount &discount : cart.discounts)
        fact.granted.push_back(
            {discount.promotion.toStdString(), discount.amount.minor(), !discount.coupon.isEmpty()});
    const bool wasKept = till.keptCart && Cart::fromJson(*till.keptCart)->id == cart.id;
    m_counter.perform(till,
        {u"sells %1 for %2"_s.arg(QString::fromStdString(fact.receipt)).arg(fact.amount), refusal, {fact},
            [&till, cart, fact, own, due, given]() -> Result<> {
                const auto sale = CompleteSale(*till.process->ledger, till.config).run(cart);
                if (!sale)
                    return tl::unexpected(sale.error());
                require(sale->receipt.text().toStdString() == fact.receipt
                        && sale->total.minor() == fact.amount && sale->change.minor() == given - due
                        && sale->rounding.minor() == due + own - fact.amount
                        && (sale->customer ? sale->customer->points : 0) == fact.earned,
                    u"%1 sold %2 for %3"_s.arg(till.id, sale->receipt.text()).arg(sale->total.minor()));
                return {};
            },
            wasKept ? std::optional(std::optional<QByteArray>()) : std::nullopt});
}

} // namespace evertill::sim
