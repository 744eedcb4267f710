#include "core/backup/ledger_copy.h"
#include "core/journal/epoch.h"
#include "core/sale/cart_store.h"
#include "tests/core/shop/shop_day.h"

#include <QDir>
#include <QTest>
#include <atomic>
#include <thread>

using namespace evertill;
using namespace Qt::StringLiterals;

class LedgerCopyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCopyHoldsEverythingUpToOneMoment();
    void aCopyIsMadeBesideATillThatSells();
    void aCopyLeavesTheOpenCartBehind();
    void aCopyOfACopyIsOne();
    void whatIsThereAlreadyIsKept();
    void somebodysPartFileIsKept();
    void aBackupThatWasKilledDoesNotBlockTheNext();
    void twoAtOnceUnderOneNameAreNot();
    void aFolderThatIsMissingLeavesNothing();
    void aDamagedLedgerHasNoCopy();
    void aCheckLeavesNothingBesideTheCopy();
    void sealsOfAnotherKeyAreRefusedInACopyToo();
    void aChangedCopyIsRefused_data();
    void aChangedCopyIsRefused();
    void everyDamagedPageIsNoticedOrHarmless();
    void whatIsNoLedgerIsRefused();
    void aNewerCopyIsRefused();
    void aCopyOfAnOlderProgramIsCheckedWithoutBeingChanged();

private:
    [[nodiscard]] Result<CopyReport> check() const { return checkCopy(m_path, m_disk->path()); }
    void exec(const QByteArray &sql) const { Database(m_path, Database::Kind::Copy).exec(sql); }
    void drop(const char *table, const QByteArray &columns) const
    {
        for (const QByteArray &column : columns.split(' '))
            exec(QByteArray("ALTER TABLE ") + table + " DROP COLUMN " + column);
    }

    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<QTemporaryDir> m_disk;
    QString m_path;
};

void LedgerCopyTest::init()
{
    m_shop = std::make_unique<Shop>();
    saveTillConfig(m_shop->ledger->database(), m_shop->config);
    liveThroughADay(*m_shop);
    m_disk = std::make_unique<QTemporaryDir>();
    m_path = m_disk->filePath(u"copy.db"_s);
}

void LedgerCopyTest::aCopyHoldsEverythingUpToOneMoment()
{
    QCOMPARE(copyLedger(m_shop->ledger->database(), m_path), m_shop->ledger->head());
    QCOMPARE(QDir(m_disk->path()).entryList(QDir::Files), QStringList{u"copy.db"_s});
    const auto report = check();
    QVERIFY(report);
    QCOMPARE(report->till, u"BER1T1"_s);
    QCOMPARE(report->head, m_shop->ledger->head());
    QCOMPARE(report->audit.events, m_shop->now().seq);
    QCOMPARE(
        QDir(m_disk->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"copy.db"_s});
    Database source(m_path, Database::Kind::Reader);
    QVERIFY(EpochMarks(source).copyBeyond());
    QVERIFY(!EpochMarks(m_shop->ledger->database()).copyBeyond());
}

void LedgerCopyTest::aCopyIsMadeBesideATillThatSells()
{
    const QString till = m_disk->filePath(u"till"_s);
    QVERIFY(QDir().mkpath(till));
    m_shop->ledger = std::move(Ledger::open(till, m_shop->clock, m_shop->random).value());
    QVERIFY(OpenShift(*m_shop->ledger, m_shop->config).run(m_shop->money(0)));
    const auto sell = [&] { m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(1), 250)}); };
    sell();
    std::atomic<int> sold = 0;
    std::atomic<bool> isDone = false;
    std::thread seller([&] {
        for (; !isDone; ++sold)
            sell();
    });
    Database reader(till + u"/ledger.db"_s, Database::Kind::Reader);
    for (int i = 0; i < 5; ++i) {
        const int before = sold;
        const QString path = m_disk->filePath(u"copy-%1.db"_s.arg(i));
        const auto head = copyLedger(reader, path);
        QVERIFY(head);
        const auto report = checkCopy(path, m_disk->path());
        QVERIFY(report);
        QCOMPARE(report->head, *head);
        QTRY_VERIFY(sold > before);
    }
    isDone = true;
    seller.join();
}

void LedgerCopyTest::aCopyLeavesTheOpenCartBehind()
{
    Cart cart;
    cart.id = SaleId(m_shop->newId());
    cart.currency = m_shop->config.currency;
    cart.lines = {m_shop->line(u"MUG"_s, Quantity::pieces(1), 250)};
    QVERIFY(CartStore(*m_shop->ledger).save(cart));
    QVERIFY(copyLedger(m_shop->ledger->database(), m_path));
    Database copy(m_path, Database::Kind::Reader);
    QCOMPARE(copy.number("SELECT count(*) FROM open_cart"), 0);
    QVERIFY(CartStore(*m_shop->ledger).load());
}

void LedgerCopyTest::aCopyOfACopyIsOne()
{
    QVERIFY(copyLedger(m_shop->ledger->database(), m_path));
    Database copy(m_path, Database::Kind::Reader);
    const QString second = m_disk->filePath(u"second.db"_s);
    QCOMPARE(copyLedger(copy, second), m_shop->ledger->head());
    QVERIFY(checkCopy(second, m_disk->path()));
}

void LedgerCopyTest::whatIsThereAlreadyIsKept()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    const auto refused = copyLedger(m_shop->ledger->database(), m_path);
    QCOMPARE(refused.error().code, Code::BadInput);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void LedgerCopyTest::somebodysPartFileIsKept()
{
    QFile file(m_path + u".part"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    QCOMPARE(copyLedger(m_shop->ledger->database(), m_path).error().code, Code::BadInput);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void LedgerCopyTest::aBackupThatWasKilledDoesNotBlockTheNext()
{
    QVERIFY(copyLedger(m_shop->ledger->database(), m_path));
    QFile whole(m_path);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    // Before its first byte, among its pages, within one, before its first page, and where the last was
    // longer.
    for (const QByteArray &left : {QByteArray(), bytes.left(3 * 4096), bytes.left(5000),
             QByteArray(4096, '\0') + bytes.mid(4096), bytes + bytes}) {
        QVERIFY(QFile::remove(m_path));
        QVERIFY(Files::ofThisMachine().replace(m_path + u".part"_s, left));
        QVERIFY(Files::ofThisMachine().replace(m_path + u".part-journal"_s, "to be undone"));
        QVERIFY(copyLedger(m_shop->ledger->database(), m_path));
        QCOMPARE(QDir(m_disk->path()).entryList(QDir::Files), QStringList{u"copy.db"_s});
        QVERIFY(check());
    }
}

void LedgerCopyTest::twoAtOnceUnderOneNameAreNot()
{
    auto other = Files::ofThisMachine().holdEmpty(m_path + u".part"_s);
    QVERIFY(other);
    QCOMPARE(copyLedger(m_shop->ledger->database(), m_path).error().code, Code::BadInput);
    QVERIFY2(QFile::exists(m_path + u".part"_s), "it is the other's");
    other.reset(); // as by a kill
    QVERIFY(copyLedger(m_shop->ledger->database(), m_path));
}

void LedgerCopyTest::aDamagedLedgerHasNoCopy()
{
    m_shop->ledger->database().exec(
        "DROP TRIGGER journal_is_never_changed; UPDATE journal SET at=at+1 WHERE seq=3");
    const auto refused = copyLedger(m_shop->ledger->database(), m_path);
    QCOMPARE(refused.error().code, Code::DamagedFile);
    QCOMPARE(QDir(m_disk->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void LedgerCopyTest::aCheckLeavesNothingBesideTheCopy()
{
    QVERIFY(copyLedger(m_shop->ledger->database(), m_path));
    exec("PRAGMA journal_mode=WAL");
    QVERIFY(Database(m_path, Database::Kind::Ledger).number("SELECT count(*) FROM journal") > 0);
    QVERIFY(check());
    QCOMPARE(
        QDir(m_disk->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"copy.db"_s});
}

void LedgerCopyTest::sealsOfAnotherKeyAreRefusedInACopyToo()
{
    QVERIFY(copyLedger(m_shop->ledger->database(), m_path));
    QVERIFY(checkCopy(m_path, m_disk->path(), m_shop->ledger->sealKey().publicKey()));
    const auto refused = checkCopy(m_path, m_disk->path(), QByteArray(32, 'x'));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::DamagedFile);
}

void LedgerCopyTest::aFolderThatIsMissingLeavesNothing()
{
    const QString path = m_disk->filePath(u"not-mounted/copy.db"_s);
    QCOMPARE(copyLedger(m_shop->ledger->database(), path).error().code, Code::BadInput);
    QCOMPARE(QDir(m_disk->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void LedgerCopyTest::aChangedCopyIsRefused_data()
{
    QTest::addColumn<QByteArray>("sql");
    const QByteArray unlock =
        "DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_shortened; ";
    QTest::newRow("an amount in the journal")
        << unlock + "UPDATE journal SET payload=replace(payload,'250','251') WHERE kind='sale.completed'";
    QTest::newRow("an event taken out") << unlock + "DELETE FROM journal WHERE seq=7";
    QTest::newRow("a total in a table") << QByteArray("UPDATE receipt SET total=total+1");
    QTest::newRow("a receipt taken out") << QByteArray("DELETE FROM receipt");
    QTest::newRow("who the till is") << QByteArray("UPDATE setting SET value='{}' WHERE name='till'");
}

void LedgerCopyTest::aChangedCopyIsRefused()
{
    QFETCH(QByteArray, sql);
    QVERIFY(copyLedger(m_shop->ledger->database(), m_path));
    exec(sql);
    const auto refused = check();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::DamagedFile);
}

void LedgerCopyTest::everyDamagedPageIsNoticedOrHarmless()
{
    QVERIFY(copyLedger(m_shop->ledger->database(), m_path));
    const auto rowsBefore = check()->audit.events;
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    int noticed = 0;
    for (qint64 at = 0; at < whole.size(); at += 4096) {
        QByteArray torn = whole;
        std::fill_n(torn.begin() + at, 512, '\0');
        QVERIFY(file.seek(0) && file.write(torn) == torn.size() && file.flush());
        const auto report = check();
        if (!report)
            ++noticed;
        else // an unused page was hit: all is there
            QCOMPARE(report->audit.events, rowsBefore);
    }
    QVERIFY(noticed > whole.size() / 4096 / 2);
    QVERIFY(file.resize(whole.size() / 2));
    QCOMPARE(check().error().code, Code::DamagedFile);
}

void LedgerCopyTest::whatIsNoLedgerIsRefused()
{
    QCOMPARE(check().error().code, Code::BadInput); // nothing is there
    exec("CREATE TABLE other(n)");
    QCOMPARE(check().error().code, Code::BadInput);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(4096, 'x')) == 4096);
    file.close();
    QCOMPARE(check().error().code, Code::DamagedFile);
}

void LedgerCopyTest::aNewerCopyIsRefused()
{
    QVERIFY(copyLedger(m_shop->ledger->database(), m_path));
    exec("PRAGMA user_version=9999");
    QCOMPARE(check().error().code, Code::NewerFile);
}

void LedgerCopyTest::aCopyOfAnOlderProgramIsCheckedWithoutBeingChanged()
{
    // As the program before epochs left it: shifts by number, no origins; and no event that it did not know.
    Shop shop;
    saveTillConfig(shop.ledger->database(), shop.config);
    shop.sell({shop.line(u"MUG"_s, Quantity::pieces(1), 250)});
    QVERIFY(copyLedger(shop.ledger->database(), m_path));
    exec("CREATE TABLE old AS SELECT number,id,business_date,currency,float,cashier,opened_at,first_receipt,"
         "closed_at,closed_utc_offset_min,counted,expected FROM shift; DROP TABLE shift;"
         "ALTER TABLE old RENAME TO shift; DROP INDEX journal_origin; PRAGMA user_version=7;"
         "DROP INDEX receipt_tender_card; DROP INDEX sale_line_card; DROP INDEX receipt_tender_voucher;"
         "DROP INDEX receipt_customer; DROP TABLE task_settled; DROP TABLE sold_serial; DROP TABLE approval;"
         "DROP TABLE sale_discount; DROP TABLE sale_discount_share; ALTER TABLE journal DROP COLUMN origin");
    drop("return_line", "deposit taxes");
    drop("sale_line", "lot serial expires card last_four was price_reason deposit_of");
    drop("sale_line", "price_list list_from list_was exempted taxes");
    drop("receipt_tender", "card last_four hold voucher face foreign_currency foreign_amount rate points");
    drop("receipt", "customer customer_last_four customer_id points exemption");
    QVERIFY(check());
    QCOMPARE(Database(m_path, Database::Kind::Reader).number("PRAGMA user_version"), 7);
}

QTEST_GUILESS_MAIN(LedgerCopyTest)
#include "tst_ledger_copy.moc"
