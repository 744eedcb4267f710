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

void Cashier::takeBack(Till &till)
{
    const std::string receipt = someReceipt(till);
    const std::string key = oracle::key('r', receipt);
    const oracle::Moment *row = till.knowledge.find(key);
    const auto lines = oracle::receiptFrom(oracle::known(key, row ? *row : oracle::Moment(), *till.journal));
    const int number = lines ? lines->begin()->first : 1;
    const oracle::ReceiptLine line = lines ? lines->begin()->second : oracle::ReceiptLine();
    const std::int64_t quantity = m_scene.chance.between(1, 3) * 1000;
    std::string refusal;
    if (!oracle::drawerOf(*till.journal).isOpen)
        refusal = "ShiftClosed";
    else if (!lines)
        refusal = "UnknownReceipt";
    else if (quantity > line.left())
        refusal = "MoreThanLeft";
    const std::int64_t gross = refusal.empty() ? line.refund(quantity) : 0;
    const std::int64_t way = m_scene.chance.below(100);
    const bool isCash = way < 65;
    const bool isGift = way >= 90;
    const bool isRestocked = m_scene.chance.percent(80);
    const std::int64_t due = isCash ? inCash(till, gross) : gross;
    oracle::Fact fact{.kind = oracle::Kind::Returned, .subject = receipt};
    fact.receipt = oracle::nextReceipt(*till.journal, till.name(), till.confirmed.position.epoch);
    fact.lines = {{1, line.sku, quantity, gross, isRestocked, number}};
    (isCash ? fact.cash : isGift ? fact.gift : fact.card) = due;
    if (isGift)
        fact.giftCard = kGiftCards[m_scene.chance.below(std::ssize(kGiftCards))];
    const RefundTo refundTo = isGift
        ? RefundTo(TenderKind::GiftCard, giftCardWith(QString::fromStdString(fact.giftCard)))
        : RefundTo(isCash ? TenderKind::Cash : TenderKind::Card);
    ReturnRequest request{ReturnId(till.random.uuid(till.clock.now())),
        ReceiptNumber::parse(QString::fromStdString(receipt)).value(),
        {{number, Quantity::thousandths(quantity), u"changed their mind"_s,
            isRestocked ? Disposition::Restock : Disposition::Damaged}},
        refundTo, refundTo.kind == TenderKind::Card ? u"OK2"_s : QString()};
    m_counter.perform(till,
        {u"takes %1 back of %2"_s.arg(quantity).arg(QString::fromStdString(receipt)), refusal, {fact},
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
