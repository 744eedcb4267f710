#include "tests/sim/machines/twins.h"

#include "tests/sim/network/finding.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

bool isForked(const Till &till)
{
    return till.process && till.process->engine.status().trouble == ConnectionStatus::Forked;
}

bool isAllSent(const Till &till)
{
    const auto books = till.house.moment();
    return books.log->has(till.journal->facts().back()->uid, books.length);
}

} // namespace

void Twins::copyDisk(Till &till)
{
    m_scene.countUnderWay(Fault::DiskCopied, till);
    m_scene.tell([&] { return u"%1's disk is copied, and another machine goes on from it"_s.arg(till.id); });
    const std::uint64_t seed = m_scene.chance.any();
    m_scene.tills.push_back(std::make_unique<Till>(
        till.id, till.house, seed, till.name() + "copy" + std::to_string(m_scene.tills.size())));
    Till &copy = *m_scene.tills.back();
    copy.driftsSince = m_scene.now;
    copy.disk.become(till.disk.image());
    copy.journal = till.journal->prefix(till.journal->size());
    copy.knowledge = till.knowledge;
    copy.confirmed = till.confirmed;
    copy.certificate = till.certificate;
    copy.keptCart = till.keptCart;
    copy.isCopy = true;
    copy.wasRestored = till.wasRestored;
    copy.twin = &till;
    till.twin = &copy;
    till.copiedAt = copy.copiedAt = till.journal->size();
    m_machines.start(copy);
}

void Twins::settle()
{
    for (std::size_t i = 0; i < m_scene.tills.size(); ++i) {
        Till &till = *m_scene.tills[i];
        if (!till.twin)
            continue;
        Till &other = *till.twin;
        const bool didNothing = till.journal->size() == till.copiedAt;
        // A machine that does nothing is not noticed by anybody.
        const bool isNext = till.isCopy || till.twin->journal->size() > till.twin->copiedAt;
        if (didNothing && isNext && m_scene.isHealing) {
            putAway(till);
            continue;
        }
        if (isForked(till) && isAllSent(other) && till.house.isUp() && !till.disk.isFull()) {
            putAway(other);
            goOnAlone(till);
        }
    }
}

void Twins::putAway(Till &till)
{
    m_scene.tell([&] { return u"a machine of %1 is put away"_s.arg(till.id); });
    till.disk.end();
    till.process.reset();
    (void)till.disk.restart(false);
    till.isPutAway = true;
    if (Till *other = std::exchange(till.twin, nullptr))
        other->twin = nullptr;
}

void Twins::goOnAlone(Till &till)
{
    m_scene.tell([&] { return u"%1 is enrolled again"_s.arg(till.id); });
    till.disk.end();
    till.process.reset();
    (void)till.disk.restart(false);
    const auto [joined, lostPower] = m_lostTill.join(till);
    require(joined.how == Joined::Rebased, u"%1 was no fork after all"_s.arg(till.id));
    const auto facts = till.journal->facts();
    std::size_t common = 0;
    while (
        common < facts.size() && Position{facts[common]->epoch, facts[common]->seq} <= joined.common.position)
        ++common;
    till.journal = till.journal->prefix(common);
    till.confirmed = joined.common;
    till.pending = {oracle::Fact{.kind = oracle::Kind::EpochOpened}};
    for (std::size_t i = common; i < facts.size(); ++i) {
        if (facts[i]->kind != oracle::Kind::EpochOpened && facts[i]->kind != oracle::Kind::Sealed)
            till.pending.push_back(*facts[i]);
    }
    require(int(till.pending.size()) == joined.carried + 1,
        u"%1 took %2 facts along of %3"_s.arg(till.id).arg(joined.carried).arg(till.pending.size() - 1));
    till.isPendingDurable = true;
    till.wasRestored = true;
    m_machines.start(till, lostPower);
}

} // namespace evertill::sim
