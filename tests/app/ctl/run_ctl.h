#pragma once

#include <QJsonObject>
#include <QStringList>

namespace evertill::test {

/// What one run of evertillctl gave.
struct CtlRun {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject said() const; ///< standard output, where it is one JSON object; empty otherwise
    [[nodiscard]] QList<QJsonObject> lines() const; ///< standard output, one object a line
    [[nodiscard]] QJsonObject refused() const; ///< the same of standard error
};

/// Runs \a program with \a arguments to its end.
[[nodiscard]] CtlRun runCtl(const QString &program, const QStringList &arguments);

} // namespace evertill::test
