#include "ui/shell/rail_button.h"
#include "ui/theme/style_sheet.h"
#include "ui/widgets/badge.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace evertill {

class RailTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBadgesNumberCanBeRead_data();
    void theBadgesNumberCanBeRead();
};

namespace {

/// WCAG 2.2, relative luminance.
double luminance(const QColor &colour)
{
    const auto part = [](float value) {
        return value <= 0.04045F ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

/// The ink is what differs most from the ground.
double contrastIn(const QImage &image)
{
    double darkest = 1;
    double lightest = 0;
    for (int y = 4; y < image.height() - 4; ++y) {
        for (int x = 4; x < image.width() - 4; ++x) {
            const double here = luminance(image.pixelColor(x, y));
            darkest = std::min(darkest, here);
            lightest = std::max(lightest, here);
        }
    }
    return (lightest + 0.05) / (darkest + 0.05);
}

} // namespace

void RailTest::theBadgesNumberCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void RailTest::theBadgesNumberCanBeRead()
{
    QFETCH(bool, dark);
    applyTheme(
        *static_cast<QApplication *>(QCoreApplication::instance()), dark ? Theme::dark() : Theme::light());
    QWidget rail;
    rail.setObjectName(u"rail"_s);
    auto *column = new QHBoxLayout(&rail);
    auto *button = new RailButton(u"Pickups"_s, u"F2"_s, u"pickups"_s, &rail);
    column->addWidget(button);
    button->setBadge(8);
    rail.show();
    QVERIFY(QTest::qWaitForWindowExposed(&rail));
    const auto *badge = button->findChild<Badge *>();
    QVERIFY(badge->isVisible());
    const double contrast =
        contrastIn(rail.grab(QRect(badge->mapTo(&rail, QPoint()), badge->size())).toImage());
    QVERIFY2(contrast >= 4.5, qPrintable(QString::number(contrast)));
}

} // namespace evertill

QTEST_MAIN(evertill::RailTest)
#include "tst_rail.moc"
