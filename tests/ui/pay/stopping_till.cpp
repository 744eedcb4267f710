#include "tests/ui/pay/stopping_till.h"

#include "core/audit/verify.h"
#include "core/cash/open_shift.h"
#include "tests/sim/disk/vfs.h"

using namespace Qt::StringLiterals;

namespace evertill {

StoppingTill::Process::Process(std::unique_ptr<Ledger> opened, const DataFolder &folder, StoppingTill &till)
    : ledger(std::move(opened)), ledgerReplica(folder), replica(folder),
      reader(folder.file(u"ledger.db"_s), Database::Kind::Reader), services{queue, *ledger, ledgerReplica,
                                                                       till.m_config, replica, reader,
                                                                       till.m_clock, till.m_random},
      sell(services)
{
    QObject::connect(&sell.pay(), &PayPresenter::completed, &sell,
        [&till](const Sale &sale) { till.m_papers += sale.receipt.text(); });
    // As the printer does it: what is missing.
    QObject::connect(&sell, &SellPresenter::lastSaleFound, &sell, [&till](const Sale &sale) {
        if (!till.m_papers.contains(sale.receipt.text()))
            till.m_papers += sale.receipt.text();
    });
}

StoppingTill::StoppingTill()
{
    sim::useSimulatedDisks();
    m_config = bareTill(*Currency::fromCode(u"EUR"));
    start();
    if (!OpenShift(ledger(), m_config).run(money(10'000)))
        qFatal("no shift");
    m_process.reset();
    m_image = m_disk.image();
}

void StoppingTill::begin()
{
    m_process.reset();
    m_disk.endAt(0);
    (void)m_disk.restart(false);
    m_disk.become(m_image);
    m_papers.clear();
    start();
}

void StoppingTill::start()
{
    auto opened = Ledger::open(m_disk.folder(), m_clock, m_random);
    if (!opened)
        qFatal("the ledger can't be opened: %s", qPrintable(codeName(opened.error().code)));
    m_process = std::make_unique<Process>(std::move(*opened), m_disk.folder(), *this);
    m_process->sell.restore();
    m_process->sell.refresh();
}

void StoppingTill::restart(bool powerCut)
{
    m_disk.end();
    m_process.reset();
    m_disk.endAt(0);
    (void)m_disk.restart(powerCut);
    start();
}

int StoppingTill::events(const QByteArray &kind)
{
    int count = 0;
    Journal(tables()).each({}, [&](const Event &event) {
        count += event.kind == kind ? 1 : 0;
        return true;
    });
    return count;
}

QStringList StoppingTill::differences() { return verify(tables(), {})->differences; }

} // namespace evertill
