#include "ui/cash/shift_figures.h"

namespace evertill {

ShiftFigures ShiftFigures::of(const ShiftReport &report)
{
    ShiftFigures figures;
    figures.number = report.shift.number;
    figures.openedAt = report.shift.openedAt;
    figures.sales = report.takings.sales;
    figures.returns = report.takings.returns;
    figures.salesTotal = report.takings.salesTotal;
    figures.returnsTotal = report.takings.returnsTotal;
    figures.loads = report.takings.loads;
    figures.foreign = report.takings.foreign;
    figures.rounding = report.takings.rounding;
    figures.net = report.takings.net;
    figures.floatAmount = report.shift.floatAmount;
    figures.payIns = report.payIns;
    figures.payOuts = report.payOuts;
    figures.drops = report.drops;
    figures.taxes = report.takings.taxes;
    if (report.counted)
        figures.drawer = Drawer{report.expected, *report.counted, report.overShort()};
    return figures;
}

} // namespace evertill
