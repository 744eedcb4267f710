#pragma once

#include "core/base/result.h"
#include "ui/tenders/voucher_ask.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace evertill {

class AmountField;
class AmountLabel;
class BigButton;
class InlineNotice;
class NumberPad;

/// Which voucher pays, and what is on it. Says what is forfeited before it is taken.
class VoucherPage final : public QWidget {
    Q_OBJECT
public:
    explicit VoucherPage(Currency currency, QWidget *parent = nullptr);
    void render(const VoucherAsk &ask, const std::optional<Refusal> &refusal);
    void takeFocus();

Q_SIGNALS:
    void typed(const QString &number, std::optional<evertill::Money> face);
    void taken();
    void backRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QLayout *makeEntry();
    void goOn();

    AmountLabel *m_due;
    QLabel *m_forfeited;
    InlineNotice *m_notice;
    QLineEdit *m_number;
    AmountField *m_face;
    NumberPad *m_pad;
    BigButton *m_take;
    BigButton *m_back;
    Currency m_currency;
};

} // namespace evertill
