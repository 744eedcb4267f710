#include "ui/pay/paid_page.h"

#include "ui/pay/tender_words.h"
#include "ui/theme/restyle.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/icon.h"
#include "ui/words/figures.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 56;

QString tenderText(const Tender &tender)
{
    return PaidPage::tr("%1 %2", "a tender and its amount").arg(tenderWord(tender), moneyText(tender.amount));
}

} // namespace

PaidPage::PaidPage(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(new QLabel(this)),
      m_change(new AmountLabel("huge", this)), m_paid(new QLabel(this)), m_receipt(new QLabel(this)),
      m_next(new BigButton(tr("Next sale"), {}, this))
{
    m_title->setObjectName(u"paidTitle"_s);
    setType(*m_title, "title");
    m_change->setObjectName(u"change"_s);
    m_change->setAlignment(Qt::AlignCenter);
    setTone(*m_icon, "money");
    setTone(*m_change, "money");
    m_paid->setObjectName(u"paidHow"_s);
    setType(*m_paid, "large");
    m_receipt->setObjectName(u"receiptNumber"_s);
    setTone(*m_receipt, "quiet");
    for (QLabel *label : {m_icon, m_title, m_paid, m_receipt})
        label->setAlignment(Qt::AlignCenter);
    m_paid->setWordWrap(true);
    m_next->setObjectName(u"nextSale"_s);
    m_next->setAccessibleName(tr("Next sale"));
    m_next->setKeyLabel(tr("Enter", "key"));
    m_next->setMinimumHeight(76);
    m_next->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTone(*m_next, "primary");
    setType(*m_next, "title");
    connect(m_next, &BigButton::clicked, this, &PaidPage::nextRequested);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_change);
    column->addSpacing(16);
    column->addWidget(m_paid);
    column->addWidget(m_receipt);
    column->addStretch(3);
    column->addWidget(m_next);
}

void PaidPage::render(const PayView &view)
{
    if (!view.sale)
        return;
    const Sale &sale = *view.sale;
    const bool back = sale.change.isPositive();
    m_icon->ensurePolished();
    m_icon->setPixmap(
        iconPixmap(u"done"_s, m_icon->palette().color(QPalette::WindowText), kIconSize, devicePixelRatioF()));
    m_title->setText(back ? tr("Change") : tr("Paid"));
    m_change->setAmount(back ? sale.change : sale.total);
    QStringList parts;
    for (const Tender &tender : sale.tenders)
        parts.append(tenderText(tender));
    m_paid->setText(tr("Total %1 \u00b7 %2").arg(moneyText(sale.total), parts.join(u" + "_s)));
    m_receipt->setText(tr("Receipt %1").arg(sale.receipt.text()));
}

void PaidPage::takeFocus() { m_next->setFocus(); }

void PaidPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT nextRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace evertill
