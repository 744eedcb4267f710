#pragma once

#include "ui/theme/theme.h"
#include "ui/ticket/ticket_view.h"

#include <QFrame>

class QLabel;
class QListView;
class QPushButton;

namespace evertill {

class AmountLabel;
class BigButton;
class TicketCustomerBar;
class TicketGifts;
class TicketModel;
class TicketSavings;

/// The right side of Sell: the lines, what they add up to, and Pay.
class TicketPanel final : public QFrame {
    Q_OBJECT
public:
    explicit TicketPanel(const Theme &theme, QWidget *parent = nullptr);
    void render(const TicketView &view);

Q_SIGNALS:
    void lineSelected(int line);
    void increaseRequested();
    void decreaseRequested();
    void quantityRequested();
    void priceRequested();
    void removeRequested();
    void dropRequested();
    void customerRequested();
    void customerTakenOff();
    void couponTakenOff(const QString &code);
    void giftRequested(const QString &sku);
    void exemptionRequested();
    void exemptionTakenOff();
    void payRequested();

private:
    QWidget *makeHead();
    QWidget *makeLineKeys();
    QWidget *makeTotals();
    BigButton *lineKey(
        const QString &text, const QString &keyLabel, const QString &name, const QString &spoken);

    TicketModel *m_model;
    QListView *m_list;
    QLabel *m_title;
    QLabel *m_empty;
    BigButton *m_customer;
    BigButton *m_drop;
    TicketCustomerBar *m_whose;
    BigButton *m_increase = nullptr;
    BigButton *m_decrease = nullptr;
    BigButton *m_quantity = nullptr;
    BigButton *m_price = nullptr;
    BigButton *m_remove = nullptr;
    TicketGifts *m_gifts;
    BigButton *m_exempt = nullptr;
    BigButton *m_notExempt = nullptr;
    TicketSavings *m_savings;
    QLabel *m_taxLabel = nullptr;
    AmountLabel *m_tax = nullptr;
    AmountLabel *m_total = nullptr;
    BigButton *m_pay;
    bool m_rendering = false;
};

} // namespace evertill
