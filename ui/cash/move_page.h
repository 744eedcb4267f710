#pragma once

#include "ui/cash/amount_page.h"

namespace evertill {

class ReasonField;

/// Cash that goes in or out without a sale: how much, and why.
class MovePage final : public AmountPage {
    Q_OBJECT
public:
    explicit MovePage(Currency currency, QWidget *parent = nullptr);
    void clear() override;
    void render(const CashView &view) override;

Q_SIGNALS:
    void reasonTyped(const QString &reason);

private:
    ReasonField *m_reason;
};

} // namespace evertill
