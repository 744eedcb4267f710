#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/journal/ledger.h"
#include "core/journal/ledger_files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// Files that can't be a till's ledger.
class LedgerFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aTornFileIsRefusedAsDamaged();
    void aFileWhoseLogHoldsPartOfItTakesNoLedgersPlace();

private:
    [[nodiscard]] auto open() { return Ledger::open(m_folder->path(), m_clock, m_random); }

    ManualClock m_clock{Instant{1'795'262'400'000'000}, 60};
    SeededRandom m_random{7};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void LedgerFilesTest::aTornFileIsRefusedAsDamaged()
{
    QVERIFY(open());
    for (const bool hasKey : {true, false}) {
        QFile file(m_folder->filePath(u"ledger.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) == 8192);
        file.close();
        if (!hasKey)
            QVERIFY(QFile::remove(m_folder->filePath(u"seal.key"_s)));
        const auto refused = open();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::DamagedFile);
    }
}

void LedgerFilesTest::aFileWhoseLogHoldsPartOfItTakesNoLedgersPlace()
{
    const Head head = open().value()->head();
    const LedgerFiles files(m_folder->path());
    const QString part = files.freshPart();
    Database unfinished(part, Database::Kind::Ledger);
    unfinished.exec("CREATE TABLE other(n)");
    const auto refused = files.replaceByPart();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::DiskFull);
    QCOMPARE(open().value()->head(), head);
}

QTEST_GUILESS_MAIN(LedgerFilesTest)
#include "tst_ledger_files.moc"
