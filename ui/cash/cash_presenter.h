#pragma once

#include "ui/cash/cash_view.h"
#include "ui/shell/till_services.h"

#include <QObject>

namespace evertill {

/// What happens in the room Cash. GUI thread.
class CashPresenter final : public QObject {
    Q_OBJECT
public:
    /// \a services outlives it.
    explicit CashPresenter(const TillServices &services, QObject *parent = nullptr);
    [[nodiscard]] const CashView &view() const { return m_view; }

public Q_SLOTS:
    /// Looks up again how the shift stands.
    void refresh();
    /// What the field says: the float, the amount that moves, or the counted drawer. Nothing while it says
    /// none.
    void typeAmount(std::optional<evertill::Money> amount);
    void typeReason(const QString &reason);
    /// Why the newest closing has no backup; nothing where all is well.
    void showBackup(const std::optional<evertill::Refusal> &trouble);
    /// A scan that nobody knew: said inline.
    void refuseScan(const QString &text);
    void beginMove(evertill::CashMoveKind kind);
    void beginCount();
    /// Does what the step is for: opens the shift, moves the cash, closes the shift; after the close, makes
    /// room for the next shift.
    void confirm();
    /// One step back; false where there is none.
    bool goBack();

Q_SIGNALS:
    void viewChanged();
    /// The shift is closed and durable: its report may be printed.
    void shiftClosed(const evertill::ShiftReport &report);
    void ledgerGrew();

private:
    void show(CashView next);
    void enter(CashView::Step step);
    void openShift(Money floatAmount);
    void moveCash(Money amount);
    void closeShift(Money counted);
    [[nodiscard]] std::optional<ShiftFigures> figuresSoFar() const;
    /// Runs \a work on the ledger thread, busy meanwhile; a refusal is shown, a success goes to \a then.
    template <typename Work, typename Then> void run(Work work, Then then);

    const TillServices &m_services;
    CashView m_view;
    std::optional<Money> m_amount;
};

} // namespace evertill
