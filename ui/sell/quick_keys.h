#pragma once

#include "core/catalog/product.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace evertill {

class BigButton;
class ProductKey;

/// The shelf for fingers: categories beside it, the products of the chosen one as keys, page by page.
class QuickKeys final : public QWidget {
    Q_OBJECT
public:
    /// Products read of one category at most; further ones are found by search.
    static constexpr int kLimit = 200;

    explicit QuickKeys(QWidget *parent = nullptr);
    /// Keeps the chosen category where it is still there.
    void setCategories(const QStringList &categories);
    void setProducts(const std::vector<Product> &products);
    [[nodiscard]] QString category() const;

Q_SIGNALS:
    void categoryChosen(const QString &category);
    void picked(const evertill::Product &product);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void turn(int pages);
    ProductKey *key(std::size_t index);

    QListWidget *m_categories;
    QWidget *m_shelf;
    QGridLayout *m_grid;
    QLabel *m_empty;
    QWidget *m_turner;
    QPushButton *m_previous;
    QPushButton *m_next;
    QLabel *m_page;
    std::vector<ProductKey *> m_keys;
    std::vector<Product> m_products;
    int m_first = 0; ///< index of the first product shown
    int m_shown = 0;
};

} // namespace evertill
