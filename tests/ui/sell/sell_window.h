#pragma once

#include "tests/ui/counter/counter.h"
#include "ui/sell/sell_room.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/amount_field.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"

#include <QListView>
#include <QTest>

namespace evertill {

/// The room Sell in the real window of a till with an open shift, and a scanner and a finger to work it.
class SellWindow {
public:
    SellWindow();

    /// As after the till was stopped and started again on the same files.
    void restart();
    /// A till of another day, whose shift is not open yet.
    void beginWithoutShift();
    /// As a scanner types it, into whatever has the focus.
    void scan(const QString &code);
    void press(const QString &button) { QTest::mouseClick(part<BigButton>(*window, button), Qt::LeftButton); }
    void giveCash(const QString &given);
    void approve(const QString &code);
    [[nodiscard]] int lines() const;
    [[nodiscard]] Money amount(const QString &name) const
    {
        return part<AmountLabel>(*window, name)->amount();
    }
    [[nodiscard]] int sales() { return counter->events("sale.completed"); }

    std::unique_ptr<Counter> counter;
    std::unique_ptr<MainWindow> window;
    SellRoom *room = nullptr; ///< the window's
    Counter::Goods milk;
    Counter::Goods bread;

private:
    void stock();
    void key(int which, const QString &text);

    quint64 m_nowMs = 100'000;
};

} // namespace evertill
