#pragma once

#include <QByteArray>

#include <array>
#include <cstdint>

namespace evertill {

/// 32 bytes of SHA-256. A journal begins from 32 zero bytes.
using Hash = std::array<std::uint8_t, 32>;

/// SHA-256(previous ‖ envelope).
[[nodiscard]] Hash chained(const Hash &previous, QByteArrayView envelope);

[[nodiscard]] QByteArray toBytes(const Hash &hash);
[[nodiscard]] QByteArray toHex(const Hash &hash);
/// From 32 raw bytes; anything else gives zeros.
[[nodiscard]] Hash hashFromBytes(QByteArrayView bytes);

} // namespace evertill
