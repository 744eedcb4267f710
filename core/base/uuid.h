#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace evertill {

/// 128 bits that name one thing in the world (RFC 9562). All zero where nothing is named.
class Uuid final {
public:
    constexpr Uuid() = default;
    constexpr explicit Uuid(const std::array<std::uint8_t, 16> &bytes) : m_bytes(bytes) { }
    /// From the canonical text form, in either case; nothing for any other text.
    [[nodiscard]] static std::optional<Uuid> fromText(QByteArrayView text);
    /// From 16 raw bytes, as the database keeps them.
    [[nodiscard]] static std::optional<Uuid> fromBytes(QByteArrayView bytes);

    [[nodiscard]] bool isNull() const { return *this == Uuid(); }
    [[nodiscard]] const std::array<std::uint8_t, 16> &bytes() const { return m_bytes; }
    /// 36 characters, lower case.
    [[nodiscard]] std::array<char, 36> text() const;
    [[nodiscard]] QByteArray toLatin1() const { return QByteArray(text().data(), 36); }
    [[nodiscard]] QString toString() const { return QString::fromLatin1(toLatin1()); }

    friend constexpr bool operator==(const Uuid &, const Uuid &) = default;
    friend constexpr auto operator<=>(const Uuid &, const Uuid &) = default;

private:
    std::array<std::uint8_t, 16> m_bytes = {};
};

/// A Uuid that can't be taken for the id of another kind of thing: Id<struct SaleTag>.
template <typename Tag> class Id final {
public:
    constexpr Id() = default;
    constexpr explicit Id(const Uuid &uuid) : m_uuid(uuid) { }
    [[nodiscard]] constexpr const Uuid &uuid() const { return m_uuid; }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] QByteArray toLatin1() const { return m_uuid.toLatin1(); }
    friend constexpr bool operator==(const Id &, const Id &) = default;
    friend constexpr auto operator<=>(const Id &, const Id &) = default;

private:
    Uuid m_uuid;
};

using EventId = Id<struct EventTag>;
using SaleId = Id<struct SaleTag>;
using ReturnId = Id<struct ReturnTag>;
using ShiftId = Id<struct ShiftTag>;
using PaymentId = Id<struct PaymentTag>;

} // namespace evertill
