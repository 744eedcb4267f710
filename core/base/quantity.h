#pragma once

#include <QtGlobal>

#include <cstdint>

namespace evertill {

/// How much of a product, in thousandths of its unit: one piece is 1000, 340 g of a product sold by the kg is
/// 340. The unit belongs to the product and travels beside it. Negative for goods that leave.
class Quantity final {
public:
    constexpr Quantity() = default;
    [[nodiscard]] static constexpr Quantity thousandths(std::int64_t amount) { return Quantity(amount); }
    [[nodiscard]] static constexpr Quantity pieces(std::int64_t count) { return Quantity(count * 1000); }

    [[nodiscard]] constexpr std::int64_t thousandths() const { return m_thousandths; }
    [[nodiscard]] constexpr bool isWhole() const { return m_thousandths % 1000 == 0; }
    [[nodiscard]] constexpr bool isZero() const { return m_thousandths == 0; }
    [[nodiscard]] constexpr bool isNegative() const { return m_thousandths < 0; }

    friend constexpr Quantity operator+(Quantity a, Quantity b)
    {
        return Quantity(a.m_thousandths + b.m_thousandths);
    }
    friend constexpr Quantity operator-(Quantity a, Quantity b)
    {
        return Quantity(a.m_thousandths - b.m_thousandths);
    }
    friend constexpr Quantity operator-(Quantity a) { return Quantity(-a.m_thousandths); }
    constexpr Quantity &operator+=(Quantity other) { return *this = *this + other; }
    constexpr Quantity &operator-=(Quantity other) { return *this = *this - other; }
    friend constexpr bool operator==(Quantity, Quantity) = default;
    friend constexpr auto operator<=>(Quantity, Quantity) = default;

private:
    constexpr explicit Quantity(std::int64_t amount) : m_thousandths(amount) { }
    std::int64_t m_thousandths = 0;
};

} // namespace evertill
