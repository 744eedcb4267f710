#include "app/ctl/barcode_command.h"
#include "app/ctl/command.h"
#include "app/ctl/import_catalog_command.h"

namespace evertill {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<BarcodeCommand>());
    commands.push_back(std::make_unique<ImportCatalogCommand>());
    return commands;
}

} // namespace evertill
