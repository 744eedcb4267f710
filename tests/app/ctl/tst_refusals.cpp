#include "app/ctl/command/command.h"
#include "tests/app/ctl/run_ctl.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class RefusalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysThatOutputIsLost();
    void namesADamagedLedger_data();
    void namesADamagedLedger();
    void aMissingCatalogueLeavesNoFolder();
    void theOmssOwnWordStandsBesideOurs();
};

void RefusalsTest::saysThatOutputIsLost()
{
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(EVERTILLCTL), {u"barcode"_s, u"96385074"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 70);
    QVERIFY(process.readAllStandardError().contains("standard output"));
}

void RefusalsTest::namesADamagedLedger_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("error");
    QTest::newRow("an empty file") << QByteArray() << u"BadInput"_s;
    QTest::newRow("noise") << QByteArray(8192, 'x') << u"DamagedFile"_s;
}

void RefusalsTest::namesADamagedLedger()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir data;
    QFile ledger(data.filePath(u"ledger.db"_s));
    QVERIFY(ledger.open(QIODevice::WriteOnly) && ledger.write(content) == content.size());
    ledger.close();
    const auto run = test::runCtl(QStringLiteral(EVERTILLCTL), {u"status"_s, u"--data"_s, data.path()});
    QCOMPARE(run.exitCode, 1);
    QTEST(run.refused().value(u"error"_s).toString(), "error");
    QVERIFY(run.err.contains("ledger.db"));
}

void RefusalsTest::aMissingCatalogueLeavesNoFolder()
{
    const QTemporaryDir folder;
    const QString data = folder.filePath(u"till"_s);
    const auto run = test::runCtl(QStringLiteral(EVERTILLCTL),
        {u"import-catalog"_s, folder.filePath(u"none.tsv"_s), u"--data"_s, data});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(!QFile::exists(data));
}

void RefusalsTest::theOmssOwnWordStandsBesideOurs()
{
    const QJsonObject said = asObject({Code::NotEnrolled, {{u"error"_s, u"code_used"_s}}});
    QCOMPARE(said[u"error"_s].toString(), u"NotEnrolled"_s);
    QCOMPARE(said[u"reason"_s].toString(), u"code_used"_s);
}

QTEST_GUILESS_MAIN(RefusalsTest)
#include "tst_refusals.moc"
