#pragma once

#include "ui/picking/pickups_view.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace evertill {

class BigButton;

/// Asks for the shopper's code, or for a look at a document in the shopper's name.
class HandOverPane final : public QFrame {
    Q_OBJECT
public:
    explicit HandOverPane(QWidget *parent = nullptr);
    void render(const PickupsView &view);

Q_SIGNALS:
    void codeTyped(const QString &code);
    void codeConfirmed();
    void nameConfirmed();

private:
    QLineEdit *m_code;
    BigButton *m_byCode;
    QLabel *m_question;
    BigButton *m_byName;
};

} // namespace evertill
