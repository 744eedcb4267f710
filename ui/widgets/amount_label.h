#pragma once

#include "core/base/money.h"

#include <QLabel>

namespace evertill {

/// An amount, right-aligned in tabular figures and the locale's own form. Its text can be selected by no one
/// and read by everyone: it carries no accessible name of its own, so that readers hear what it shows.
class AmountLabel : public QLabel {
    Q_OBJECT
public:
    /// \a type is one of styleSheet()'s: "large", "title", "total", "huge".
    explicit AmountLabel(const char *type, QWidget *parent = nullptr);
    void setAmount(Money amount);
    [[nodiscard]] Money amount() const { return m_amount; }

private:
    Money m_amount;
};

} // namespace evertill
