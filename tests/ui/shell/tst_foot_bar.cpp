#include "ui/shell/foot_bar.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// Half past two in the afternoon, in UTC.
class AfternoonClock final : public Clock {
public:
    Instant now() const override { return {1'763'735'400'000'000}; }
    int utcOffsetMinutes(Instant) const override { return 0; }
};

ConnectionStatus status(ConnectionStatus::State state, ConnectionStatus::Trouble trouble = {})
{
    ConnectionStatus status;
    status.state = state;
    status.trouble = trouble;
    status.since = AfternoonClock().now();
    return status;
}

} // namespace

/// What the bar at the foot says of the connection, in the cashier's words.
class FootBarTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowTheConnectionStands();
    void eachTroubleHasWordsOfItsOwn();
    void aClockThatIsOffIsSaid();
};

void FootBarTest::saysHowTheConnectionStands()
{
    const AfternoonClock clock;
    QCOMPARE(connectionText(status(ConnectionStatus::Online), clock), u"Online · all sent"_s);
    ConnectionStatus offline = status(ConnectionStatus::Offline);
    offline.unsent = 12;
    const QString said = connectionText(offline, clock);
    QVERIFY2(said.startsWith(u"Offline since "_s) && said.endsWith(u" · 12 to send"_s), qPrintable(said));
    QCOMPARE(connectionText(status(ConnectionStatus::Bare), clock), u"On its own, no head office"_s);
}

void FootBarTest::eachTroubleHasWordsOfItsOwn()
{
    const AfternoonClock clock;
    QSet<QString> said;
    for (int trouble = ConnectionStatus::Denied; trouble <= ConnectionStatus::Disk; ++trouble) {
        const QString text =
            connectionText(status(ConnectionStatus::Refused, ConnectionStatus::Trouble(trouble)), clock);
        QVERIFY2(text.contains(u"call support"_s), qPrintable(text));
        QVERIFY2(text.endsWith(u" · all sent"_s), qPrintable(text));
        said.insert(text);
    }
    QCOMPARE(said.size(), qsizetype(ConnectionStatus::Disk));
}

void FootBarTest::aClockThatIsOffIsSaid()
{
    const AfternoonClock clock;
    ConnectionStatus late = status(ConnectionStatus::Online);
    late.clockAhead = 5min;
    QCOMPARE(connectionText(late, clock), u"Online · all sent · This clock is 5 min behind"_s);
    late.clockAhead = -3min;
    QCOMPARE(connectionText(late, clock), u"Online · all sent · This clock is 3 min ahead"_s);
}

} // namespace evertill

QTEST_MAIN(evertill::FootBarTest)
#include "tst_foot_bar.moc"
