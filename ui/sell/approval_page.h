#pragma once

#include "ui/sell/sell_view.h"

#include <QFrame>

class QLabel;

namespace evertill {

class BigButton;
class InlineNotice;
class ReasonField;

/// Says why goods may not go out as they are, and asks for a reason to sell them all the same.
class ApprovalPage final : public QFrame {
    Q_OBJECT
public:
    explicit ApprovalPage(QWidget *parent = nullptr);
    void render(const SellView &view, bool isBusy);
    void takeFocus();

Q_SIGNALS:
    void approved(const QString &reason);
    void backRequested();

private:
    QLabel *m_title;
    InlineNotice *m_notice;
    ReasonField *m_reason;
    BigButton *m_approve;
    bool m_asks = false;
    bool m_isBusy = false;
};

} // namespace evertill
