#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>
#include <functional>

namespace evertill::sandbox {

/// Gives this many random bytes; injected, so that a test replays.
using RandomBytes = std::function<QByteArray(int count)>;

/// A random text of \a length from letters and digits that are not mistaken for one another.
[[nodiscard]] inline QString randomCode(const RandomBytes &random, int length)
{
    static constexpr char alphabet[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // 31
    QString code;
    const QByteArray bytes = random(length);
    for (const char byte : bytes)
        code += QLatin1Char(alphabet[static_cast<unsigned char>(byte) % 31]);
    return code;
}

/// A version 7 UUID: milliseconds, then random bits.
[[nodiscard]] inline QString newId(const RandomBytes &random, qint64 now)
{
    QByteArray bytes = random(16);
    const qint64 milliseconds = now / 1000;
    for (int i = 0; i < 6; ++i)
        bytes[i] = static_cast<char>(milliseconds >> (8 * (5 - i)));
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

} // namespace evertill::sandbox
