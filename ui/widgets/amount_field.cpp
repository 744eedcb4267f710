#include "ui/widgets/amount_field.h"

#include "ui/words/figures.h"

#include <QRegularExpressionValidator>

namespace evertill {

using namespace Qt::StringLiterals;

AmountField::AmountField(Currency currency, QWidget *parent) : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight);
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    setCurrency(currency);
}

void AmountField::setCurrency(Currency currency)
{
    if (validator() && currency == m_currency)
        return;
    m_currency = currency;
    const QValidator *before = validator();
    const int decimals = currency.minorDigits();
    const QString form = decimals > 0 ? u"\\d{0,13}([.,]\\d{0,%1})?"_s.arg(decimals) : u"\\d{0,15}"_s;
    setValidator(new QRegularExpressionValidator(QRegularExpression(form), this));
    delete before;
}

std::optional<Money> AmountField::amount() const { return parseMoney(text(), m_currency); }

void AmountField::setAmount(Money amount)
{
    setText(plainMoneyText(amount).remove(QLocale().groupSeparator()));
}

} // namespace evertill
