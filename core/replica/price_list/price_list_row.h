#pragma once

#include <QByteArray>
#include <QString>

namespace evertill {

/// What products cost, for whom, when and from which quantity on.
struct PriceListRow {
    QString priceList;
    QByteArray list; ///< a JSON object as text: a price list of resources/api/basket.schema.json
    friend bool operator==(const PriceListRow &, const PriceListRow &) = default;
};

} // namespace evertill
