#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl barcode CODE`: what a scanned code means, and with a data folder which product it names; or
/// why it is refused. Without CODE the same for every line of standard input, each line answered by one.
class BarcodeCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString argument() const override { return QStringLiteral("CODE"); }
    [[nodiscard]] bool mayLackArgument() const override { return true; }
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
