#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace evertill::test {

/// Where the file \a name of the real data lies: in EVERTILL_SHARED_DATA, or in shared/data beside the clone.
/// Empty where it is absent.
[[nodiscard]] QString sharedData(const QString &name);
/// The objects of a JSON lines file at \a path, one per line.
[[nodiscard]] std::vector<QJsonObject> jsonLines(const QString &path);
/// The rows of a TSV file at \a path without its heading, each as its fields.
[[nodiscard]] std::vector<QList<QByteArray>> tsvRows(const QString &path);

} // namespace evertill::test
