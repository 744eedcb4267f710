#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl pickups`: the web orders that have reached a till, a line each, as its screens show them.
class PickupsCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
