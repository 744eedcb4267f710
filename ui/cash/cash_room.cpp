#include "ui/cash/cash_room.h"

#include "core/till/till_config.h"
#include "ui/cash/closed_page.h"
#include "ui/cash/move_page.h"
#include "ui/cash/shift_page.h"
#include "ui/print/receipt_printer.h"
#include "ui/widgets/scroll_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

AmountPage::Words openWords()
{
    return {CashRoom::tr("Open a shift"), CashRoom::tr("Count the cash that lies in the drawer now."),
        CashRoom::tr("Float"), CashRoom::tr("Open shift")};
}

AmountPage::Words countWords()
{
    return {CashRoom::tr("Count the drawer"),
        CashRoom::tr("Count all cash that lies in the drawer now. What should be there is shown afterwards."),
        CashRoom::tr("Counted"), CashRoom::tr("Close shift")};
}

} // namespace

RailEntry CashRoom::railEntry() { return {RoomName::Cash, tr("Cash"), QKeySequence(Qt::Key_F6), u"cash"_s}; }

CashRoom::CashRoom(const TillServices &services, ReceiptPrinter &printer, QWidget *parent)
    : Room(railEntry(), parent), m_presenter(services), m_pages(new QStackedWidget(this)),
      m_open(new AmountPage(openWords(), services.config.currency)), m_shift(new ShiftPage(services.clock)),
      m_move(new MovePage(services.config.currency)),
      m_count(new AmountPage(countWords(), services.config.currency)), m_closed(new ClosedPage)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    // In the order of the steps, so that a step is its page's index.
    for (QWidget *page : std::initializer_list<QWidget *>{m_open, m_shift, m_move, m_count, m_closed})
        m_pages->addWidget(new ScrollPage(page));
    m_open->setObjectName(u"openShiftPage"_s);
    m_shift->setObjectName(u"shiftPage"_s);
    m_move->setObjectName(u"movePage"_s);
    m_count->setObjectName(u"countPage"_s);
    m_closed->setObjectName(u"closedPage"_s);
    connectPages();
    connect(&m_presenter, &CashPresenter::viewChanged, this, &CashRoom::render);
    connect(&m_presenter, &CashPresenter::ledgerGrew, this, &CashRoom::ledgerGrew);
    connect(&m_presenter, &CashPresenter::shiftClosed, &printer, &ReceiptPrinter::printShift);
    render();
}

void CashRoom::connectPages()
{
    for (AmountPage *page : {m_open, m_count, static_cast<AmountPage *>(m_move)}) {
        connect(page, &AmountPage::typed, &m_presenter, &CashPresenter::typeAmount);
        connect(page, &AmountPage::confirmed, &m_presenter, &CashPresenter::confirm);
    }
    connect(m_move, &MovePage::reasonTyped, &m_presenter, &CashPresenter::typeReason);
    connect(m_shift, &ShiftPage::moveRequested, &m_presenter, &CashPresenter::beginMove);
    connect(m_shift, &ShiftPage::countRequested, &m_presenter, &CashPresenter::beginCount);
    connect(m_shift, &ShiftPage::paymentRequested, this,
        [this](bool stray) { Q_EMIT roomRequested(stray ? RoomName::Tasks : RoomName::Sell); });
    connect(m_closed, &ClosedPage::confirmed, &m_presenter, &CashPresenter::confirm);
}

void CashRoom::render()
{
    const CashView &view = m_presenter.view();
    setBusy(view.busy);
    m_open->render(view);
    m_shift->render(view);
    m_move->render(view);
    m_count->render(view);
    m_closed->render(view);
    if (m_pages->currentIndex() == int(view.step))
        return;
    m_pages->setCurrentIndex(int(view.step));
    if (auto *amount = qobject_cast<AmountPage *>(page()))
        amount->clear();
    takeFocus();
}

QWidget *CashRoom::page() const { return static_cast<ScrollPage *>(m_pages->currentWidget())->widget(); }

void CashRoom::takeFocus() { page()->focusProxy() ? page()->setFocus() : setFocus(); }

bool CashRoom::takeScan(const QString &) { return false; }

void CashRoom::refuseScan(const QString &text) { m_presenter.refuseScan(text); }

bool CashRoom::goBack() { return m_presenter.goBack(); }

void CashRoom::entered()
{
    m_presenter.refresh();
    takeFocus();
}

void CashRoom::dataChanged()
{
    if (isVisible())
        m_presenter.refresh();
}

} // namespace evertill
