#pragma once

#include "ui/pay/pay_view.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace evertill {

class AmountLabel;
class BigButton;
class InlineNotice;

/// Which gift card pays: scanned, or its number typed. Says while the head office is being asked, and what
/// the shop lends the card where nobody can ask.
class GiftCardPage final : public QWidget {
    Q_OBJECT
public:
    explicit GiftCardPage(QWidget *parent = nullptr);
    void render(const PayView &view);
    void takeFocus();

Q_SIGNALS:
    void numberTyped(const QString &number);
    void offlineTaken();
    void backRequested();

private:
    [[nodiscard]] QLayout *makeEntry();
    void pay();

    AmountLabel *m_amount;
    QLabel *m_step;
    InlineNotice *m_notice;
    QLineEdit *m_number;
    BigButton *m_pay;
    BigButton *m_offline;
    BigButton *m_back;
    std::optional<PayView::GiftCardAsk> m_shown;
};

} // namespace evertill
