#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl replay FILE`: a real shop's records through the till's own use cases.
class ReplayCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString argument() const override { return QStringLiteral("FILE"); }
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
