#include "core/pickup/hand_over.h"

#include "core/pickup/pickup_turn.h"

namespace evertill {
namespace {

/// An order that came without a code has none that could be guessed by leaving the field empty.
bool fits(const QString &given, const QString &code)
{
    return !code.isEmpty() && given.compare(code, Qt::CaseInsensitive) == 0;
}

} // namespace

Result<PickupOrder> HandOver::run(const QString &order, const PickupProof &proof)
{
    return takeStep(m_ledger, m_replica, order, [&](const PickupOrder &current) -> Result<PickupStep> {
        if (current.state != PickupState::Ready)
            return refuseState(current);
        if (proof.kind == ProofKind::Code && !fits(proof.text.trimmed(), current.code))
            return refuse(Code::WrongCode);
        PickupStep step{PickupStepKind::HandedOver, current.order};
        step.proof = proof.kind;
        for (const PickupLine &line : current.lines) {
            if (line.toHandOver() > Quantity())
                step.lines.push_back({line.line, line.sku, line.toHandOver()});
        }
        return step;
    });
}

} // namespace evertill
