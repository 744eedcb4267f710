#include "ui/cash/closed_page.h"

#include "ui/cash/figure_list.h"
#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/big_button.h"
#include "ui/words/figures.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QString verdict(const ShiftFigures::Drawer &drawer)
{
    if (drawer.overShort.isPositive())
        return ClosedPage::tr("%1 over").arg(moneyText(drawer.overShort));
    if (drawer.overShort.isNegative())
        return ClosedPage::tr("%1 short").arg(moneyText(-drawer.overShort));
    return ClosedPage::tr("The drawer is right");
}

const char *verdictTone(const ShiftFigures::Drawer &drawer)
{
    return drawer.overShort.isNegative() ? "refusal" : drawer.overShort.isPositive() ? "waiting" : "money";
}

QString backupWords(const Refusal &trouble)
{
    switch (trouble.code) {
    case Code::DiskFull:
        return ClosedPage::tr(
            "No backup was made: its disk is full. The shift is closed; call support to free space.");
    case Code::DamagedFile:
        return ClosedPage::tr(
            "No backup was made: the till's data is damaged. Earlier backups are kept; call support now.");
    default:
        return ClosedPage::tr(
            "No backup was made: its folder can't be reached. The shift is closed; tell support.");
    }
}

} // namespace

ClosedPage::ClosedPage(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_verdict(new QLabel(this)), m_backup(new QLabel(this)),
      m_figures(new FigureList), m_done(new BigButton(tr("Done"), QKeySequence(Qt::Key_Return), this))
{
    setType(*m_title, "title");
    m_title->setObjectName(u"pageTitle"_s);
    setType(*m_verdict, "total");
    m_verdict->setObjectName(u"overShort"_s);
    m_backup->setObjectName(u"backupTrouble"_s);
    m_backup->setWordWrap(true);
    setTone(*m_backup, "refusal");
    m_backup->hide();
    m_done->setObjectName(u"done"_s);
    setTone(*m_done, "primary");
    setType(*m_done, "large");

    setFocusProxy(m_done);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_figures);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *panel = new QFrame(this);
    panel->setProperty("panel", true);
    auto *inPanel = new QVBoxLayout(panel);
    inPanel->addWidget(scroll);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kWideSpace, 2 * kWideSpace, 2 * kWideSpace, 2 * kWideSpace);
    column->setSpacing(kWideSpace);
    column->addWidget(m_title);
    column->addWidget(m_verdict);
    column->addWidget(m_backup);
    column->addWidget(panel, 1);
    column->addWidget(m_done);
    connect(m_done, &BigButton::clicked, this, &ClosedPage::confirmed);
}

void ClosedPage::render(const CashView &view)
{
    m_backup->setVisible(view.backupTrouble.has_value());
    if (view.backupTrouble)
        m_backup->setText(backupWords(*view.backupTrouble));
    if (!view.figures || !view.figures->drawer)
        return;
    m_title->setText(tr("Shift %1 is closed").arg(view.figures->number));
    m_verdict->setText(verdict(*view.figures->drawer));
    setTone(*m_verdict, verdictTone(*view.figures->drawer));
    m_figures->setFigures(*view.figures);
}

} // namespace evertill
