#include "ui/widgets/scroll_page.h"

namespace evertill {

ScrollPage::ScrollPage(QWidget *page, QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setWidget(page);
}

} // namespace evertill
