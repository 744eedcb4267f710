#pragma once

#include <QByteArray>
#include <QString>

namespace evertill {

/// What the shop takes off, and when.
struct PromotionRow {
    QString promotion;
    QByteArray rule; ///< a JSON object as text: a promotion of resources/api/basket.schema.json
    friend bool operator==(const PromotionRow &, const PromotionRow &) = default;
};

} // namespace evertill
