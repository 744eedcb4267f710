#include "ui/cash/figure_list.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/amount_label.h"
#include "ui/words/figures.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kRowSpace = 6;

/// A tax without a rate, an amount for each unit say, is its code alone.
QString nameOf(const TaxTotal &tax)
{
    return tax.rate.isZero() ? tax.code : tax.code + u' ' + percentageText(tax.rate);
}

} // namespace

FigureList::FigureList(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void FigureList::addAmount(const QString &label, Money amount, const char *name)
{
    const int row = m_grid->rowCount();
    auto *text = new QLabel(label, m_grid->parentWidget());
    auto *figure = new AmountLabel("large", m_grid->parentWidget());
    figure->setObjectName(QLatin1String(name));
    figure->setAmount(amount);
    m_grid->addWidget(text, row, 0);
    m_grid->addWidget(figure, row, 1);
}

void FigureList::addRule()
{
    auto *rule = new QFrame(m_grid->parentWidget());
    rule->setProperty("rule", true);
    m_grid->addWidget(rule, m_grid->rowCount(), 0, 1, 2);
}

void FigureList::setFigures(const ShiftFigures &figures)
{
    if (m_grid && figures == m_shown)
        return;
    m_shown = figures;
    QWidget *old = m_grid ? m_grid->parentWidget() : nullptr;
    auto *panel = new QWidget(this);
    m_grid = new QGridLayout(panel);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(kRowSpace);
    m_grid->setColumnStretch(0, 1);

    addAmount(tr("Sales (%1)").arg(figures.sales), figures.salesTotal, "salesTotal");
    if (!figures.loads.isZero())
        addAmount(tr("of it put on gift cards"), figures.loads, "loads");
    addAmount(tr("Returns (%1)").arg(figures.returns), -figures.returnsTotal, "returnsTotal");
    if (!figures.rounding.isZero())
        addAmount(tr("Cash rounding"), figures.rounding, "rounding");
    addRule();
    addAmount(tr("Taken in cash"), figures.net.cash, "cash");
    addAmount(tr("Taken by card"), figures.net.card, "card");
    if (!figures.net.giftCard.isZero())
        addAmount(tr("Taken by gift card"), figures.net.giftCard, "giftCard");
    if (!figures.net.voucher.isZero())
        addAmount(tr("Taken by voucher"), figures.net.voucher, "voucher");
    if (!figures.net.foreign.isZero())
        addAmount(tr("Taken in foreign cash"), figures.net.foreign, "foreignCash");
    for (const Money &foreign : figures.foreign)
        addAmount(tr("in %1", "a currency").arg(foreign.currency().code()), foreign, "foreignNotes");
    if (!figures.net.points.isZero())
        addAmount(tr("Taken in points"), figures.net.points, "points");
    if (!figures.net.onAccount.isZero())
        addAmount(tr("Put on account"), figures.net.onAccount, "onAccount");
    addRule();
    for (const TaxTotal &tax : figures.taxes)
        addAmount(tr("Tax %1").arg(nameOf(tax)), tax.tax, "tax");
    if (!figures.taxes.empty())
        addRule();
    addAmount(tr("Float at the start"), figures.floatAmount, "float");
    addAmount(tr("Paid in"), figures.payIns, "payIns");
    addAmount(tr("Paid out"), -figures.payOuts, "payOuts");
    addAmount(tr("Dropped into the safe"), -figures.drops, "drops");
    if (figures.drawer) {
        addRule();
        addAmount(tr("Expected in the drawer"), figures.drawer->expected, "expected");
        addAmount(tr("Counted in the drawer"), figures.drawer->counted, "countedAmount");
    }
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    layout()->addWidget(panel);
    panel->show();
    if (old)
        old->deleteLater();
    if (old)
        old->hide();
}

} // namespace evertill
