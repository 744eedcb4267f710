#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl tasks`: what needs a person, a line each, as the till's screen shows it; with --settle, one
/// task of the OMS is settled.
class TasksCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
