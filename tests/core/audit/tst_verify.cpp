#include "core/audit/journal_status.h"
#include "core/audit/table_comparison.h"
#include "core/audit/verify.h"
#include "core/cash/close_shift.h"
#include "core/journal/hash.h"
#include "core/stock/adjust_stock.h"
#include "tests/core/shop/shop_day.h"

#include <QDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class VerifyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anHonestDayIsSound();
    void aNewTillIsSound();
    void theScratchDatabaseIsGoneAfterwards();
    void aChangedValueIsFoundInEveryColumnOfEveryTable();
    void aRowThatIsMissingOrMadeUpIsFoundInEveryTable();
    void aChangedJournalRowIsFound_data();
    void aChangedJournalRowIsFound();
    void aForgedJournalIsGivenAwayByItsSeal();
    void aForgedJournalWithoutASealIsGivenAwayByTheTables();
    void aSealOfAnotherKeyIsFound();
    void aKindThatNobodyKnowsIsFound();
    void aNumberGivenTwiceIsFound();
    void theStatusCountsWithoutReadingItAll();

private:
    [[nodiscard]] Database &ledger() { return m_shop->ledger->database(); }
    [[nodiscard]] AuditReport audit(const std::optional<QByteArray> &key = {});
    void unlock();
    void exec(const QString &sql) { ledger().exec(sql.toUtf8()); }
    [[nodiscard]] QStringList column(const QString &sql);
    void forgeChain();
    void append(const Fact &fact);

    std::unique_ptr<Shop> m_shop;
};

void VerifyTest::init()
{
    m_shop = std::make_unique<Shop>();
    liveThroughADay(*m_shop);
}

AuditReport VerifyTest::audit(const std::optional<QByteArray> &key)
{
    const auto report = verify(ledger(), m_shop->folder.path(), key);
    if (!report)
        qFatal("no audit: %s", qPrintable(codeName(report.error().code)));
    return *report;
}

/// What somebody with the file in hand would do first.
void VerifyTest::unlock()
{
    exec(u"DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_shortened"_s);
}

QStringList VerifyTest::column(const QString &sql)
{
    QStringList values;
    SQLite::Statement query(ledger().handle(), sql.toStdString());
    while (query.executeStep())
        values.append(QString::fromUtf8(query.getColumn(0).getText()));
    return values;
}

/// Makes every hash anew over the journal as it stands, as a careful forger would.
void VerifyTest::forgeChain()
{
    Journal journal(ledger());
    Hash previous = {};
    for (const Event &event : journal.after({}, 1000)) {
        const Hash hash = chained(previous, event.envelope());
        ledger()
            .statement("UPDATE journal SET prev_hash=?,hash=? WHERE position=?")
            .with(toBytes(previous), toBytes(hash), event.position.packed())
            .run();
        previous = hash;
    }
}

void VerifyTest::append(const Fact &fact)
{
    QVERIFY(m_shop->ledger->transact([&](Ledger::Transaction &tx) -> Result<> {
        tx.append(fact);
        return {};
    }));
}

void VerifyTest::anHonestDayIsSound()
{
    const AuditReport report = audit(m_shop->ledger->sealKey().publicKey());
    QVERIFY2(report.isSound(), qPrintable(report.differences.join(u'\n')));
    QCOMPARE(report.events, m_shop->now().seq);
    QCOMPARE(report.seals, 1);
    QCOMPARE(report.tables,
        (QStringList{u"approval"_s, u"card_payment"_s, u"cash_move"_s, u"goods_return"_s, u"pickup_step"_s,
            u"receipt"_s, u"receipt_tax"_s, u"receipt_tender"_s, u"return_line"_s, u"sale_discount"_s,
            u"sale_discount_share"_s, u"sale_line"_s, u"shift"_s, u"sold_serial"_s, u"stock_movement"_s,
            u"task_settled"_s}));
    for (const QString &table : report.tables)
        QVERIFY2(column(u"SELECT COUNT(*) FROM "_s + table) != QStringList{u"0"_s}, qPrintable(table));
}

void VerifyTest::aNewTillIsSound()
{
    const auto fresh = Ledger::inMemory(m_shop->clock, m_shop->random);
    const auto report = verify(fresh->database(), m_shop->folder.path());
    QVERIFY(report->isSound());
    QCOMPARE(report->events, 1);
}

void VerifyTest::theScratchDatabaseIsGoneAfterwards()
{
    const QStringList before = QDir(m_shop->folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    QVERIFY(audit().isSound());
    QCOMPARE(QDir(m_shop->folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), before);
    const auto nowhere = verify(ledger(), m_shop->folder.filePath(u"gone"_s));
    QCOMPARE(nowhere.error().code, Code::DiskFull);
}

void VerifyTest::aChangedValueIsFoundInEveryColumnOfEveryTable()
{
    int changed = 0;
    for (const QString &table : projectedTables(ledger())) {
        const QStringList key =
            column(u"SELECT name FROM pragma_table_info('%1') WHERE pk ORDER BY pk"_s.arg(table));
        const QString keys = key.join(u',');
        exec(u"CREATE TEMP TABLE kept AS SELECT * FROM "_s + table);
        for (const QString &name : column(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table))) {
            exec(u"UPDATE %1 SET %2=CASE typeof(%2) WHEN 'integer' THEN %2+1000000 WHEN 'text' THEN %2||'x' "
                 "WHEN 'blob' THEN x'00' ELSE 1 END WHERE (%3)=(SELECT %3 FROM %1 ORDER BY %3 LIMIT 1)"_s.arg(
                     table, name, keys));
            const AuditReport report = audit();
            const QString what = table + u'.' + name + u": "_s + report.differences.join(u'\n');
            QVERIFY2(report.differences.size() == 1, qPrintable(what));
            const QString difference = report.differences.front();
            QVERIFY2(difference.startsWith(table + u": "_s), qPrintable(what));
            const QString expected = key.contains(name) ? QString(u" is missing"_s) : u", %1 is "_s.arg(name);
            QVERIFY2(
                difference.contains(expected) || (key.contains(name) && difference.contains(u"no event"_s)),
                qPrintable(what));
            exec(u"DELETE FROM %1; INSERT INTO %1 SELECT * FROM kept"_s.arg(table));
            ++changed;
        }
        exec(u"DROP TABLE kept"_s);
    }
    QVERIFY(changed > 70);
    QVERIFY(audit().isSound());
}

void VerifyTest::aRowThatIsMissingOrMadeUpIsFoundInEveryTable()
{
    for (const QString &table : projectedTables(ledger())) {
        const QString keys =
            column(u"SELECT name FROM pragma_table_info('%1') WHERE pk ORDER BY pk"_s.arg(table)).join(u',');
        exec(u"CREATE TEMP TABLE kept AS SELECT * FROM "_s + table);
        exec(u"DELETE FROM %1 WHERE (%2)=(SELECT %2 FROM %1 ORDER BY %2 DESC LIMIT 1)"_s.arg(table, keys));
        const QStringList missing = audit().differences;
        QVERIFY2(missing.size() == 1 && missing.front().startsWith(table + u": "_s)
                && missing.front().endsWith(u"is missing"_s),
            qPrintable(missing.join(u'\n')));
        exec(u"DELETE FROM %1; INSERT INTO %1 SELECT * FROM kept"_s.arg(table));
        exec(u"DROP TABLE kept"_s);
    }
    exec(u"INSERT INTO stock_movement(sku,position,line,quantity,reason) VALUES('ZZZ',1,1,1000,'found')"_s);
    QCOMPARE(audit().differences,
        QStringList{u"stock_movement: the row with sku \"ZZZ\", position 1, line 1 follows from no event"_s});
}

void VerifyTest::aChangedJournalRowIsFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("problem");
    QTest::newRow("an amount")
        << u"UPDATE journal SET payload=replace(payload,'\"total\":','\"total\":1') WHERE kind='sale.completed'"_s
        << u"hash differs"_s;
    QTest::newRow("a moment") << u"UPDATE journal SET at=at+1 WHERE kind='stock.adjusted'"_s
                              << u"hash differs"_s;
    QTest::newRow("who did it") << u"UPDATE journal SET actor='p-0000' WHERE kind='cash.moved'"_s
                                << u"hash differs"_s;
    QTest::newRow("a row taken out") << u"DELETE FROM journal WHERE kind='cash.moved'"_s << u"gap"_s;
    QTest::newRow("the first row taken out")
        << u"DELETE FROM journal WHERE kind='epoch.opened'"_s << u"gap"_s;
}

void VerifyTest::aChangedJournalRowIsFound()
{
    QFETCH(QString, sql);
    QFETCH(QString, problem);
    unlock();
    exec(sql);
    const AuditReport report = audit();
    QCOMPARE(report.differences.size(), 1);
    QVERIFY2(report.differences.front().startsWith(u"journal: event 1-"_s),
        qPrintable(report.differences.front()));
    QVERIFY2(report.differences.front().endsWith(problem), qPrintable(report.differences.front()));
    QVERIFY2(report.tables.isEmpty(), "nothing is rebuilt from a broken chain");
}

void VerifyTest::aForgedJournalIsGivenAwayByItsSeal()
{
    unlock();
    exec(u"UPDATE journal SET actor='p-0000' WHERE kind='cash.moved'"_s);
    forgeChain();
    const QStringList differences = audit().differences;
    QCOMPARE(differences.size(), 1);
    QVERIFY2(differences.front().endsWith(u"seal names another head"_s), qPrintable(differences.front()));
}

void VerifyTest::aForgedJournalWithoutASealIsGivenAwayByTheTables()
{
    m_shop->shift = *OpenShift(*m_shop->ledger, m_shop->config).run(m_shop->money(10000));
    m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(1), 250)});
    unlock();
    exec(
        u"UPDATE journal SET payload=replace(payload,'\"quantity\":1000','\"quantity\":2000') WHERE position="
        "(SELECT max(position) FROM journal)"_s);
    forgeChain();
    const QStringList differences = audit().differences;
    QCOMPARE(differences.size(), 2);
    QVERIFY2(differences[0].startsWith(u"sale_line: in the row with receipt "_s), qPrintable(differences[0]));
    QVERIFY2(differences[0].endsWith(u"quantity is 1000; by the journal it is 2000"_s),
        qPrintable(differences[0]));
    QVERIFY2(differences[1].startsWith(u"stock_movement: in the row with sku \"MUG\""_s),
        qPrintable(differences[1]));
}

void VerifyTest::aSealOfAnotherKeyIsFound()
{
    const QStringList differences = audit(QByteArray(32, '\7')).differences;
    QCOMPARE(differences.size(), 1);
    QVERIFY2(differences.front().endsWith(u"sealed with another key"_s), qPrintable(differences.front()));
}

void VerifyTest::aKindThatNobodyKnowsIsFound()
{
    append({"till.painted", 1, "1", QDate(2026, 11, 21), "{}"});
    const QStringList differences = audit().differences;
    QCOMPARE(differences.size(), 1);
    QVERIFY2(differences.front().endsWith(u"can't be taken: unknown kind till.painted"_s),
        qPrintable(differences.front()));
}

void VerifyTest::aNumberGivenTwiceIsFound()
{
    const auto events = Journal(ledger()).after({}, 1000);
    const auto sale =
        std::find_if(events.begin(), events.end(), [](const Event &e) { return e.kind == "sale.completed"; });
    append({"sale.completed", 1, sale->subject, sale->businessDate, sale->payload});
    const QStringList differences = audit().differences;
    QCOMPARE(differences.size(), 1);
    QVERIFY2(differences.front().contains(u"receipt.number"_s), qPrintable(differences.front()));
}

void VerifyTest::theStatusCountsWithoutReadingItAll()
{
    const std::int64_t events = m_shop->now().seq;
    JournalStatus status = journalStatus(ledger(), {1, events - 3});
    QVERIFY(status.head == m_shop->ledger->head());
    QCOMPARE(status.events, events);
    QVERIFY(status.newestAt == m_shop->clock.now());
    QVERIFY(status.lastSeal == m_shop->now());
    QCOMPARE(status.sinceSeal, 0);
    QCOMPARE(status.unaccepted, 3);
    QVERIFY(AdjustStock(*m_shop->ledger).run(u"MUG"_s, Quantity::pieces(1), u"found"_s));
    status = journalStatus(ledger(), {});
    QCOMPARE(status.sinceSeal, 1);
    QCOMPARE(status.unaccepted, events + 1);
    QVERIFY(audit().isSound());
    const auto fresh = Ledger::inMemory(m_shop->clock, m_shop->random);
    QVERIFY(!journalStatus(fresh->database(), {}).lastSeal);
    QCOMPARE(journalStatus(fresh->database(), {}).sinceSeal, 1);
}

QTEST_GUILESS_MAIN(VerifyTest)
#include "tst_verify.moc"
