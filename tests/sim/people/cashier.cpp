#include "tests/sim/people/cashier.h"

#include "core/cash/close_shift.h"
#include "core/cash/move_cash.h"
#include "core/cash/open_shift.h"
#include "core/payment/card_payments.h"
#include "core/sale/cart_store.h"
#include "core/stock/adjust_stock.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/drawer.h"
#include "tests/sim/oracle/entities.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

template <typename T> Result<> noValue(const Result<T> &result)
{
    if (!result)
        return tl::unexpected(result.error());
    return {};
}

} // namespace

std::int64_t Cashier::inCash(const Till &till, std::int64_t total)
{
    const bool isSwiss = till.config.currency.code() == u"CHF";
    return isSwiss ? oracle::share(total, 1, 5) * 5 : total;
}

void Cashier::act(Till &till)
{
    const std::int64_t what = m_scene.chance.below(100);
    if (!oracle::drawerOf(*till.journal).isOpen && what < 60)
        return openShift(till);
    const auto cart = till.keptCart ? Cart::fromJson(*till.keptCart) : std::nullopt;
    const auto open = oracle::openAttempts(*till.journal);
    if (what < 15)
        sellForCash(till);
    else if (what < 25)
        sellForGiftCard(till);
    else if (what < 37)
        sellToCustomer(till);
    else if (what < 60 && !open.empty())
        answerCard(till, open.front(), cart);
    else if (what < 60)
        cart ? goOnWithCart(till, *cart) : fillCart(till);
    else if (what < 80)
        takeBack(till);
    else if (what < 88)
        adjust(till);
    else if (what < 93)
        moveCash(till);
    else if (what < 95)
        openShift(till);
    else
        closeShift(till);
}

void Cashier::actBeside(Till &till)
{
    if (till.isCopy || m_scene.chance.percent(30))
        return adjust(till);
    oracle::drawerOf(*till.journal).isOpen ? sellForCash(till) : openShift(till);
}

void Cashier::openShift(Till &till)
{
    const Money money = Money::minor(m_scene.chance.below(20'000), till.config.currency);
    oracle::Fact fact{.kind = oracle::Kind::ShiftOpened, .amount = money.minor()};
    m_counter.perform(till,
        {u"opens a shift"_s, oracle::drawerOf(*till.journal).isOpen ? "ShiftOpen" : "", {fact},
            [&till, money] { return noValue(OpenShift(*till.process->ledger, till.config).run(money)); },
            {}});
}

void Cashier::closeShift(Till &till)
{
    const oracle::Drawer drawer = oracle::drawerOf(*till.journal);
    const Money counted = Money::minor(
        std::max<std::int64_t>(0, drawer.expected + m_scene.chance.between(-200, 200)), till.config.currency);
    std::string refusal;
    if (!drawer.isOpen)
        refusal = "ShiftClosed";
    else if (!oracle::openAttempts(*till.journal).empty())
        refusal = "PaymentOpen";
    oracle::Fact closed{
        .kind = oracle::Kind::ShiftClosed, .subject = drawer.shift, .amount = counted.minor()};
    m_counter.perform(till,
        {u"closes the shift"_s, refusal, {closed, oracle::Fact{.kind = oracle::Kind::Sealed}},
            [&till, counted, drawer]() -> Result<> {
                const auto report = CloseShift(*till.process->ledger).run(counted);
                if (!report)
                    return tl::unexpected(report.error());
                require(report->expected.minor() == drawer.expected && report->takings.sales == drawer.sales
                        && report->takings.returns == drawer.returns
                        && report->takings.net.card.minor() == drawer.card
                        && report->takings.net.giftCard.minor() == drawer.gift
                        && report->takings.net.points.minor() == drawer.points
                        && report->takings.net.onAccount.minor() == drawer.account,
                    u"%1 closes its shift over %2, the oracle says %3"_s.arg(till.id)
                        .arg(report->expected.minor())
                        .arg(drawer.expected));
                return {};
            },
            {}});
}

void Cashier::moveCash(Till &till)
{
    const oracle::Drawer drawer = oracle::drawerOf(*till.journal);
    const auto kind = CashMoveKind(m_scene.chance.between(1, 3));
    const Money amount = Money::minor(m_scene.chance.between(1, 15'000), till.config.currency);
    const bool isOut = kind != CashMoveKind::PayIn;
    std::string refusal;
    if (!drawer.isOpen)
        refusal = "ShiftClosed";
    else if (isOut && drawer.expected < amount.minor())
        refusal = "BadAmount";
    oracle::Fact fact{.kind = oracle::Kind::CashMoved, .amount = isOut ? -amount.minor() : amount.minor()};
    m_counter.perform(till,
        {u"moves cash"_s, refusal, {fact},
            [&till, kind, amount] {
                return noValue(MoveCash(*till.process->ledger).run(kind, amount, u"change"_s));
            },
            {}});
}

void Cashier::sellForCash(Till &till)
{
    if (till.keptCart)
        return; // one cart at a time
    Cart cart = newCart(till);
    const std::int64_t due = inCash(till, worthOf(cart));
    const std::int64_t given = due + (m_scene.chance.percent(50) ? m_scene.chance.below(5'000) : 0);
    const std::int64_t paid = m_scene.chance.percent(3) ? due - 1 : given;
    if (paid > 0)
        cart.tenders = {{TenderKind::Cash, Money::minor(paid, cart.currency)}};
    completeSale(till, cart);
}

void Cashier::fillCart(Till &till)
{
    const Cart cart = newCart(till);
    m_counter.perform(till,
        {u"fills a cart"_s, "", {}, [&till, cart] { return CartStore(*till.process->ledger).save(cart); },
            std::optional(cart.toJson())});
}

void Cashier::goOnWithCart(Till &till, const Cart &cart)
{
    const bool isOpen = oracle::drawerOf(*till.journal).isOpen;
    if (m_scene.chance.percent(20)) {
        m_counter.perform(till,
            {u"drops the cart"_s, "", {}, [&till] { return CartStore(*till.process->ledger).clear(); },
                std::optional<QByteArray>()});
        return;
    }
    const Money amount = Money::minor(worthOf(cart), cart.currency);
    oracle::Fact fact{.kind = oracle::Kind::CardAttempted, .amount = amount.minor()};
    fact.cart = cart.id.toLatin1().toStdString();
    m_counter.perform(till,
        {u"asks for a card"_s, isOpen ? "" : "ShiftClosed", {fact},
            [&till, cart, amount] {
                return noValue(CardPayments(*till.process->ledger).attempt(cart.id, amount));
            },
            {}});
}

void Cashier::answerCard(Till &till, const oracle::Attempt &attempt, const std::optional<Cart> &cart)
{
    const PaymentId id(Uuid::fromText(QByteArray::fromStdString(attempt.id)).value());
    const std::int64_t what = m_scene.chance.below(100);
    oracle::Fact fact{.subject = attempt.id};
    const auto answer = [&](const QString &words, oracle::Kind kind, auto call) {
        fact.kind = kind;
        m_counter.perform(till, {words, "", {fact}, call, {}});
    };
    if (attempt.state != oracle::Attempt::Approved) {
        if (what < 60)
            return answer(u"card approved"_s, oracle::Kind::CardApproved,
                [&till, id] { return noValue(CardPayments(*till.process->ledger).approve(id, u"OK1"_s)); });
        if (what < 80 || attempt.state == oracle::Attempt::Unknown)
            return answer(u"card declined"_s, oracle::Kind::CardDeclined,
                [&till, id] { return CardPayments(*till.process->ledger).decline(id); });
        return answer(u"card unknown"_s, oracle::Kind::CardUnknown,
            [&till, id] { return CardPayments(*till.process->ledger).markUnknown(id); });
    }
    // A cart that a backup left out is gone: its money goes back.
    const bool isOfCart = cart && cart->id.toLatin1().toStdString() == attempt.cart;
    if (what < 10 || !isOfCart)
        return answer(u"card voided"_s, oracle::Kind::CardVoided,
            [&till, id] { return CardPayments(*till.process->ledger).voidApproved(id); });
    Cart paid = *cart;
    paid.tenders = {{TenderKind::Card, Money::minor(attempt.amount, cart->currency), u"OK1"_s, id}};
    completeSale(till, paid);
}

void Cashier::adjust(Till &till)
{
    const std::string sku = kGoods[m_scene.chance.below(5)].sku;
    const std::int64_t quantity = m_scene.chance.between(1, 4) * (m_scene.chance.percent(50) ? 1000 : -1000);
    oracle::Fact fact{.kind = oracle::Kind::Adjusted, .lines = {{1, sku, quantity}}};
    m_counter.perform(till,
        {u"counts %1 %2"_s.arg(quantity).arg(QString::fromStdString(sku)), "", {fact},
            [&till, sku, quantity] {
                return AdjustStock(*till.process->ledger)
                    .run(QString::fromStdString(sku), Quantity::thousandths(quantity), u"counted"_s);
            },
            {}});
}

} // namespace evertill::sim
