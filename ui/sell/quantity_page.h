#pragma once

#include "ui/sell/sell_view.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace evertill {

class BigButton;
class InlineNotice;

/// Asks for the weight of what is weighed, or for the quantity of a line.
class QuantityPage final : public QFrame {
    Q_OBJECT
public:
    explicit QuantityPage(QWidget *parent = nullptr);
    void render(const SellView &view);
    void takeFocus();

Q_SIGNALS:
    void entered(const QString &typed);
    void backRequested();

private:
    QLabel *m_title;
    QLabel *m_unit;
    QLineEdit *m_field;
    InlineNotice *m_notice;
    BigButton *m_take;
    SellView::Step m_step = SellView::Step::Scan;
};

} // namespace evertill
