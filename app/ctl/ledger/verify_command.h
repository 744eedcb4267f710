#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl verify`: chain, seals, and tables against the journal.
class VerifyCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
