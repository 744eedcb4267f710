#include "ui/returns/returns_room.h"

#include "ui/print/receipt_printer.h"
#include "ui/returns/choose_page.h"
#include "ui/returns/find_page.h"
#include "ui/returns/return_done_page.h"
#include "ui/widgets/scroll_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {

RailEntry ReturnsRoom::railEntry()
{
    return {RoomName::Returns, tr("Returns"), QKeySequence(Qt::Key_F3), u"returns"_s};
}

ReturnsRoom::ReturnsRoom(const TillServices &services, ReceiptPrinter &printer, QWidget *parent)
    : Room(railEntry(), parent), m_presenter(services), m_pages(new QStackedWidget(this)),
      m_find(new FindPage), m_choose(new ChoosePage(m_presenter, services.clock)), m_done(new ReturnDonePage)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_find->setObjectName(u"findPage"_s);
    m_choose->setObjectName(u"choosePage"_s);
    m_done->setObjectName(u"returnDonePage"_s);
    // In the order of the steps, so that a step is its page's index.
    for (QWidget *page : std::initializer_list<QWidget *>{m_find, m_choose, m_done})
        m_pages->addWidget(new ScrollPage(page));
    connect(m_find, &FindPage::numberTyped, &m_presenter, &ReturnsPresenter::typeNumber);
    connect(m_find, &FindPage::confirmed, &m_presenter, &ReturnsPresenter::find);
    connect(m_done, &ReturnDonePage::confirmed, &m_presenter, &ReturnsPresenter::finish);
    connect(&m_presenter, &ReturnsPresenter::viewChanged, this, &ReturnsRoom::render);
    connect(&m_presenter, &ReturnsPresenter::ledgerGrew, this, &ReturnsRoom::ledgerGrew);
    connect(&m_presenter, &ReturnsPresenter::returnCompleted, &printer,
        [&printer](const Return &back) { printer.printReturn(back); });
    render();
}

void ReturnsRoom::render()
{
    const ReturnsView &view = m_presenter.view();
    setBusy(view.busy);
    m_find->render(view);
    m_choose->render(view);
    m_done->render(view);
    if (m_pages->currentIndex() == int(view.step))
        return;
    m_pages->setCurrentIndex(int(view.step));
    takeFocus();
}

void ReturnsRoom::takeFocus()
{
    QWidget *page = static_cast<ScrollPage *>(m_pages->currentWidget())->widget();
    if (page == m_choose)
        m_choose->begin();
    else
        page->setFocus();
}

bool ReturnsRoom::takeScan(const QString &text) { return m_presenter.takeScan(text); }

void ReturnsRoom::refuseScan(const QString &text) { m_presenter.refuseScan(text); }

bool ReturnsRoom::goBack() { return m_presenter.goBack(); }

void ReturnsRoom::entered()
{
    m_presenter.refresh();
    takeFocus();
}

void ReturnsRoom::dataChanged() { m_presenter.refresh(); }

} // namespace evertill
