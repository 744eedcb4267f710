#include "sync/local/snapshot_download.h"
#include "tests/sync/local/snapshot_lines.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

HttpAnswer good()
{
    HttpAnswer answer;
    answer.status = 200;
    answer.api = "1";
    return answer;
}

} // namespace

class SnapshotDownloadTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPointerThatCanNotBeReplacedIsAStoreFailure();
    void aDiskWithoutRoomIsLeftAlone_data();
    void aDiskWithoutRoomIsLeftAlone();
    void aClosingTillDoesNotWaitForTheIndexes();

private:
    [[nodiscard]] static SnapshotHost roomy()
    {
        return {[] { return std::int64_t(1) << 40; }, [] { return false; }};
    }
};

void SnapshotDownloadTest::aPointerThatCanNotBeReplacedIsAStoreFailure()
{
    const QTemporaryDir folder;
    const QString pointer = folder.filePath(u"replica.current"_s);
    ReplicaWriter replica(folder.path());
    QFile::remove(pointer);
    QVERIFY(QDir().mkpath(pointer));
    SnapshotDownload failing(replica, roomy());
    QVERIFY(failing.feed(emptySnapshot()));
    const Outcome failed = failing.finish(good());
    QVERIFY(std::holds_alternative<StoreFailure>(failed));
    QVERIFY(std::get<StoreFailure>(failed).problem.contains(pointer));
    QCOMPARE(replica.cursor(), QByteArray());
    QVERIFY(QDir().rmdir(pointer));
    SnapshotDownload again(replica, roomy());
    QVERIFY(again.feed(emptySnapshot()));
    QVERIFY(std::holds_alternative<SnapshotTaken>(again.finish(good())));
    QCOMPARE(replica.cursor(), QByteArray("c9"));
}

void SnapshotDownloadTest::aDiskWithoutRoomIsLeftAlone_data()
{
    QTest::addColumn<int>("lookThatFails");
    QTest::newRow("before the first byte") << 1;
    QTest::newRow("while it comes in") << 2;
    QTest::newRow("before the indexes") << 3;
}

void SnapshotDownloadTest::aDiskWithoutRoomIsLeftAlone()
{
    QFETCH(int, lookThatFails);
    const QTemporaryDir folder;
    ReplicaWriter replica(folder.path());
    const QStringList before = QDir(folder.path()).entryList(QDir::Files);
    int looks = 0;
    SnapshotHost host = roomy();
    host.freeBytes = [&] {
        return ++looks < lookThatFails ? SnapshotDownload::kReserve * 2 : SnapshotDownload::kReserve - 1;
    };
    SnapshotDownload download(replica, host);
    const QByteArray snapshot = stockSnapshot(40'000); // some 5 MB: two looks while it comes in
    bool taken = true;
    for (qsizetype at = 0; taken && at < snapshot.size(); at += 1 << 20)
        taken = download
                    .feed(QByteArrayView(snapshot).sliced(at).first(
                        std::min<qsizetype>(1 << 20, snapshot.size() - at)))
                    .has_value();
    QCOMPARE(taken, lookThatFails == 3);
    const Outcome ended = download.finish(good());
    QVERIFY(std::holds_alternative<StoreFailure>(ended));
    QVERIFY(std::get<StoreFailure>(ended).problem.contains(u"no room"_s));
    QCOMPARE(looks, lookThatFails);
    QCOMPARE(replica.cursor(), QByteArray());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), before);
}

void SnapshotDownloadTest::aClosingTillDoesNotWaitForTheIndexes()
{
    const QTemporaryDir folder;
    ReplicaWriter replica(folder.path());
    const QStringList before = QDir(folder.path()).entryList(QDir::Files);
    bool isClosing = false;
    SnapshotHost host = roomy();
    host.isUnwanted = [&] { return isClosing; };
    SnapshotDownload download(replica, host);
    QVERIFY(download.feed(productSnapshot(20'000)));
    isClosing = true;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(std::holds_alternative<StoreFailure>(download.finish(good())));
    QVERIFY2(timer.elapsed() < 100, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), before);
    QCOMPARE(replica.cursor(), QByteArray());
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::SnapshotDownloadTest)
#include "tst_snapshot_download.moc"
