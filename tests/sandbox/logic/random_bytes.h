#pragma once

#include <QByteArray>
#include <QString>
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

} // namespace evertill::sandbox
