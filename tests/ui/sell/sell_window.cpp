#include "tests/ui/sell/sell_window.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace evertill {

SellWindow::SellWindow() : counter(std::make_unique<Counter>())
{
    stock();
    counter->openShift();
    restart();
}

void SellWindow::beginWithoutShift()
{
    window.reset();
    counter = std::make_unique<Counter>();
    stock();
    restart();
}

void SellWindow::stock()
{
    milk = counter->stock({u"E1"_s, u"Milk 1 l"_s, u"4006381333931"_s, 149});
    bread = counter->stock({u"E2"_s, u"Bread 500 g"_s, u"96385074"_s, 281});
}

void SellWindow::restart()
{
    window.reset(); // one listens to the keyboard at a time
    window = std::make_unique<MainWindow>(counter->clock, counter->config);
    room = new SellRoom(counter->services, counter->printer, Theme::light());
    window->addRoom(SellRoom::railEntry(), [this] { return room; });
    open(*window);
    room->start();
}

void SellWindow::key(int which, const QString &text)
{
    constexpr quint64 kGapMs = 6;
    QWidget *focus = QApplication::focusWidget();
    if (!focus)
        qFatal("nothing has the focus");
    QKeyEvent event(QEvent::KeyPress, which, Qt::NoModifier, text);
    m_nowMs += kGapMs;
    event.setTimestamp(m_nowMs);
    QCoreApplication::sendEvent(focus, &event);
}

void SellWindow::scan(const QString &code)
{
    m_nowMs += 1000;
    for (const QChar character : code)
        key(character.toUpper().unicode(), QString(character));
    key(Qt::Key_Return, u"\r"_s);
}

void SellWindow::giveCash(const QString &given)
{
    part<AmountField>(*window, u"cashAmount"_s)->setText(given);
    press(u"payCash"_s);
}

void SellWindow::approve(const QString &code)
{
    part<QLineEdit>(*window, u"approvalCode"_s)->setText(code);
    press(u"approveCard"_s);
}

int SellWindow::lines() const { return part<QListView>(*window, u"ticketLines"_s)->model()->rowCount(); }

} // namespace evertill
