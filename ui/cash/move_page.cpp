#include "ui/cash/move_page.h"

#include "ui/reasons/reason_field.h"

namespace evertill {
namespace {

AmountPage::Words wordsFor(CashMoveKind kind)
{
    const QString amount = MovePage::tr("Amount");
    switch (kind) {
    case CashMoveKind::PayIn:
        return {MovePage::tr("Pay in"), MovePage::tr("Cash that comes into the drawer without a sale."),
            amount, MovePage::tr("Pay in")};
    case CashMoveKind::PayOut:
        return {MovePage::tr("Pay out"), MovePage::tr("Cash that leaves the drawer without a return."),
            amount, MovePage::tr("Pay out")};
    case CashMoveKind::Drop:
        return {MovePage::tr("Drop"), MovePage::tr("Cash that goes from the drawer into the safe."), amount,
            MovePage::tr("Drop")};
    }
    return {};
}

QStringList usualReasons(CashMoveKind kind)
{
    switch (kind) {
    case CashMoveKind::PayIn:
        return {MovePage::tr("Change from the bank"), MovePage::tr("Change from the safe")};
    case CashMoveKind::PayOut:
        return {MovePage::tr("Supplier"), MovePage::tr("Postage"), MovePage::tr("Cleaning"),
            MovePage::tr("Expenses")};
    case CashMoveKind::Drop:
        return {MovePage::tr("Too much in the drawer"), MovePage::tr("End of day")};
    }
    return {};
}

} // namespace

MovePage::MovePage(Currency currency, QWidget *parent)
    : AmountPage(wordsFor(CashMoveKind::PayIn), currency, parent),
      m_reason(new ReasonField(usualReasons(CashMoveKind::PayIn), this))
{
    addBeside(m_reason);
    connect(m_reason, &ReasonField::reasonChanged, this, &MovePage::reasonTyped);
    connect(m_reason, &ReasonField::confirmed, this, &MovePage::confirmed);
}

void MovePage::clear()
{
    m_reason->setReason({});
    AmountPage::clear();
}

void MovePage::render(const CashView &view)
{
    setWords(wordsFor(view.move));
    m_reason->setUsual(usualReasons(view.move));
    AmountPage::render(view);
}

} // namespace evertill
