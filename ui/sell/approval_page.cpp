#include "ui/sell/approval_page.h"

#include "ui/reasons/reason_field.h"
#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

ApprovalPage::ApprovalPage(QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_notice(new InlineNotice(this)),
      m_reason(new ReasonField(
          {tr("Checked"), tr("Customer knows"), tr("Wrong label")}, this)),
      m_approve(new BigButton(tr("Sell it all the same"), {}, this))
{
    setProperty("panel", true);
    m_title->setObjectName(u"approvalTitle"_s);
    m_title->setWordWrap(true);
    setType(*m_title, "title");
    m_notice->setObjectName(u"approvalNotice"_s);
    m_reason->setObjectName(u"approvalReason"_s);
    m_approve->setObjectName(u"approve"_s);
    m_approve->setAccessibleName(tr("Sell it all the same"));
    m_approve->setMinimumHeight(64);
    m_approve->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTone(*m_approve, "primary");
    auto *back = new BigButton(tr("Set it aside"), {}, this);
    back->setObjectName(u"approvalBack"_s);
    back->setAccessibleName(tr("Set it aside"));
    back->setKeyLabel(tr("Esc", "key"));
    back->setMinimumHeight(64);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addWidget(m_approve, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_notice);
    column->addWidget(m_reason);
    column->addStretch(1);
    column->addLayout(buttons);

    const auto enable = [this] {
        m_approve->setEnabled(!m_isBusy && !m_reason->reason().trimmed().isEmpty());
    };
    connect(m_reason, &ReasonField::reasonChanged, this, enable);
    connect(m_reason, &ReasonField::confirmed, m_approve, &BigButton::click);
    connect(m_approve, &BigButton::clicked, this, [this] { Q_EMIT approved(m_reason->reason()); });
    connect(back, &BigButton::clicked, this, &ApprovalPage::backRequested);
    enable();
}

void ApprovalPage::render(const SellView &view, bool isBusy)
{
    const bool begins = view.stopped.has_value() && !m_asks;
    m_asks = view.stopped.has_value();
    if (!m_asks)
        return;
    m_isBusy = isBusy;
    m_title->setText(tr("Sell %1 all the same?").arg(view.stopped->line.name));
    m_notice->refuse(view.refusal.value_or(view.stopped->why), view.ticket.cart.currency);
    if (begins)
        m_reason->setReason({});
    m_approve->setEnabled(!isBusy && !m_reason->reason().trimmed().isEmpty());
}

void ApprovalPage::takeFocus() { m_reason->field()->setFocus(); }

} // namespace evertill
