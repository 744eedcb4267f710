#pragma once

#include "ui/pay/pay_view.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace evertill {

class AmountLabel;
class BigButton;
class InlineNotice;

/// The card terminal is asked; what it answers is typed in: its approval code, that it declined, or that no
/// answer came. In doubt the page asks for what the terminal's slip says, and never to charge the card.
class CardPage final : public QWidget {
    Q_OBJECT
public:
    explicit CardPage(QWidget *parent = nullptr);
    void render(const PayView &view);
    void takeFocus();

Q_SIGNALS:
    void approved(const QString &approval);
    void declined();
    void answerMissed();

private:
    void connectControls();
    [[nodiscard]] QLayout *makeEntry();
    void renderWords(PayView::Asked asked);

    QLabel *m_title;
    QLabel *m_step;
    AmountLabel *m_amount;
    QLineEdit *m_approval;
    InlineNotice *m_notice;
    BigButton *m_approve;
    BigButton *m_decline;
    BigButton *m_noAnswer;
};

} // namespace evertill
