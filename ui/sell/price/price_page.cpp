#include "ui/sell/price/price_page.h"

#include "ui/reasons/reason_field.h"
#include "ui/theme/restyle.h"
#include "ui/widgets/amount_field.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

PricePage::PricePage(Currency currency, QWidget *parent)
    : QFrame(parent), m_currency(currency), m_title(new QLabel(this)), m_now(new QLabel(this)),
      m_field(new AmountField(currency, this)), m_notice(new InlineNotice(this)),
      m_reason(new ReasonField(
          {tr("Damaged"), tr("Label on the shelf"), tr("Sold off"), tr("Price agreed")}, this)),
      m_take(new BigButton(tr("Take"), {}, this))
{
    setProperty("panel", true);
    m_title->setObjectName(u"priceTitle"_s);
    m_title->setWordWrap(true);
    setType(*m_title, "title");
    m_now->setObjectName(u"priceNow"_s);
    setTone(*m_now, "quiet");
    m_field->setObjectName(u"priceField"_s);
    m_field->setAccessibleName(tr("Price"));
    m_field->setAlignment(Qt::AlignRight);
    setType(*m_field, "title");
    m_notice->setObjectName(u"priceNotice"_s);
    m_reason->setObjectName(u"priceReason"_s);
    m_take->setObjectName(u"takePrice"_s);
    m_take->setAccessibleName(tr("Take"));
    m_take->setKeyLabel(tr("Enter", "key"));
    m_take->setMinimumHeight(64);
    m_take->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTone(*m_take, "primary");
    auto *back = new BigButton(tr("Back"), {}, this);
    back->setObjectName(u"priceBack"_s);
    back->setAccessibleName(tr("Back"));
    back->setKeyLabel(tr("Esc", "key"));
    back->setMinimumHeight(64);
    auto *pad = new NumberPad(NumberPad::Keys::Decimal, this);
    pad->setTarget(m_field);

    auto *entry = new QHBoxLayout;
    entry->addWidget(m_now, 1);
    entry->addWidget(m_field, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addWidget(m_take, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addLayout(entry);
    column->addWidget(m_notice);
    column->addWidget(m_reason);
    column->addWidget(pad, 1);
    column->addLayout(buttons);

    connect(m_field, &AmountField::textChanged, this, &PricePage::enable);
    connect(m_reason, &ReasonField::reasonChanged, this, &PricePage::enable);
    connect(m_field, &AmountField::returnPressed, this, &PricePage::goOn);
    connect(m_reason, &ReasonField::confirmed, this, &PricePage::goOn);
    connect(
        m_take, &BigButton::clicked, this, [this] { Q_EMIT entered(m_field->text(), m_reason->reason()); });
    connect(back, &BigButton::clicked, this, &PricePage::backRequested);
}

/// Enter leads from the price to the reason, and takes both once they are there.
void PricePage::goOn()
{
    if (m_take->isEnabled())
        m_take->click();
    else if (m_field->amount() && m_question && m_question->own)
        m_reason->field()->setFocus();
}

void PricePage::enable()
{
    if (!m_question)
        return;
    const auto price = m_field->amount();
    const bool needsReason = m_question->own && price != m_question->own;
    m_take->setEnabled(
        !m_question->isBusy && price && (!needsReason || !m_reason->reason().trimmed().isEmpty()));
}

void PricePage::render(const std::optional<PriceQuestion> &question)
{
    if (question == m_question)
        return;
    const bool begins = question && (!m_question || m_question->name != question->name);
    m_question = question;
    if (!m_question)
        return;
    m_title->setText(m_question->own ? tr("Another price for %1").arg(m_question->name)
                                     : tr("What does %1 cost?").arg(m_question->name));
    m_now->setText(!m_question->now ? QString()
            : !m_question->own || m_question->now == m_question->own
            ? tr("Now %1").arg(moneyText(*m_question->now))
            : tr("Now %1, the shop asks %2").arg(moneyText(*m_question->now), moneyText(*m_question->own)));
    m_now->setVisible(m_question->now.has_value());
    m_reason->setVisible(m_question->own.has_value());
    if (begins) {
        m_field->clear();
        m_reason->setReason({});
    }
    if (m_question->refusal)
        m_notice->refuse(*m_question->refusal, m_currency);
    else
        m_notice->clear();
    enable();
}

void PricePage::takeFocus()
{
    m_field->setFocus();
    m_field->selectAll();
}

} // namespace evertill
