#include "core/returns/complete_return.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/drawer.h"
#include "tests/sim/oracle/entities.h"
#include "tests/sim/oracle/refund.h"
#include "tests/sim/people/cashier.h"
#include "tests/sim/people/own_money.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

bool isSale(const oracle::FactPtr &fact) { return fact->kind == oracle::Kind::Sold; }

} // namespace

std::string Cashier::someReceipt(const Till &till)
{
    // Of any till of the shop, whether this one has heard of it or not.
    std::vector<std::string> receipts;
    for (const auto &other : m_scene.tills) {
        if (&other->house != &till.house)
            continue;
        const auto &facts = other->journal->facts();
        for (std::size_t i = facts.size() > 12 ? facts.size() - 12 : 0; i < facts.size(); ++i) {
            if (facts[i]->kind == oracle::Kind::Sold)
                receipts.push_back(facts[i]->receipt);
        }
    }
    return receipts.empty() ? till.name() + "-1-9999" : m_scene.chance.oneOf(receipts);
}

std::vector<std::pair<int, std::int64_t>> Cashier::brought(const oracle::Receipt &receipt)
{
    std::vector<int> numbers;
    std::vector<std::pair<int, std::int64_t>> all;
    for (const auto &[number, line] : receipt) {
        numbers.push_back(number);
        if (line.left() > 0)
            all.emplace_back(number, line.left());
    }
    if (!all.empty() && m_scene.chance.percent(25))
        return all;
    const int number = numbers.empty() ? 1 : m_scene.chance.oneOf(numbers);
    return {{number, m_scene.chance.between(1, 3) * 1000}};
}

void Cashier::takeBack(Till &till)
{
    const std::string receipt = someReceipt(till);
    const std::string key = oracle::key('r', receipt);
    const oracle::Moment *row = till.knowledge.find(key);
    const auto known = oracle::known(key, row ? *row : oracle::Moment(), *till.journal);
    auto sold = oracle::receiptFrom(known);
    const auto wanted = brought(sold.value_or(oracle::Receipt()));
    const std::int64_t before = oracle::backOf(sold.value_or(oracle::Receipt()));
    const auto lines = sold ? oracle::takeOff(*sold, wanted) : std::nullopt;
    std::string refusal;
    if (!oracle::drawerOf(*till.journal).isOpen)
        refusal = "ShiftClosed";
    else if (!sold)
        refusal = "UnknownReceipt";
    else if (!lines)
        refusal = "MoreThanLeft";
    oracle::Fact fact{.kind = oracle::Kind::Returned, .subject = receipt};
    fact.receipt = oracle::nextReceipt(*till.journal, till.name(), till.confirmed.position.epoch);
    fact.lines = lines.value_or(std::vector<oracle::Line>());
    const bool isRestocked = m_scene.chance.percent(80);
    for (oracle::Line &line : fact.lines) {
        fact.amount += line.gross;
        line.restock = isRestocked;
    }
    const auto refundTo = wayBack();
    if (lines)
        payBack(till, fact, **std::find_if(known.begin(), known.end(), isSale), before, refundTo);
    ReturnRequest request{ReturnId(till.random.uuid(till.clock.now())),
        ReceiptNumber::parse(QString::fromStdString(receipt)).value(), {}, refundTo,
        !refundTo || refundTo->kind == TenderKind::Card ? u"OK2"_s : QString()};
    for (const auto &[line, quantity] : wanted)
        request.lines.push_back({line, Quantity::thousandths(quantity), u"changed their mind"_s,
            isRestocked ? Disposition::Restock : Disposition::Damaged});
    m_counter.perform(till,
        {u"takes %1 lines back of %2"_s.arg(wanted.size()).arg(QString::fromStdString(receipt)), refusal,
            {fact},
            [&till, request, fact]() -> Result<> {
                const auto done =
                    CompleteReturn(*till.process->ledger, till.process->counter, till.config).run(request);
                if (!done)
                    return tl::unexpected(done.error());
                const TenderSums sums = sumsOf(done->tenders, till.config.currency);
                require(done->total.minor() == fact.amount
                        && done->receipt.text().toStdString() == fact.receipt
                        && sums.cash.minor() == fact.cash && sums.card.minor() == fact.card
                        && sums.giftCard.minor() == fact.gift && sums.points.minor() == fact.points
                        && sums.onAccount.minor() == fact.account
                        && (done->customer ? done->customer->points : 0) == fact.earned,
                    u"%1 refunds %2, the oracle says %3, or another way"_s.arg(till.id)
                        .arg(done->total.minor())
                        .arg(fact.amount));
                return {};
            },
            {}});
}

std::optional<RefundTo> Cashier::wayBack()
{
    const std::int64_t way = m_scene.chance.below(100);
    if (way < 45)
        return RefundTo(TenderKind::Cash);
    if (way < 75)
        return std::nullopt; // as it was paid
    if (way < 90)
        return RefundTo(TenderKind::Card);
    const char *number = kGiftCards[m_scene.chance.below(std::ssize(kGiftCards))];
    return RefundTo(TenderKind::GiftCard, giftCardWith(QString::fromLatin1(number)));
}

void Cashier::payBack(const Till &till, oracle::Fact &fact, const oracle::Fact &sale, std::int64_t before,
    const std::optional<RefundTo> &to)
{
    const oracle::Refund back = oracle::refundOf(sale, before, fact.amount);
    const std::int64_t rest = back.card + back.gift + back.cash;
    fact.points = back.pointsMoney;
    fact.account = back.account;
    fact.card = !to ? back.card : to->kind == TenderKind::Card ? rest : 0;
    fact.gift = !to ? back.gift : to->kind == TenderKind::GiftCard ? rest : 0;
    fact.cash = inCash(till, !to ? back.cash : to->kind == TenderKind::Cash ? rest : 0);
    fact.earned = back.earned;
    fact.customer = sale.customer;
    if (fact.gift > 0 && to)
        fact.moves.push_back({purseOf(to->giftCard), -fact.gift});
    for (const oracle::PurseMove &move : sale.moves) {
        if (fact.gift > 0 && !to && move.money > 0 && move.purse.front() == 'g')
            fact.moves.push_back({move.purse, -fact.gift});
    }
    if (back.points > 0)
        fact.moves.push_back({oracle::pointsPurse(sale.customer), -back.points});
    if (back.account > 0)
        fact.moves.push_back({oracle::accountPurse(sale.customer), -back.account});
    if (back.earned > 0)
        fact.moves.push_back({oracle::pointsPurse(sale.customer), back.earned, 0, {}, true});
}

} // namespace evertill::sim
