#include "ui/tenders/foreign_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/amount_field.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/entry_layout.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"
#include "ui/words/figures.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

ForeignPage::ForeignPage(Currency currency, QWidget *parent)
    : QWidget(parent), m_due(new AmountLabel("total", this)), m_currencies(new QGridLayout),
      m_worth(new QLabel(this)), m_notice(new InlineNotice(this)), m_given(new AmountField(currency, this)),
      m_take(new BigButton(tr("Take"), {}, this)), m_back(new BigButton(tr("Back"), {}, this)),
      m_currency(currency)
{
    auto *title = new QLabel(tr("Foreign cash"), this);
    setType(*title, "title");
    m_due->setObjectName(u"foreignDue"_s);
    m_currencies->setSpacing(8);
    m_worth->setObjectName(u"foreignWorth"_s);
    m_worth->setWordWrap(true);
    setType(*m_worth, "large");
    m_notice->setObjectName(u"foreignNotice"_s);
    m_given->setObjectName(u"foreignGiven"_s);
    m_given->setAccessibleName(tr("Notes given"));
    setType(*m_given, "title");
    auto *due = new QHBoxLayout;
    due->addWidget(title, 1);
    due->addWidget(m_due);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(due);
    column->addLayout(m_currencies);
    column->addWidget(m_worth);
    column->addWidget(m_notice);
    column->addLayout(makeEntry(), 1);
    connect(m_given, &AmountField::textChanged, this, [this] { Q_EMIT typed(m_given->amount()); });
    connect(m_given, &AmountField::returnPressed, this, &ForeignPage::taken);
    connect(m_take, &BigButton::clicked, this, &ForeignPage::taken);
    connect(m_back, &BigButton::clicked, this, &ForeignPage::backRequested);
}

QLayout *ForeignPage::makeEntry()
{
    auto *pad = new NumberPad(NumberPad::Keys::Decimal, this);
    pad->setTarget(m_given);
    m_take->setObjectName(u"takeForeign"_s);
    m_take->setAccessibleName(tr("Take the notes"));
    m_take->setKeyLabel(tr("Enter", "key"));
    setTone(*m_take, "primary");
    m_back->setObjectName(u"foreignBack"_s);
    m_back->setAccessibleName(tr("Back"));
    m_back->setKeyLabel(tr("Esc", "key"));
    return entryBesideKeys({m_given, pad}, {m_take, m_back});
}

void ForeignPage::showCurrencies(const ForeignAsk &ask)
{
    constexpr int kInRow = 4;
    if (m_shown != ask.currencies) {
        m_shown = ask.currencies;
        for (BigButton *old : m_buttons)
            delete old;
        m_buttons.clear();
        for (int i = 0; i < int(m_shown.size()); ++i) {
            const Currency currency = m_shown[std::size_t(i)];
            const QKeySequence key =
                i < 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)) : QKeySequence();
            auto *button = new BigButton(currency.code(), key, this);
            button->setObjectName(u"foreign"_s + currency.code());
            button->setAccessibleName(currency.code());
            button->setMinimumHeight(56);
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            connect(button, &BigButton::clicked, this, [this, currency] { Q_EMIT chosen(currency); });
            m_currencies->addWidget(button, i / kInRow, i % kInRow);
            m_buttons.push_back(button);
        }
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        setTone(*m_buttons[i], m_shown[i] == ask.chosen ? "chosen" : "");
}

void ForeignPage::render(const ForeignAsk &ask, const std::optional<Refusal> &refusal)
{
    showCurrencies(ask);
    const QSignalBlocker quiet(m_given);
    m_given->setCurrency(ask.chosen);
    if (!ask.given && m_given->amount())
        m_given->clear();
    m_given->setPlaceholderText(moneyText(ask.dueForeign));
    m_due->setAmount(ask.due);
    const QString at = tr("%1 due, at %2.").arg(moneyText(ask.dueForeign), ask.rate.text());
    const QString counts =
        tr("%1 counts for %2; %3 change in cash.")
            .arg(moneyText(ask.given.value_or(ask.dueForeign)), moneyText(ask.worth), moneyText(ask.change));
    m_worth->setText(at + u' ' + counts);
    m_take->setText(tr("Take %1").arg(moneyText(ask.given.value_or(ask.dueForeign))));
    if (refusal)
        m_notice->refuse(*refusal, m_currency);
    else
        m_notice->clear();
}

void ForeignPage::takeFocus() { m_given->setFocus(); }

} // namespace evertill
