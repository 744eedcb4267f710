#include "core/journal/journal.h"
#include "core/journal/seal.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

bool follows(Position position, Position before)
{
    return (position.epoch == before.epoch && position.seq == before.seq + 1)
        || (position.epoch > before.epoch && position.seq == 1);
}

/// What is wrong with \a event after \a before, or nothing. A seal signs the head right before it.
QString problemOf(const Event &event, const Head &before, const std::optional<QByteArray> &sealKey)
{
    if (!follows(event.position, before.position))
        return u"gap"_s;
    if (event.previous != before.hash)
        return u"does not continue the event before it"_s;
    if (event.hash != chained(before.hash, event.envelope()))
        return u"hash differs"_s;
    if (event.kind != "journal.sealed")
        return {};
    const auto seal = Seal::fromPayload(event.payload);
    if (!seal || seal->head != before)
        return u"seal names another head"_s;
    if (sealKey && seal->key != *sealKey)
        return u"sealed with another key"_s;
    return sealVerifies(seal->key, seal->head.hash, seal->signature) ? QString() : u"seal does not verify"_s;
}

} // namespace

std::optional<ChainFault> findChainFault(
    Journal &journal, Head from, const std::optional<QByteArray> &sealKey)
{
    std::optional<ChainFault> fault;
    journal.each(from.position, [&](const Event &event) {
        const QString problem = problemOf(event, from, sealKey);
        if (!problem.isEmpty())
            fault = {event.position, problem};
        from = {event.position, event.hash};
        return !fault;
    });
    return fault;
}

} // namespace evertill
