#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl restore`: puts a copy in the place of a till's ledger.
class RestoreCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString argument() const override;
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
