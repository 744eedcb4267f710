#pragma once

#include "core/base/currency.h"
#include "core/base/result.h"

#include <QFrame>

#include <optional>

class QLineEdit;

namespace evertill {

class BigButton;
class InlineNotice;

/// Whose card it is that no scanner reads: the digits of its number by finger or key.
class CustomerPage final : public QFrame {
    Q_OBJECT
public:
    explicit CustomerPage(QWidget *parent = nullptr);
    /// With what was refused last, if anything.
    void render(const std::optional<Refusal> &refusal, Currency currency);
    void takeFocus();

Q_SIGNALS:
    void entered(const QString &number);
    void backRequested();

private:
    void enter();

    InlineNotice *m_notice;
    QLineEdit *m_number;
    BigButton *m_take;
};

} // namespace evertill
