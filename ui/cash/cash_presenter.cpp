#include "ui/cash/cash_presenter.h"

#include "core/cards/unsettled_cards.h"
#include "core/cash/close_shift.h"
#include "core/cash/move_cash.h"
#include "core/cash/open_shift.h"
#include "core/cash/shift_report.h"
#include "core/till/current_shift.h"

namespace evertill {

CashPresenter::CashPresenter(const TillServices &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    m_view.currency = services.config.currency;
    refresh();
}

void CashPresenter::show(CashView next)
{
    next.canConfirm = !next.busy
        && (next.step == CashView::Step::Closed
            || (m_amount && (next.step != CashView::Step::Move || !next.reason.trimmed().isEmpty())));
    if (next == m_view)
        return;
    m_view = std::move(next);
    Q_EMIT viewChanged();
}

std::optional<ShiftFigures> CashPresenter::figuresSoFar() const
{
    const std::optional<CurrentShift> shift = currentShift(m_services.ledgerReader);
    if (!shift)
        return {};
    const Instant now = m_services.clock.now();
    const auto report =
        shiftReport(m_services.ledgerReader, shift->id, now, m_services.clock.utcOffsetMinutes(now));
    return report ? std::optional(ShiftFigures::of(*report)) : std::nullopt;
}

void CashPresenter::refresh()
{
    if (m_view.busy || m_view.step == CashView::Step::Closed)
        return;
    CashView next = m_view;
    const std::optional<ShiftFigures> figures = figuresSoFar();
    if (!figures)
        next.step = CashView::Step::Shut;
    else if (next.step == CashView::Step::Shut)
        next.step = CashView::Step::Open;
    next.figures = next.step == CashView::Step::Open ? figures : std::nullopt;
    if (next.refusal && next.refusal->code == Code::PaymentOpen && noUnsettledCard(m_services.ledgerReader))
        next.refusal.reset();
    show(std::move(next));
}

void CashPresenter::showBackup(const std::optional<Refusal> &trouble)
{
    CashView next = m_view;
    next.backupTrouble = trouble;
    show(std::move(next));
}

void CashPresenter::enter(CashView::Step step)
{
    m_amount.reset();
    CashView next = m_view;
    next.step = step;
    next.reason.clear();
    next.booked.reset();
    next.refusal.reset();
    next.busy = false;
    next.figures = step == CashView::Step::Open ? figuresSoFar() : std::nullopt;
    show(std::move(next));
}

void CashPresenter::typeAmount(std::optional<Money> amount)
{
    m_amount = amount;
    CashView next = m_view;
    next.refusal.reset();
    show(std::move(next));
}

void CashPresenter::typeReason(const QString &reason)
{
    CashView next = m_view;
    next.reason = reason;
    show(std::move(next));
}

void CashPresenter::refuseScan(const QString &text)
{
    CashView next = m_view;
    next.booked.reset();
    next.refusal = Refusal{Code::UnknownBarcode, {{QStringLiteral("code"), text}}};
    show(std::move(next));
}

void CashPresenter::beginMove(CashMoveKind kind)
{
    if (m_view.step != CashView::Step::Open || m_view.busy)
        return;
    m_view.move = kind;
    enter(CashView::Step::Move);
}

void CashPresenter::beginCount()
{
    if (m_view.step != CashView::Step::Open || m_view.busy)
        return;
    // Said before the drawer is counted: the close itself would refuse it after all that work.
    const auto settled = noUnsettledCard(m_services.ledgerReader);
    if (settled)
        return enter(CashView::Step::Count);
    CashView next = m_view;
    next.booked.reset();
    next.refusal = settled.error();
    show(std::move(next));
}

bool CashPresenter::goBack()
{
    if (m_view.busy)
        return false;
    switch (m_view.step) {
    case CashView::Step::Shut:
    case CashView::Step::Open:
        return false;
    case CashView::Step::Move:
    case CashView::Step::Count:
        enter(CashView::Step::Open);
        return true;
    case CashView::Step::Closed:
        enter(CashView::Step::Shut);
        return true;
    }
    return false;
}

void CashPresenter::confirm()
{
    if (!m_view.canConfirm)
        return;
    switch (m_view.step) {
    case CashView::Step::Shut:
        openShift(*m_amount);
        return;
    case CashView::Step::Open:
        return;
    case CashView::Step::Move:
        moveCash(*m_amount);
        return;
    case CashView::Step::Count:
        closeShift(*m_amount);
        return;
    case CashView::Step::Closed:
        enter(CashView::Step::Shut);
        return;
    }
}

template <typename Work, typename Then> void CashPresenter::run(Work work, Then then)
{
    CashView next = m_view;
    next.busy = true;
    next.refusal.reset();
    show(std::move(next));
    m_services.ask(this, std::move(work), [this, then = std::move(then)](auto answer) {
        CashView settled = m_view;
        settled.busy = false;
        if (!answer)
            settled.refusal = answer.error();
        show(std::move(settled));
        if (!answer)
            return;
        then(*answer);
        Q_EMIT ledgerGrew();
    });
}

void CashPresenter::openShift(Money floatAmount)
{
    const TillServices &services = m_services;
    run([&services, floatAmount] { return OpenShift(services.ledger, services.config).run(floatAmount); },
        [this](const Shift &) { enter(CashView::Step::Open); });
}

void CashPresenter::moveCash(Money amount)
{
    const TillServices &services = m_services;
    const auto work = [&services, kind = m_view.move, amount, reason = m_view.reason.trimmed()] {
        return MoveCash(services.ledger).run(kind, amount, reason);
    };
    run(work, [this](const CashMove &move) {
        enter(CashView::Step::Open);
        CashView next = m_view;
        next.booked = CashView::Booked{move.kind, move.amount};
        show(std::move(next));
    });
}

void CashPresenter::closeShift(Money counted)
{
    const TillServices &services = m_services;
    run([&services, counted] { return CloseShift(services.ledger).run(counted); },
        [this](const ShiftReport &report) {
            enter(CashView::Step::Closed);
            CashView next = m_view;
            next.figures = ShiftFigures::of(report);
            show(std::move(next));
            Q_EMIT shiftClosed(report);
        });
}

} // namespace evertill
