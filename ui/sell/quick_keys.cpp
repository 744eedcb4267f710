#include "ui/sell/quick_keys.h"

#include "ui/sell/product_key.h"
#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFinger = 48;
constexpr int kCategoryHeight = 52;
constexpr int kCategoryWidth = 148;

QPushButton *turnButton(const QString &text, const QString &name, const QString &spoken, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(spoken);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumSize(2 * kFinger, kFinger);
    return button;
}

} // namespace

QuickKeys::QuickKeys(QWidget *parent)
    : QWidget(parent), m_categories(new QListWidget(this)), m_shelf(new QWidget(this)),
      m_grid(new QGridLayout(m_shelf)),
      m_empty(new QLabel(tr("Products appear here once the head office has sent them."), this)),
      m_turner(new QWidget(this)),
      m_previous(turnButton(u"\u2039"_s, u"previousPage"_s, tr("Previous page"), m_turner)),
      m_next(turnButton(u"\u203a"_s, u"nextPage"_s, tr("Next page"), m_turner)), m_page(new QLabel(m_turner))
{
    m_categories->setObjectName(u"categories"_s);
    m_categories->setAccessibleName(tr("Categories"));
    m_categories->setFocusPolicy(Qt::TabFocus);
    m_categories->setFixedWidth(kCategoryWidth);
    m_categories->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_categories->setUniformItemSizes(true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kCloseSpace);
    // As many keys as there is room for, never room for as many keys.
    m_shelf->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_categories->setProperty("panel", true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    setTone(*m_empty, "quiet");
    m_empty->hide();
    m_page->setAlignment(Qt::AlignCenter);
    setTone(*m_page, "quiet");

    auto *turner = new QHBoxLayout(m_turner);
    turner->setContentsMargins(0, 0, 0, 0);
    turner->addWidget(m_previous);
    turner->addWidget(m_page, 1);
    turner->addWidget(m_next);
    auto *right = new QVBoxLayout;
    right->setSpacing(kCloseSpace);
    right->addWidget(m_shelf, 1);
    right->addWidget(m_turner);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kCloseSpace);
    row->addWidget(m_categories);
    row->addLayout(right, 1);
    row->addWidget(m_empty, 1);

    connect(m_categories, &QListWidget::currentTextChanged, this, &QuickKeys::categoryChosen);
    connect(m_previous, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { turn(1); });
}

QString QuickKeys::category() const
{
    const QListWidgetItem *chosen = m_categories->currentItem();
    return chosen ? chosen->text() : QString();
}

void QuickKeys::setCategories(const QStringList &categories)
{
    const QString chosen = category();
    {
        const QSignalBlocker quiet(m_categories);
        m_categories->clear();
        for (const QString &name : categories) {
            auto *item = new QListWidgetItem(name, m_categories);
            item->setSizeHint({0, kCategoryHeight});
        }
        m_categories->setCurrentRow(static_cast<int>(qMax(qsizetype(0), categories.indexOf(chosen))));
    }
    const bool any = !categories.isEmpty();
    m_categories->setVisible(any);
    m_shelf->setVisible(any);
    m_empty->setVisible(!any);
}

void QuickKeys::setProducts(const std::vector<Product> &products)
{
    if (products == m_products)
        return;
    m_products = products;
    m_first = 0;
    layOut();
}

void QuickKeys::turn(int pages)
{
    m_first = qBound(0, m_first + pages * m_shown, static_cast<int>(m_products.size()) - 1);
    layOut();
}

void QuickKeys::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

ProductKey *QuickKeys::key(std::size_t index)
{
    while (m_keys.size() <= index) {
        auto *made = new ProductKey(m_shelf);
        connect(made, &ProductKey::clicked, this, [this, made] { Q_EMIT picked(made->product()); });
        m_keys.push_back(made);
    }
    return m_keys[index];
}

/// As many keys as fit, on as few pages as that takes.
void QuickKeys::layOut()
{
    const int total = static_cast<int>(m_products.size());
    const int width = this->width() - kCategoryWidth - kCloseSpace;
    const int columns = qMax(1, (width + kCloseSpace) / (ProductKey::kLeast.width() + kCloseSpace));
    const auto rowsIn = [](int height) {
        return qMax(1, (height + kCloseSpace) / (ProductKey::kLeast.height() + kCloseSpace));
    };
    int rows = rowsIn(height());
    const bool paged = total > columns * rows;
    if (paged)
        rows = rowsIn(height() - m_next->sizeHint().height() - kCloseSpace);
    m_shown = columns * rows;
    m_first -= m_shown > 0 ? m_first % m_shown : 0;

    m_turner->setVisible(paged);
    const int pages = (total + m_shown - 1) / m_shown;
    m_page->setText(tr("%1 of %2", "page of pages").arg(m_first / m_shown + 1).arg(pages));
    m_previous->setEnabled(m_first > 0);
    m_next->setEnabled(m_first + m_shown < total);

    for (ProductKey *made : m_keys)
        m_grid->removeWidget(made);
    std::size_t used = 0;
    for (int i = m_first; i < qMin(total, m_first + m_shown); ++i, ++used) {
        ProductKey *shown = key(used);
        shown->setProduct(m_products[static_cast<std::size_t>(i)]);
        m_grid->addWidget(shown, static_cast<int>(used) / columns, static_cast<int>(used) % columns);
        shown->show();
    }
    for (; used < m_keys.size(); ++used)
        m_keys[used]->hide();
    for (int row = 0; row < qMax(rows, m_grid->rowCount()); ++row) {
        m_grid->setRowMinimumHeight(row, row < rows ? ProductKey::kLeast.height() : 0);
        m_grid->setRowStretch(row, row < rows ? 1 : 0);
    }
    for (int column = 0; column < qMax(columns, m_grid->columnCount()); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

} // namespace evertill
