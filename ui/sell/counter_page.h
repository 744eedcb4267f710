#pragma once

#include "ui/sell/sell_view.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QListView;
class QStackedWidget;

namespace evertill {

class BigButton;
class InlineNotice;
class QuickKeys;
class ResultModel;
class ScanField;

/// The left side of Sell between two items: the scan and search field over the quick keys, or over what a
/// search found.
class CounterPage final : public QWidget {
    Q_OBJECT
public:
    explicit CounterPage(const Theme &theme, QWidget *parent = nullptr);

    /// What is typed and \a isCoupon goes the way of a code.
    void recogniseCoupons(std::function<bool(const QString &)> isCoupon) { m_isCoupon = std::move(isCoupon); }
    void render(const SellView &view);
    void showResults(const QString &text, std::vector<Product> products);
    [[nodiscard]] QuickKeys *quickKeys() const { return m_quickKeys; }
    [[nodiscard]] ScanField *field() const { return m_field; }
    /// Empties the field. False where it was empty.
    bool clearSearch();

Q_SIGNALS:
    /// What is typed has stood still for a moment.
    void searchRequested(const QString &text);
    /// Return was pressed on a code.
    void codeEntered(const QString &code);
    void picked(const evertill::Product &product);
    void openShiftRequested();
    void dropConfirmed();
    void lineMoveRequested(int rows);
    /// Money without goods is to be seen.
    void paymentRequested();

private:
    void enter();
    void move(int rows);
    void pickRow(int row);
    void say(const SellView &view);

    ScanField *m_field;
    BigButton *m_clear;
    InlineNotice *m_notice;
    QStackedWidget *m_stack;
    QuickKeys *m_quickKeys;
    QListView *m_results;
    ResultModel *m_found;
    QLabel *m_nothing;
    QTimer m_stillness;
    QString m_searched; ///< what the results are for
    SellView m_said; ///< what the notice says is of this
    std::function<bool(const QString &)> m_isCoupon;
};

} // namespace evertill
