#include "tests/sim/machines/trouble.h"

#include "core/backup/restore.h"
#include "tests/sim/machines/peril.h"
#include "tests/sim/network/finding.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::sim {

void Trouble::strike()
{
    if (m_scene.chance.percent(75))
        strikeTill(*m_scene.chance.oneOf(m_scene.tills));
    else
        strikeOms(*m_scene.chance.oneOf(m_scene.houses));
}

void Trouble::strikeTill(Till &till)
{
    const std::int64_t what = m_scene.chance.below(100);
    if (!till.isRunning())
        return;
    if (m_scene.restoresTills && what % 2 == 0) {
        till.backup &&till.journal->size() > till.backup->length ? restoreBackup(till) : keepBackup(till);
    } else if (m_scene.restoresTills && what % 10 == 1 && LostTill::canBeRebuilt(till)) {
        m_lostTill.replace(till);
    } else if (m_scene.copiesDisks && what % 4 == 0 && !till.twin) {
        m_twins.copyDisk(till);
    } else if (what < 30) {
        till.offlineUntil = m_scene.now + std::chrono::seconds(m_scene.chance.between(5, 300));
        m_scene.tell([&] { return u"%1 is cut off the network"_s.arg(till.id); });
    } else if (what < 60) {
        m_machines.bury(till);
    } else if (what < 75) {
        till.disk.setFull(true);
        m_scene.tell([&] { return u"%1's disk is full"_s.arg(till.id); });
        m_scene.after(
            std::chrono::seconds(m_scene.chance.between(1, 60)), [&till] { till.disk.setFull(false); });
    } else if (what < 90) {
        jumpClock(till);
    } else {
        loseReplica(till);
    }
}

void Trouble::jumpClock(Till &till)
{
    const bool isBack = m_scene.chance.percent(50);
    const std::int64_t us =
        m_scene.chance.between(1, 4) == 1 ? 86'400'000'000 : m_scene.chance.between(1, 120'000'000);
    till.setClock(m_scene.now);
    till.clockIsOffUs += isBack ? -us : us;
    till.driftPpm = m_scene.chance.between(-200, 200);
    till.driftsSince = m_scene.now;
    m_scene.countUnderWay(isBack ? Fault::ClockBack : Fault::ClockAhead, till);
    m_scene.tell(
        [&] { return u"%1's clock jumps by %2 s"_s.arg(till.id).arg((isBack ? -us : us) / 1'000'000); });
}

void Trouble::loseReplica(Till &till)
{
    // Also while it is being fetched for the first time.
    if (till.knowledge.rows().empty() && till.process->underWay.empty())
        return;
    m_scene.countUnderWay(Fault::ReplicaGone, till);
    m_scene.tell([&] { return u"somebody deletes %1's copy of the OMS"_s.arg(till.id); });
    till.process.reset();
    const QStringList names = till.disk.folder().files->names(till.disk.folder().path, u"replica"_s);
    for (const QString &name : names)
        till.disk.folder().files->remove(till.disk.folder().file(name));
    (void)till.disk.folder().files->flush(till.disk.folder().path);
    till.knowledge.forget();
    m_scene.after(1s, [this, &till] { m_machines.start(till); });
}

void Trouble::keepBackup(Till &till)
{
    const DataFolder folder = till.disk.folder();
    const QString path = folder.file(u"backup.db"_s);
    folder.files->remove(path);
    till.backup.reset();
    const auto copied = copyLedger(till.process->screenLedger, path, *folder.files);
    if (!copied) {
        require(till.disk.isFull(), u"%1 can't be copied"_s.arg(till.id));
        return;
    }
    require(*copied == till.confirmed, u"%1's backup holds another journal"_s.arg(till.id));
    till.backup = Till::Backup{path, till.journal->size(), till.confirmed};
    m_scene.tell([&] { return u"%1's ledger is copied"_s.arg(till.id); });
}

void Trouble::restoreBackup(Till &till)
{
    if (till.disk.isFull())
        return;
    m_scene.countUnderWay(Fault::TillRestored, till);
    till.process.reset();
    till.isBeingRestored = true;
    bool isDone = false;
    try {
        const Peril peril(m_scene, till.disk, 25, 40);
        isDone = restoreLedger(till.backup->path, till.disk.folder(), {}).has_value();
    } catch (const std::exception &error) {
        require(till.disk.hasEnded(),
            u"%1 can't be restored: %2"_s.arg(till.id, QString::fromUtf8(error.what())));
    }
    if (till.disk.hasEnded()) {
        m_scene.tell([&] { return u"%1's machine fails while its backup is restored"_s.arg(till.id); });
        const bool cutsPower = m_scene.chance.percent(50);
        (void)till.disk.restart(cutsPower);
        return m_machines.start(till, cutsPower);
    }
    require(isDone, u"%1 can't be restored"_s.arg(till.id));
    m_machines.goOnFromBackup(till);
    m_machines.start(till);
}

void Trouble::strikeOms(OmsHouse &house)
{
    if (!house.isUp())
        return;
    const std::int64_t what = m_scene.chance.below(100);
    if (what < 40) {
        house.keepCopy();
        m_scene.tell([&] { return u"the OMS of %1 is copied"_s.arg(house.id()); });
    } else if (what < 70 && house.hasOlderCopy() && !m_scene.restoresTills && !m_scene.copiesDisks) {
        m_scene.tell([&] { return u"the OMS of %1 is restored from its copy"_s.arg(house.id()); });
        m_sync.breakOff(house, Fault::OmsRestored);
        house.restoreCopy();
    } else {
        m_scene.tell([&] { return u"the OMS of %1 crashes"_s.arg(house.id()); });
        house.crash(m_scene.chance.percent(50));
        m_sync.breakOff(house, Fault::OmsCrashed);
        m_scene.after(std::chrono::seconds(m_scene.chance.between(1, 60)), [&house] {
            if (!house.isUp())
                house.start();
        });
    }
}

void Trouble::end()
{
    for (const auto &house : m_scene.houses) {
        if (!house->isUp())
            house->start();
    }
    for (const auto &till : m_scene.tills) {
        till->disk.setFull(false);
        till->offlineUntil = {};
    }
}

} // namespace evertill::sim
