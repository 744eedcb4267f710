#pragma once

#include "ui/returns/returns_view.h"

#include <QWidget>

class QLabel;

namespace evertill {

class AmountLabel;
class BigButton;
class InlineNotice;

/// The return is booked: what to give back, in figures readable from two metres.
class ReturnDonePage final : public QWidget {
    Q_OBJECT
public:
    explicit ReturnDonePage(QWidget *parent = nullptr);
    void render(const ReturnsView &view);

Q_SIGNALS:
    void confirmed();

private:
    QLabel *m_words;
    AmountLabel *m_amount;
    QLabel *m_card;
    QLabel *m_receipt;
    InlineNotice *m_notice;
    BigButton *m_done;
};

} // namespace evertill
