#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl journal`: the journal, an event a line.
class JournalCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
