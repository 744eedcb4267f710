#include "ui/ticket/ticket_savings.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"
#include "ui/words/coupon_words.h"
#include "ui/words/figures.h"

#include <QGridLayout>
#include <QLabel>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostDiscounts = 3; // the lines of the ticket need the room more

/// Those that took something off, or brought a gift that is still to be fetched.
QStringList countingCoupons(const TicketView &view)
{
    QStringList coupons;
    for (const GrantedDiscount &discount : view.cart.discounts)
        coupons.append(discount.coupon);
    for (const TicketGift &gift : view.gifts)
        coupons.append(gift.coupon);
    coupons.removeAll(QString());
    coupons.removeDuplicates();
    return coupons;
}

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
    const auto removable = [&](const QString &coupon) { return view.sold ? QString() : coupon; };
    for (const RefusedCoupon &coupon : view.refusedCoupons)
        rows.push_back({couponWords(coupon.code, coupon.why), {}, "waiting", removable(coupon.code)});
    for (const QString &coupon : countingCoupons(view))
        rows.push_back({tr("Coupon %1 counts.").arg(coupon), {}, "quiet", removable(coupon)});
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
        words->setWordWrap(true);
        setTone(*words, m_rows[i].tone);
        QWidget *beside = nullptr;
        if (m_rows[i].coupon.isEmpty()) {
            auto *amount = new QLabel(m_rows[i].amount, this);
            amount->setAlignment(Qt::AlignRight | Qt::AlignTop);
            setTone(*amount, m_rows[i].tone);
            beside = amount;
        } else {
            beside = takeOffKey(m_rows[i].coupon);
        }
        m_grid->addWidget(words, int(i), 0);
        m_grid->addWidget(beside, int(i), 1);
        // A layout would show them only once the loop turns.
        words->show();
        beside->show();
    }
    setVisible(!m_rows.empty());
}

QWidget *TicketSavings::takeOffKey(const QString &coupon)
{
    auto *key = new BigButton(tr("Take off"), {}, this);
    key->setObjectName(u"takeOffCoupon"_s);
    key->setAccessibleName(tr("Take coupon %1 off the ticket").arg(coupon));
    key->setFocusPolicy(Qt::TabFocus);
    setTone(*key, "quiet");
    // The key goes with its row while it is being clicked.
    connect(
        key, &BigButton::clicked, this, [this, coupon] { Q_EMIT couponTakenOff(coupon); },
        Qt::QueuedConnection);
    return key;
}

} // namespace evertill
