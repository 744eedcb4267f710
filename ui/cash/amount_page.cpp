#include "ui/cash/amount_page.h"

#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/amount_field.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kEntryWidth = 420;

} // namespace

AmountPage::AmountPage(const Words &words, Currency currency, QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_hint(new QLabel(this)),
      m_field(new AmountField(currency, this)),
      m_confirm(new BigButton({}, QKeySequence(Qt::Key_Return), this)), m_notice(new InlineNotice(this)),
      m_beside(new QVBoxLayout)
{
    setFocusProxy(m_field);
    setType(*m_title, "title");
    m_title->setObjectName(u"pageTitle"_s);
    m_hint->setWordWrap(true);
    setTone(*m_hint, "quiet");

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kWideSpace, 2 * kWideSpace, 2 * kWideSpace, 2 * kWideSpace);
    column->setSpacing(kWideSpace);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_notice);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * kWideSpace);
    row->addWidget(makeEntry(currency), 0, Qt::AlignTop);
    row->addLayout(m_beside, 1);
    column->addLayout(row);
    column->addStretch();
    setWords(words);
}

QWidget *AmountPage::makeEntry(Currency currency)
{
    auto *entry = new QWidget(this);
    entry->setFixedWidth(kEntryWidth);
    auto *column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kWideSpace);
    m_field->setObjectName(u"amount"_s);
    setType(*m_field, "total");
    auto *pad =
        new NumberPad(currency.minorDigits() > 0 ? NumberPad::Keys::Decimal : NumberPad::Keys::Whole, entry);
    pad->setTarget(m_field);
    m_confirm->setObjectName(u"confirm"_s);
    // A press leaves the focus in the field: what is refused is typed again there.
    m_confirm->setFocusPolicy(Qt::TabFocus);
    setTone(*m_confirm, "primary");
    setType(*m_confirm, "large");
    column->addWidget(m_field);
    column->addWidget(pad);
    column->addWidget(m_confirm);
    connect(m_field, &AmountField::textChanged, this, [this] { Q_EMIT typed(m_field->amount()); });
    // The number block's Enter: the button's key is Return.
    connect(m_field, &AmountField::returnPressed, m_confirm, &BigButton::click);
    connect(m_confirm, &BigButton::clicked, this, &AmountPage::confirmed);
    return entry;
}

void AmountPage::setWords(const Words &words)
{
    m_title->setText(words.title);
    m_hint->setText(words.hint);
    m_hint->setVisible(!words.hint.isEmpty());
    m_field->setAccessibleName(words.field);
    m_field->setPlaceholderText(words.field);
    m_confirm->setText(words.confirm);
}

void AmountPage::addBeside(QWidget *part)
{
    m_beside->addWidget(part);
    m_beside->addStretch();
}

void AmountPage::clear() { m_field->clear(); }

void AmountPage::render(const CashView &view)
{
    m_field->setReadOnly(view.busy);
    m_confirm->setEnabled(view.canConfirm);
    if (view.refusal)
        m_notice->refuse(*view.refusal, view.currency);
    else
        m_notice->clear();
}

} // namespace evertill
