#pragma once

#include "app/ctl/command/command.h"

#include <memory>
#include <vector>

namespace evertill {

/// Every command, in the order that --help lists them.
[[nodiscard]] std::vector<std::unique_ptr<Command>> allCommands();

} // namespace evertill
