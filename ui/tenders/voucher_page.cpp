#include "ui/tenders/voucher_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/amount_field.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/entry_layout.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"
#include "ui/words/figures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

VoucherPage::VoucherPage(Currency currency, QWidget *parent)
    : QWidget(parent), m_due(new AmountLabel("total", this)), m_forfeited(new QLabel(this)),
      m_notice(new InlineNotice(this)), m_number(new QLineEdit(this)),
      m_face(new AmountField(currency, this)), m_pad(new NumberPad(NumberPad::Keys::Decimal, this)),
      m_take(new BigButton(tr("Take"), {}, this)), m_back(new BigButton(tr("Back"), {}, this)),
      m_currency(currency)
{
    constexpr int kLongestNumber = 40;
    auto *title = new QLabel(tr("Voucher"), this);
    setType(*title, "title");
    m_due->setObjectName(u"voucherDue"_s);
    m_forfeited->setObjectName(u"voucherForfeited"_s);
    m_forfeited->setWordWrap(true);
    m_notice->setObjectName(u"voucherNotice"_s);
    m_number->setObjectName(u"voucherNumber"_s);
    m_number->setAccessibleName(tr("Voucher number"));
    m_number->setPlaceholderText(tr("Voucher number"));
    m_number->setMaxLength(kLongestNumber);
    m_number->setInputMethodHints(Qt::ImhPreferUppercase);
    m_face->setObjectName(u"voucherFace"_s);
    m_face->setAccessibleName(tr("Value of the voucher"));
    m_face->setPlaceholderText(tr("What it is worth"));
    auto *due = new QHBoxLayout;
    due->addWidget(title, 1);
    due->addWidget(m_due);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(due);
    column->addWidget(m_forfeited);
    column->addWidget(m_notice);
    column->addLayout(makeEntry(), 1);
    for (QLineEdit *field : {m_number, static_cast<QLineEdit *>(m_face)}) {
        setType(*field, "title");
        field->installEventFilter(this);
        connect(field, &QLineEdit::returnPressed, this, &VoucherPage::goOn);
        connect(field, &QLineEdit::textChanged, this,
            [this] { Q_EMIT typed(m_number->text(), m_face->amount()); });
    }
    connect(m_take, &BigButton::clicked, this, &VoucherPage::taken);
    connect(m_back, &BigButton::clicked, this, &VoucherPage::backRequested);
}

QLayout *VoucherPage::makeEntry()
{
    m_pad->setTarget(m_number);
    m_take->setObjectName(u"takeVoucher"_s);
    m_take->setAccessibleName(tr("Take the voucher"));
    m_take->setKeyLabel(tr("Enter", "key"));
    setTone(*m_take, "primary");
    m_back->setObjectName(u"voucherBack"_s);
    m_back->setAccessibleName(tr("Back"));
    m_back->setKeyLabel(tr("Esc", "key"));
    return entryBesideKeys({m_number, m_face, m_pad}, {m_take, m_back});
}

/// Enter behind the number goes to the value, and behind the value takes the voucher.
void VoucherPage::goOn()
{
    if (m_number->hasFocus() && !m_number->text().isEmpty() && m_face->text().isEmpty())
        m_face->setFocus();
    else if (m_take->isEnabled())
        Q_EMIT taken();
}

bool VoucherPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_pad->setTarget(static_cast<QLineEdit *>(watched));
    return QWidget::eventFilter(watched, event);
}

void VoucherPage::render(const VoucherAsk &ask, const std::optional<Refusal> &refusal)
{
    const QSignalBlocker quietNumber(m_number);
    const QSignalBlocker quietFace(m_face);
    if (m_number->text() != ask.number)
        m_number->setText(ask.number);
    if (m_face->amount() != ask.face) {
        if (ask.face)
            m_face->setAmount(*ask.face);
        else
            m_face->clear();
    }
    m_due->setAmount(ask.due);
    const bool loses = ask.forfeited.isPositive();
    m_forfeited->setText(loses ? tr("No change is given on a voucher: %1 of it is lost. Tell the customer.")
                                     .arg(moneyText(ask.forfeited))
                               : tr("Type the number and the value on the voucher. It gives no change."));
    setTone(*m_forfeited, loses ? "waiting" : "quiet");
    m_take->setText(ask.canTake ? tr("Take %1").arg(moneyText(ask.pays)) : tr("Take"));
    m_take->setEnabled(ask.canTake);
    if (refusal)
        m_notice->refuse(*refusal, m_currency);
    else
        m_notice->clear();
}

void VoucherPage::takeFocus() { m_number->text().isEmpty() ? m_number->setFocus() : m_face->setFocus(); }

} // namespace evertill
