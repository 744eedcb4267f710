#pragma once

#include "ui/picking/pickups_view.h"

#include <map>

namespace evertill {

/// How much of each order lies in a basket. It is no fact yet: counting begins anew after a restart.
class PickBasket final {
public:
    [[nodiscard]] Quantity picked(const QString &order, int line) const;
    /// Adds \a quantity, or takes it out where it is negative; never below nothing, never above what is
    /// wanted.
    void add(const QString &order, const PickLine &line, Quantity quantity);

private:
    std::map<std::pair<QString, int>, Quantity> m_picked;
};

} // namespace evertill
