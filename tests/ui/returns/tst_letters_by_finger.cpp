#include "tests/ui/returns/sold.h"
#include "ui/returns/returns_room.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/letter_keyboard.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// A return from its receipt's number to the money by nothing but a finger, in the real window at the
/// smallest screen.
class ReturnByFingerTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aReceiptIsFoundAndAReasonWritten();
};

void ReturnByFingerTest::aReceiptIsFoundAndAReasonWritten()
{
    Sold sold;
    MainWindow window(sold.clock, sold.config);
    window.addRoom(
        ReturnsRoom::railEntry(), [&]() -> Room * { return new ReturnsRoom(sold.services, sold.printer); });
    open(window);
    window.resize(1024, 768);
    const auto touch = [&](const QString &field) {
        auto *line = part<QLineEdit>(window, field);
        QTest::mouseClick(line, Qt::LeftButton);
        const auto *keys = part<LetterKeyboard>(window, u"letterKeyboard"_s);
        const QRect place(line->mapTo(&window, QPoint()), line->size());
        const QRect hidden(keys->mapTo(&window, QPoint()), keys->size());
        QVERIFY(!hidden.intersects(place));
    };
    touch(u"receiptNumber"_s);
    write(window, sold.sale.receipt.text());
    press(window, u"keyEnter"_s);
    QVERIFY(isSeen(window, u"receiptTitle"_s));
    press(window, u"everything"_s);
    touch(u"reason"_s);
    write(window, u"Torn"_s);
    press(window, u"keyHide"_s);
    press(window, u"refund"_s);
    QCOMPARE(sold.lastReturn().lines.front().reason, u"Torn"_s);
    QCOMPARE(sold.lastReturn().lines.size(), std::size_t(2));
}

} // namespace evertill

QTEST_MAIN(evertill::ReturnByFingerTest)
#include "tst_letters_by_finger.moc"
