#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace evertill::sandbox {

/// JSON text without spaces, keys sorted.
[[nodiscard]] QByteArray jsonText(const QJsonObject &object);
[[nodiscard]] QByteArray jsonText(const QJsonArray &array);
/// \a text as a JSON string with its quotes: rows are joined as text, so that a page costs no second parse.
[[nodiscard]] QByteArray jsonQuoted(const QString &text);
/// The object that \a text holds; empty where it holds none.
[[nodiscard]] QJsonObject jsonObject(const QByteArray &text);

} // namespace evertill::sandbox
