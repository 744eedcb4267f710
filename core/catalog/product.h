#pragma once

#include "core/base/money.h"
#include "core/catalog/scanned_code.h"
#include "core/tax/goods_tax.h"

namespace evertill {

/// A product as it is sold.
struct Product {
    QString sku;
    QString name;
    QString shortName;
    QString unit; ///< ea, kg, g, l, m
    Money price; ///< for one unit
    QString taxCode;
    Percentage taxRate;
    QString category;
    int minAge = 0; ///< years; 0: none
    QStringList recalledLots = {}; ///< called back by the maker; "*" for every lot
    bool isOpenPrice = false; ///< whoever sells it says what it costs
    std::vector<TaxPart> taxParts = {}; ///< where taxCode is made of several taxes, on whatever day

    /// Whether \a lot was called back. An empty one is not known, and may be.
    [[nodiscard]] bool isRecalled(const QString &lot) const
    {
        return !recalledLots.isEmpty()
            && (lot.isEmpty() || recalledLots.contains(lot) || recalledLots.contains(QStringLiteral("*")));
    }
    friend bool operator==(const Product &, const Product &) = default;
};

/// What comes along with each unit of a product, and goes back with it.
struct ProductDeposit {
    QString sku;
    QString name;
    Money amount; ///< for one unit
    QString taxCode;
    Percentage taxRate;
    std::vector<TaxPart> taxParts = {};
    friend bool operator==(const ProductDeposit &, const ProductDeposit &) = default;
};

/// A product by its code, with what the code itself said of this piece.
struct FoundProduct {
    Product product;
    ScannedCode code;
    std::optional<Money> labelPrice; ///< printed into the code: what this piece costs
    /// What this piece measures, in the product's own unit: printed into the code (kg, g), or what
    /// labelPrice buys of a product that is not sold by the piece.
    std::optional<Quantity> labelWeight;
    std::optional<std::int64_t> labelCount = {}; ///< so many pieces, for a product sold by the piece
    friend bool operator==(const FoundProduct &, const FoundProduct &) = default;
};

} // namespace evertill
