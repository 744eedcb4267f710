#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl price`: baskets in on standard input, priced baskets out, one a line.
class PriceCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
