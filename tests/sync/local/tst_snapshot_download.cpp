#include "sync/local/snapshot_download.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

QByteArray emptySnapshot()
{
    return "{\"end\":true,\"count\":0,\"sha256\":\""
        + QCryptographicHash::hash({}, QCryptographicHash::Sha256).toHex()
        + "\",\"cursor\":\"c9\",\"included\":{\"epoch\":1,\"seq\":4}}\n";
}

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
};

void SnapshotDownloadTest::aPointerThatCanNotBeReplacedIsAStoreFailure()
{
    const QTemporaryDir folder;
    const QString pointer = folder.filePath(u"replica.current"_s);
    ReplicaWriter replica(folder.path());
    QFile::remove(pointer);
    QVERIFY(QDir().mkpath(pointer));
    SnapshotDownload failing(replica);
    QVERIFY(failing.feed(emptySnapshot()));
    const Outcome failed = failing.finish(good());
    QVERIFY(std::holds_alternative<StoreFailure>(failed));
    QVERIFY(std::get<StoreFailure>(failed).problem.contains(pointer));
    QCOMPARE(replica.cursor(), QByteArray());
    QVERIFY(QDir().rmdir(pointer));
    SnapshotDownload again(replica);
    QVERIFY(again.feed(emptySnapshot()));
    QVERIFY(std::holds_alternative<SnapshotTaken>(again.finish(good())));
    QCOMPARE(replica.cursor(), QByteArray("c9"));
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::SnapshotDownloadTest)
#include "tst_snapshot_download.moc"
