#include "ui/ticket/customer_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/entry_layout.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

CustomerPage::CustomerPage(QWidget *parent)
    : QFrame(parent), m_notice(new InlineNotice(this)), m_number(new QLineEdit(this)),
      m_take(new BigButton(tr("Take"), {}, this))
{
    constexpr int kLongestNumber = 40;
    setProperty("panel", true);
    auto *title = new QLabel(tr("Customer"), this);
    setType(*title, "title");
    auto *step = new QLabel(tr("Scan the customer's card, or type the number on it."), this);
    step->setWordWrap(true);
    m_notice->setObjectName(u"customerNotice"_s);
    m_number->setObjectName(u"customerNumber"_s);
    m_number->setAccessibleName(tr("Customer number"));
    m_number->setPlaceholderText(tr("Number on the card"));
    m_number->setMaxLength(kLongestNumber);
    m_number->setInputMethodHints(Qt::ImhPreferUppercase);
    setType(*m_number, "title");
    auto *pad = new NumberPad(NumberPad::Keys::Whole, this);
    pad->setTarget(m_number);
    m_take->setObjectName(u"takeCustomer"_s);
    m_take->setAccessibleName(tr("Put the customer on the ticket"));
    m_take->setKeyLabel(tr("Enter", "key"));
    m_take->setEnabled(false);
    setTone(*m_take, "primary");
    auto *back = new BigButton(tr("Back"), {}, this);
    back->setObjectName(u"customerBack"_s);
    back->setAccessibleName(tr("Back"));
    back->setKeyLabel(tr("Esc", "key"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(step);
    column->addWidget(m_notice);
    column->addLayout(entryBesideKeys({m_number, pad}, {m_take, back}), 1);
    connect(m_number, &QLineEdit::returnPressed, this, &CustomerPage::enter);
    connect(m_take, &BigButton::clicked, this, &CustomerPage::enter);
    connect(back, &BigButton::clicked, this, &CustomerPage::backRequested);
    connect(m_number, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_take->setEnabled(!text.trimmed().isEmpty()); });
}

void CustomerPage::enter()
{
    if (m_take->isEnabled())
        Q_EMIT entered(m_number->text());
}

void CustomerPage::render(const std::optional<Refusal> &refusal, Currency currency)
{
    if (!isVisible())
        m_number->clear();
    if (refusal)
        m_notice->refuse(*refusal, currency);
    else
        m_notice->clear();
}

void CustomerPage::takeFocus() { m_number->setFocus(); }

} // namespace evertill
