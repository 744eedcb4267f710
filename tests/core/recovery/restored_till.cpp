#include "tests/core/recovery/restored_till.h"

#include "core/audit/table_comparison.h"
#include "core/audit/verify.h"
#include "core/backup/restore.h"

using namespace Qt::StringLiterals;

namespace evertill {

RestoredTill::RestoredTill() : copy(disk.filePath(u"backup.db"_s))
{
    saveTillConfig(lost.ledger->database(), lost.config);
}

void RestoredTill::copyNow() { copied = copyLedger(lost.ledger->database(), copy).value(); }

void RestoredTill::restore()
{
    ledger.reset();
    const auto restored = restoreLedger(copy, disk.path(), disk.path());
    if (!restored)
        qFatal("restore: %s", qPrintable(restored.error().facts.value(u"problem"_s).toString()));
    ledger = std::move(Ledger::open(disk.path(), lost.clock, lost.random).value());
}

std::vector<Event> RestoredTill::diverged()
{
    return Journal(lost.ledger->database()).after(copied.position, 100'000);
}

Result<RecordAgain::Report> RestoredTill::recordAgain(bool isLast)
{
    return RecordAgain(*ledger).run(diverged(), isLast);
}

Sale RestoredTill::sell(std::int64_t price)
{
    Cart cart;
    cart.id = SaleId(lost.newId());
    cart.currency = lost.config.currency;
    cart.lines = {lost.line(u"MUG"_s, Quantity::pieces(1), price)};
    cart.tenders = {{TenderKind::Cash, lost.money(price)}};
    return CompleteSale(*ledger, lost.config).run(cart).value();
}

bool RestoredTill::isSound()
{
    const auto report = verify(ledger->database(), {}, ledger->sealKey().publicKey());
    if (report && !report->isSound())
        qWarning("%s", qPrintable(report->differences.join(u'\n')));
    return report && report->isSound();
}

QStringList RestoredTill::rows(Database &database)
{
    QStringList rows;
    for (const QString &table : projectedTables(database)) {
        SQLite::Statement query(database.handle(), "SELECT * FROM " + table.toStdString());
        while (query.executeStep()) {
            QString row = table;
            for (int column = 0; column < query.getColumnCount(); ++column)
                row += u'|'
                    + QString::fromLatin1(
                        QByteArray::fromStdString(query.getColumn(column).getString()).toPercentEncoding());
            rows.append(row);
        }
    }
    rows.sort();
    return rows;
}

} // namespace evertill
