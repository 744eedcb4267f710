#include "tests/sandbox/store/json_text.h"

#include <QJsonDocument>

namespace evertill::sandbox {

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray jsonText(const QJsonArray &array) { return QJsonDocument(array).toJson(QJsonDocument::Compact); }

QByteArray jsonQuoted(const QString &text)
{
    static constexpr char digits[] = "0123456789abcdef";
    const QByteArray utf8 = text.toUtf8();
    QByteArray quoted;
    quoted.reserve(utf8.size() + 2);
    quoted += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            quoted += "\\u00";
            quoted += digits[static_cast<unsigned char>(c) >> 4];
            quoted += digits[static_cast<unsigned char>(c) & 15];
        } else {
            quoted += c;
        }
    }
    quoted += '"';
    return quoted;
}

QJsonObject jsonObject(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

} // namespace evertill::sandbox
