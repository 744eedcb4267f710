#include "ui/widgets/amount_label.h"

#include "ui/theme/restyle.h"
#include "ui/words/figures.h"

namespace evertill {

AmountLabel::AmountLabel(const char *type, QWidget *parent) : QLabel(parent)
{
    setType(*this, type);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setTextFormat(Qt::PlainText);
}

void AmountLabel::setAmount(Money amount)
{
    m_amount = amount;
    setText(moneyText(amount));
}

} // namespace evertill
