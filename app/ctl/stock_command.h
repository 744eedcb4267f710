#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl stock`: what is on hand of one product, as the till's screens show it.
class StockCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString argument() const override { return QStringLiteral("SKU"); }
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
