#pragma once

#include <QByteArray>
#include <QString>

namespace evertill::sandbox {

/// Empty where the file can't be read.
[[nodiscard]] QByteArray readFile(const QString &path);
/// Replaces the file as a whole; throws std::runtime_error where it can't.
void writeFile(const QString &path, const QByteArray &content);
/// The same, and never readable by anyone but its owner.
void writePrivateFile(const QString &path, const QByteArray &content);

} // namespace evertill::sandbox
