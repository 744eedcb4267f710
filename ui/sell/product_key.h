#pragma once

#include "core/catalog/product.h"

#include <QPushButton>

namespace evertill {

/// A quick key: a product's short name over up to two lines, its price below.
class ProductKey final : public QPushButton {
    Q_OBJECT
public:
    static constexpr QSize kLeast = {124, 84};

    explicit ProductKey(QWidget *parent = nullptr);
    void setProduct(const Product &product);
    [[nodiscard]] const Product &product() const { return m_product; }
    [[nodiscard]] QSize sizeHint() const override { return kLeast; }
    [[nodiscard]] QSize minimumSizeHint() const override { return kLeast; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Product m_product;
    QString m_price;
};

} // namespace evertill
