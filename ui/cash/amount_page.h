#pragma once

#include "core/base/money.h"
#include "ui/cash/cash_view.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace evertill {

class AmountField;
class BigButton;
class InlineNotice;

/// One amount, asked for: a field, a pad for fingers, and the one button that goes on.
class AmountPage : public QWidget {
    Q_OBJECT
public:
    struct Words {
        QString title;
        QString hint;
        QString field; ///< the field's accessible name: "Float"
        QString confirm; ///< on the button: "Open shift"
    };
    AmountPage(const Words &words, Currency currency, QWidget *parent = nullptr);

    /// The page was opened anew: nothing is typed yet.
    virtual void clear();
    virtual void render(const CashView &view);

Q_SIGNALS:
    void typed(std::optional<evertill::Money> amount);
    void confirmed();

protected:
    /// Puts \a part beside the pad's column.
    void addBeside(QWidget *part);
    void setWords(const Words &words);

private:
    [[nodiscard]] QWidget *makeEntry(Currency currency);

    QLabel *m_title;
    QLabel *m_hint;
    AmountField *m_field;
    BigButton *m_confirm;
    InlineNotice *m_notice;
    QVBoxLayout *m_beside;
};

} // namespace evertill
