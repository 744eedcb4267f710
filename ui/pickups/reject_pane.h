#pragma once

#include "ui/picking/pickups_view.h"

#include <QFrame>

class QLabel;

namespace evertill {

class BigButton;
class ReasonField;

/// Asks why an item, or a whole order, can't be supplied.
class RejectPane final : public QFrame {
    Q_OBJECT
public:
    explicit RejectPane(QWidget *parent = nullptr);
    void render(const PickupsView &view);

Q_SIGNALS:
    void reasonTyped(const QString &reason);
    void confirmed();

private:
    QLabel *m_question;
    ReasonField *m_reason;
    BigButton *m_confirm;
};

} // namespace evertill
