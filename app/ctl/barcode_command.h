#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl barcode CODE`: what a scanned code means, and with a data folder which product it names; or
/// why it is refused.
class BarcodeCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString argument() const override { return QStringLiteral("CODE"); }
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
