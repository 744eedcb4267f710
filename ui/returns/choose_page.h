#pragma once

#include "ui/returns/returns_view.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace evertill {

class AmountLabel;
class BigButton;
class InlineNotice;
class ReasonField;
class ReturnLineRow;
class ReturnsPresenter;

/// What comes back of the receipt, why, in which condition, and where its money goes.
/// Up and Down choose a line, + and − count it, Ctrl+D says that it is damaged; digits go to its quantity.
class ChoosePage final : public QWidget {
    Q_OBJECT
public:
    /// Both outlive it.
    ChoosePage(ReturnsPresenter &presenter, const Clock &clock, QWidget *parent = nullptr);
    void render(const ReturnsView &view);
    /// The first line's quantity has the focus.
    void begin();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeLines();
    [[nodiscard]] QWidget *makeReason();
    [[nodiscard]] QWidget *makeRefund();
    [[nodiscard]] ReturnLineRow *addRow();
    void renderHead(const ReturnsView &view);
    void renderLines(const ReturnsView &view);
    void renderRefund(const ReturnsView &view);
    void moveTo(std::size_t line);
    [[nodiscard]] bool takeKey(const QKeyEvent &event, std::size_t line);

    ReturnsPresenter &m_presenter;
    const Clock &m_clock;
    QLabel *m_title;
    QLabel *m_paid;
    BigButton *m_all;
    InlineNotice *m_notice;
    QScrollArea *m_scroll;
    QWidget *m_page = nullptr;
    QVBoxLayout *m_column = nullptr;
    std::vector<ReturnLineRow *> m_rows;
    QLabel *m_reasonFor;
    ReasonField *m_reason;
    BigButton *m_asPaid = nullptr;
    BigButton *m_cash = nullptr;
    BigButton *m_card = nullptr;
    BigButton *m_toGiftCard = nullptr;
    QLineEdit *m_giftCard = nullptr;
    QLineEdit *m_approval = nullptr;
    QLabel *m_parts = nullptr;
    AmountLabel *m_amount = nullptr;
    BigButton *m_refund = nullptr;
};

} // namespace evertill
