#pragma once

#include "ui/cash/cash_presenter.h"
#include "ui/shell/room.h"

class QStackedWidget;

namespace evertill {

class AmountPage;
class ClosedPage;
class MovePage;
class ReceiptPrinter;
class ShiftPage;

/// F6: the drawer and its shift.
class CashRoom final : public Room {
    Q_OBJECT
public:
    [[nodiscard]] static RailEntry railEntry();
    /// Both outlive it.
    CashRoom(const TillServices &services, ReceiptPrinter &printer, QWidget *parent = nullptr);

    /// Never: no scan means anything to a drawer.
    [[nodiscard]] bool takeScan(const QString &text) override;
    void refuseScan(const QString &text) override;
    [[nodiscard]] bool goBack() override;
    void entered() override;
    void dataChanged() override;
    /// Why the newest closing has no backup, said beside the closed shift; nothing where all is well.
    void showBackup(const std::optional<Refusal> &trouble) { m_presenter.showBackup(trouble); }

private:
    void connectPages();
    void render();
    void takeFocus();
    /// The page that is open.
    [[nodiscard]] QWidget *page() const;

    CashPresenter m_presenter;
    QStackedWidget *m_pages;
    AmountPage *m_open;
    ShiftPage *m_shift;
    MovePage *m_move;
    AmountPage *m_count;
    ClosedPage *m_closed;
};

} // namespace evertill
