#pragma once

#include "ui/returns/returns_view.h"

#include <QWidget>

class QLineEdit;

namespace evertill {

class BigButton;
class InlineNotice;

/// Which receipt? Scanned or typed.
class FindPage final : public QWidget {
    Q_OBJECT
public:
    explicit FindPage(QWidget *parent = nullptr);
    void render(const ReturnsView &view);

Q_SIGNALS:
    void numberTyped(const QString &number);
    void confirmed();

private:
    QLineEdit *m_number;
    BigButton *m_find;
    InlineNotice *m_notice;
};

} // namespace evertill
