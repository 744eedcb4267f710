#include "ui/widgets/amount_field.h"

#include "ui/words/figures.h"

#include <QRegularExpressionValidator>

namespace evertill {

using namespace Qt::StringLiterals;

AmountField::AmountField(Currency currency, QWidget *parent) : QLineEdit(parent), m_currency(currency)
{
    setAlignment(Qt::AlignRight);
    const int decimals = currency.minorDigits();
    const QString form = decimals > 0 ? u"\\d{0,13}([.,]\\d{0,%1})?"_s.arg(decimals) : u"\\d{0,15}"_s;
    setValidator(new QRegularExpressionValidator(QRegularExpression(form), this));
}

std::optional<Money> AmountField::amount() const { return parseMoney(text(), m_currency); }

void AmountField::setAmount(Money amount)
{
    setText(plainMoneyText(amount).remove(QLocale().groupSeparator()));
}

} // namespace evertill
