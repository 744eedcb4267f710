#pragma once

#include "core/base/result.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace evertill {

/// One thing that evertillctl does: `evertillctl <name> …`. Its results go out through print(); a refusal
/// becomes the error object on standard error and exit code 1. Exceptions end in main.cpp alone.
class Command {
public:
    virtual ~Command() = default;
    [[nodiscard]] virtual QString name() const = 0;
    /// One line for the list of commands.
    [[nodiscard]] virtual QString summary() const = 0;
    /// The one positional argument that it takes, as --help calls it; empty where it takes none. run() is
    /// called with exactly that many.
    [[nodiscard]] virtual QString argument() const { return {}; }
    /// Whether run() is also called without it.
    [[nodiscard]] virtual bool mayLackArgument() const { return false; }
    /// Says what the positional argument and the options are; --help is there already.
    virtual void describe(QCommandLineParser &parser) const = 0;
    /// Refuses what it can't do; BadInput (problem) for arguments that make no sense.
    [[nodiscard]] virtual Result<> run(const QCommandLineParser &arguments) = 0;
};

/// One JSON object on standard output, as one line.
void print(const QJsonObject &object);
/// The refusal as print() and printError() write it: {"error": its name, …its facts}.
[[nodiscard]] QJsonObject asObject(const Refusal &refusal);
/// {"error": its name, …its facts} on standard error, as one line.
void printError(const Refusal &refusal);

/// Whether all that was printed has left this process: false for good once a write to standard output failed.
[[nodiscard]] bool isPrintedWhole();

} // namespace evertill
