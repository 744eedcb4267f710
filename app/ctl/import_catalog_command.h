#pragma once

#include "app/ctl/command/command.h"

namespace evertill {

/// `evertillctl import-catalog FILE --data DIR`: loads a catalogue file into a till that has no OMS, all of
/// it or nothing; with --sandbox URL instead of --data, into the sandbox OMS.
class ImportCatalogCommand final : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString argument() const override { return QStringLiteral("FILE"); }
    void describe(QCommandLineParser &parser) const override;
    [[nodiscard]] Result<> run(const QCommandLineParser &arguments) override;
};

} // namespace evertill
