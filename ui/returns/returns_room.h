#pragma once

#include "ui/returns/returns_presenter.h"
#include "ui/shell/room.h"

class QStackedWidget;

namespace evertill {

class ChoosePage;
class FindPage;
class ReceiptPrinter;
class ReturnDonePage;

/// F3: goods that come back.
class ReturnsRoom final : public Room {
    Q_OBJECT
public:
    [[nodiscard]] static RailEntry railEntry();
    /// Both outlive it.
    ReturnsRoom(const TillServices &services, ReceiptPrinter &printer, QWidget *parent = nullptr);

    [[nodiscard]] bool takeScan(const QString &text) override;
    void refuseScan(const QString &text) override;
    [[nodiscard]] bool goBack() override;
    void entered() override;
    void dataChanged() override;

private:
    void render();
    void takeFocus();

    ReturnsPresenter m_presenter;
    QStackedWidget *m_pages;
    FindPage *m_find;
    ChoosePage *m_choose;
    ReturnDonePage *m_done;
};

} // namespace evertill
