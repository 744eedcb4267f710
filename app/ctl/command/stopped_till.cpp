#include "app/ctl/command/stopped_till.h"

#include "app/ctl/command/till_folder.h"
#include "core/till/till_config.h"

namespace evertill {

Result<std::unique_ptr<StoppedTill>> StoppedTill::open(const QCommandLineParser &arguments)
{
    const auto folder = tillFolder(arguments);
    if (!folder)
        return tl::unexpected(folder.error());
    // No till is made here: a mistyped folder stays as it is.
    if (const auto there = readLedgerIn(*folder); !there)
        return tl::unexpected(there.error());
    auto lock = FolderLock::take(*folder);
    if (!lock)
        return tl::unexpected(lock.error());
    std::unique_ptr<StoppedTill> till(new StoppedTill(std::move(*lock), *folder));
    auto ledger = Ledger::open(*folder, till->m_clock, till->m_random);
    if (!ledger)
        return tl::unexpected(ledger.error());
    till->m_ledger = std::move(*ledger);
    if (const auto config = loadTillConfig(till->m_ledger->database()))
        till->m_ledger->setActor(config->cashier);
    return till;
}

} // namespace evertill
