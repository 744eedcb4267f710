#pragma once

#include "core/base/result.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace evertill {

/// One thing that evertillctl does: `evertillctl <name> …`. Its results go out through print(); a refusal
/// becomes the error object on standard error and exit code 1. Exceptions end in main() alone.
class Command {
public:
    virtual ~Command() = default;
    [[nodiscard]] virtual QString name() const = 0;
    /// One line for the list of commands.
    [[nodiscard]] virtual QString summary() const = 0;
    /// Names the positional arguments and options; --help is there already.
    virtual void describe(QCommandLineParser &parser) const = 0;
    /// Refuses what it can't do; BadInput (problem) for arguments that make no sense.
    [[nodiscard]] virtual Result<> run(const QCommandLineParser &arguments) = 0;
};

/// One JSON object on standard output, as one line.
void print(const QJsonObject &object);
/// {"error": its name, …its facts} on standard error, as one line.
void printError(const Refusal &refusal);

/// For a command that takes one positional argument: refuses BadInput where it is missing or there are more.
[[nodiscard]] Result<QString> onlyArgument(const QCommandLineParser &arguments, const QString &what);

} // namespace evertill
