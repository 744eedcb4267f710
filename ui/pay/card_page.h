#pragma once

#include "ui/pay/pay_view.h"

#include <QWidget>

class QLineEdit;

namespace evertill {

class AmountLabel;
class BigButton;
class InlineNotice;

/// The card terminal is asked; what it answers is typed in: its approval code, or that it declined.
class CardPage final : public QWidget {
    Q_OBJECT
public:
    explicit CardPage(QWidget *parent = nullptr);
    void render(const PayView &view);
    void takeFocus();

Q_SIGNALS:
    void approved(const QString &approval);
    void declined();

private:
    AmountLabel *m_amount;
    QLineEdit *m_approval;
    InlineNotice *m_notice;
    BigButton *m_approve;
    BigButton *m_decline;
};

} // namespace evertill
