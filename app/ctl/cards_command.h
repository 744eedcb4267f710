#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl cards`: card payments that nobody has settled yet, a line each; with --settle, one is settled
/// by what the terminal's slip says.
class CardsCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
