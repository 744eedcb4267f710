#pragma once

#include "ui/sell/sell_presenter.h"
#include "ui/shell/room.h"
#include "ui/theme/theme.h"

class QStackedWidget;

namespace evertill {

class ApprovalPage;
class CounterPage;
class GiftCardLoadPage;
class EntryPage;
class PayPanel;
class PricePage;
class QuantityPage;
class ReceiptPrinter;
class TicketPanel;

/// F1: scan or pick, the ticket, and paying.
class SellRoom final : public Room {
    Q_OBJECT
public:
    [[nodiscard]] static RailEntry railEntry();
    /// \a services and \a printer outlive it.
    SellRoom(
        const TillServices &services, ReceiptPrinter &printer, const Theme &theme, QWidget *parent = nullptr);

    /// Brings back the open cart and fills the quick keys; once. It happens by itself after the room's first
    /// frame, so that a cashier sees the window before any file is read.
    void start();

    [[nodiscard]] bool takeScan(const QString &text) override;
    void refuseScan(const QString &text) override;
    [[nodiscard]] bool goBack() override;
    void entered() override;
    void dataChanged() override;
    /// \a thing: the id of a card payment whose ticket is to be opened again.
    void showThing(const QString &thing) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void connectCounter();
    void connectTicket();
    void render();
    void fillQuickKeys();
    void takeFocus();
    [[nodiscard]] QWidget *page() const;

    SellPresenter m_presenter;
    QStackedWidget *m_left;
    CounterPage *m_counter;
    QuantityPage *m_quantity;
    PricePage *m_price;
    EntryPage *m_customer;
    EntryPage *m_certificate;
    ApprovalPage *m_approval;
    GiftCardLoadPage *m_giftCard;
    PayPanel *m_pay;
    TicketPanel *m_ticket;
    bool m_painted = false;
    bool m_started = false;
};

} // namespace evertill
