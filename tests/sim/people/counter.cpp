#include "tests/sim/people/counter.h"

#include "tests/sim/machines/peril.h"
#include "tests/sim/network/finding.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {

bool Counter::perform(Till &till, const Deed &deed)
{
    Process &process = *till.process;
    till.setClock(m_scene.now);
    till.pending = deed.facts;
    till.pendingCart = deed.cart;
    std::optional<Result<>> result;
    QString failure;
    try {
        const Peril peril(m_scene, till.disk, 4);
        process.ledgerThread.post([&] { result = deed.run(); });
    } catch (const std::exception &error) {
        failure = QString::fromUtf8(error.what());
    }
    if (till.disk.hasEnded()) {
        m_scene.tell(
            [&] { return u"%1: %2, and in the midst of it the process ends"_s.arg(till.id, deed.what); });
        till.isPendingDurable = result && result->has_value();
        throw ProcessEnded();
    }
    till.pending.clear();
    till.pendingCart.reset();
    if (result) {
        judge(till, deed, *result);
        return result->has_value();
    }
    require(till.disk.isFull(), u"%1: %2 failed: %3"_s.arg(till.id, deed.what, failure));
    m_scene.tell([&] { return u"%1: %2, but the disk is full"_s.arg(till.id, deed.what); });
    m_scene.countUnderWay(Fault::DiskFull, till);
    require(process.ledger->head() == till.confirmed
            && Journal(process.ledger->database()).head() == till.confirmed,
        u"%1: %2 failed and left something"_s.arg(till.id, deed.what));
    return false;
}

void Counter::judge(Till &till, const Deed &deed, const Result<> &result)
{
    const QString said = result ? QString() : codeName(result.error().code);
    m_scene.tell([&] { return u"%1: %2%3"_s.arg(till.id, deed.what, result ? QString() : u": "_s + said); });
    require(said == QString::fromStdString(deed.refusal),
        u"%1: %2 gave '%3', the oracle says '%4'"_s.arg(
            till.id, deed.what, said, QString::fromStdString(deed.refusal)));
    if (!result) {
        require(Journal(till.process->ledger->database()).head() == till.confirmed,
            u"%1: %2 was refused and left something"_s.arg(till.id, deed.what));
        return;
    }
    m_machines.record(till, deed.facts);
    if (deed.cart)
        till.keptCart = *deed.cart;
    till.process->engine.ledgerGrew();
}

} // namespace evertill::sim
