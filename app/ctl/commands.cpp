#include "app/ctl/commands.h"

#include "app/ctl/cards_command.h"
#include "app/ctl/codes/barcode_command.h"
#include "app/ctl/enrol_command.h"
#include "app/ctl/import_catalog_command.h"
#include "app/ctl/ledger/backup_command.h"
#include "app/ctl/ledger/journal_command.h"
#include "app/ctl/ledger/restore_command.h"
#include "app/ctl/ledger/verify_command.h"
#include "app/ctl/pickups_command.h"
#include "app/ctl/price_command.h"
#include "app/ctl/replay_command.h"
#include "app/ctl/status_command.h"
#include "app/ctl/stock_command.h"
#include "app/ctl/sync_command.h"
#include "app/ctl/tasks_command.h"

namespace evertill {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<BarcodeCommand>());
    commands.push_back(std::make_unique<PriceCommand>());
    commands.push_back(std::make_unique<ImportCatalogCommand>());
    commands.push_back(std::make_unique<EnrolCommand>());
    commands.push_back(std::make_unique<StatusCommand>());
    commands.push_back(std::make_unique<StockCommand>());
    commands.push_back(std::make_unique<PickupsCommand>());
    commands.push_back(std::make_unique<TasksCommand>());
    commands.push_back(std::make_unique<CardsCommand>());
    commands.push_back(std::make_unique<SyncCommand>());
    commands.push_back(std::make_unique<JournalCommand>());
    commands.push_back(std::make_unique<VerifyCommand>());
    commands.push_back(std::make_unique<BackupCommand>());
    commands.push_back(std::make_unique<RestoreCommand>());
    commands.push_back(std::make_unique<ReplayCommand>());
    return commands;
}

} // namespace evertill
