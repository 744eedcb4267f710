#include "core/returns/complete_return.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/drawer.h"
#include "tests/sim/oracle/entities.h"
#include "tests/sim/people/cashier.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {

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
    auto sold = oracle::receiptFrom(oracle::known(key, row ? *row : oracle::Moment(), *till.journal));
    const auto wanted = brought(sold.value_or(oracle::Receipt()));
    const auto lines = sold ? oracle::takeOff(*sold, wanted) : std::nullopt;
    std::string refusal;
    if (!oracle::drawerOf(*till.journal).isOpen)
        refusal = "ShiftClosed";
    else if (!sold)
        refusal = "UnknownReceipt";
    else if (!lines)
        refusal = "MoreThanLeft";
    oracle::Fact fact{.kind = oracle::Kind::Returned, .subject = receipt};
    fact.lines = lines.value_or(std::vector<oracle::Line>());
    std::int64_t gross = 0;
    for (const oracle::Line &line : fact.lines)
        gross += line.gross;
    const std::int64_t way = m_scene.chance.below(100);
    const bool isCash = way < 65;
    const bool isGift = way >= 90;
    const bool isRestocked = m_scene.chance.percent(80);
    const std::int64_t due = isCash ? inCash(till, gross) : gross;
    for (oracle::Line &line : fact.lines)
        line.restock = isRestocked;
    fact.receipt = oracle::nextReceipt(*till.journal, till.name(), till.confirmed.position.epoch);
    (isCash ? fact.cash : isGift ? fact.gift : fact.card) = due;
    if (isGift)
        fact.giftCard = kGiftCards[m_scene.chance.below(std::ssize(kGiftCards))];
    const RefundTo refundTo = isGift
        ? RefundTo(TenderKind::GiftCard, giftCardWith(QString::fromStdString(fact.giftCard)))
        : RefundTo(isCash ? TenderKind::Cash : TenderKind::Card);
    ReturnRequest request{ReturnId(till.random.uuid(till.clock.now())),
        ReceiptNumber::parse(QString::fromStdString(receipt)).value(), {}, refundTo,
        refundTo.kind == TenderKind::Card ? u"OK2"_s : QString()};
    for (const auto &[line, quantity] : wanted)
        request.lines.push_back({line, Quantity::thousandths(quantity), u"changed their mind"_s,
            isRestocked ? Disposition::Restock : Disposition::Damaged});
    m_counter.perform(till,
        {u"takes %1 lines back of %2"_s.arg(wanted.size()).arg(QString::fromStdString(receipt)), refusal,
            {fact},
            [&till, request, fact, gross, due]() -> Result<> {
                const auto done =
                    CompleteReturn(*till.process->ledger, till.process->counter, till.config).run(request);
                if (!done)
                    return tl::unexpected(done.error());
                require(done->total.minor() == gross && (done->total + done->rounding).minor() == due
                        && done->receipt.text().toStdString() == fact.receipt,
                    u"%1 refunds %2, the oracle says %3"_s.arg(till.id).arg(done->total.minor()).arg(gross));
                return {};
            },
            {}});
}

} // namespace evertill::sim
