#include "ui/ticket/ticket_savings.h"

#include "ui/theme/restyle.h"
#include "ui/words/coupon_words.h"
#include "ui/words/figures.h"

#include <QGridLayout>
#include <QLabel>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostDiscounts = 3; // the lines of the ticket need the room more

} // namespace

TicketSavings::TicketSavings(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(u"savings"_s);
    m_grid->setContentsMargins(16, 0, 16, 0);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
    hide();
}

std::vector<TicketSavings::Row> TicketSavings::rowsOf(const TicketView &view)
{
    std::vector<Row> rows;
    Money rest = Money::zero(view.cart.currency);
    int more = 0;
    for (const GrantedDiscount &discount : view.cart.discounts) {
        if (isOfOneLine(discount))
            continue;
        if (rows.size() < kMostDiscounts) {
            rows.push_back({discount.name, moneyText(-discount.amount)});
            continue;
        }
        rest += discount.amount;
        ++more;
    }
    if (more > 0)
        rows.push_back({tr("%n more", "promotions", more), moneyText(-rest)});
    for (const RefusedCoupon &coupon : view.refusedCoupons)
        rows.push_back({couponWords(coupon.code, coupon.why), {}, "waiting"});
    for (const GrantedDiscount &discount : view.cart.discounts) {
        if (!discount.coupon.isEmpty())
            rows.push_back({tr("Coupon %1 counts.").arg(discount.coupon), {}, "quiet"});
    }
    if (const Money saved = view.cart.saved(); saved.isPositive())
        rows.push_back({view.sold ? tr("Saved") : tr("You save"), moneyText(saved)});
    return rows;
}

void TicketSavings::render(const TicketView &view)
{
    std::vector<Row> rows = rowsOf(view);
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        auto *words = new QLabel(m_rows[i].words, this);
        auto *amount = new QLabel(m_rows[i].amount, this);
        words->setWordWrap(true);
        amount->setAlignment(Qt::AlignRight | Qt::AlignTop);
        setTone(*words, m_rows[i].tone);
        setTone(*amount, m_rows[i].tone);
        m_grid->addWidget(words, int(i), 0);
        m_grid->addWidget(amount, int(i), 1);
        // A layout would show them only once the loop turns.
        words->show();
        amount->show();
    }
    setVisible(!m_rows.empty());
}

} // namespace evertill
