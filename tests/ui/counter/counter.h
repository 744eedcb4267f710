#pragma once

#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/cash/open_shift.h"
#include "core/replica/replica_reader.h"
#include "core/replica/replica_writer.h"
#include "core/sale/complete_sale.h"
#include "tests/core/support/failing_files.h"
#include "ui/print/receipt_printer.h"
#include "ui/shell/till_services.h"

#include <QTemporaryDir>
#include <QWidget>

namespace evertill {

/// Till BER1T1 of store BER1 at noon of 21 November 2026 in Berlin, in euros, prices with their tax inside,
/// no shift open. Use cases run inline, so that what was pressed is done when the press returns.
struct Counter {
    struct Goods {
        QString sku;
        QString name;
        QString gtin;
        std::int64_t price = 0;
        QString unit = QStringLiteral("ea");
    };

    explicit Counter(Currency currency = euro());

    [[nodiscard]] static Currency euro();
    [[nodiscard]] Money money(std::int64_t minor) const { return Money::minor(minor, config.currency); }
    [[nodiscard]] Database &ledgerTables() { return ledger->database(); }
    /// How many events of \a kind the journal holds.
    [[nodiscard]] int events(const QByteArray &kind);
    [[nodiscard]] QString folder() const { return dir.path(); }

    Shift openShift(std::int64_t floatMinor = 10'000);
    /// Goods that the catalogue knows from now on.
    Goods stock(const Goods &goods);
    /// Sells \a quantity of each of \a goods, paid exactly by \a kind.
    Sale sell(const std::vector<std::pair<Goods, Quantity>> &goods, TenderKind kind = TenderKind::Cash);
    /// A web order that has reached the till; promised for \a inMinutes from now. Its id.
    QString order(const QString &number, const QString &customer, const QString &code,
        const std::vector<std::pair<Goods, Quantity>> &goods, int inMinutes = 60);
    /// The OMS puts \a row.
    void tell(const QString &id, Entity entity, const FeedRow &row);

    QTemporaryDir dir;
    bool isDiskFull = false; ///< the disk keeps no more room for the till
    test::FailingFiles files{[this](const QString &) { return !isDiskFull; }};
    ManualClock clock;
    SeededRandom random;
    TillConfig config;
    std::unique_ptr<Ledger> ledger;
    ReplicaWriter writer;
    ReplicaReader replica;
    ReplicaReader ledgerReplica;
    Database reader;
    InlineQueue queue;
    TillServices services;
    ReceiptPrinter printer;
};

/// The visible part of \a root called \a name; ends the test where there is none.
template <typename Part> Part *part(const QWidget &root, const QString &name)
{
    for (Part *one : root.findChildren<Part *>(name))
        if (one->isVisible())
            return one;
    qFatal("nothing called %s can be seen", qPrintable(name));
}
/// A finger on the button called \a name.
void press(QWidget &root, const QString &name);
/// A finger on the letter keys of \a window, one for each character of \a text as it is written on them.
void write(QWidget &window, const QString &text);
/// Whether a part called \a name can be seen.
[[nodiscard]] bool isSeen(const QWidget &root, const QString &name);
/// All that labels say which can be seen now, one per line.
[[nodiscard]] QString words(const QWidget &root);
/// Buttons and fields of \a root, as far as they can be seen, that a finger would miss or that have no name
/// for a reader or a test.
[[nodiscard]] QStringList unfitControls(const QWidget &root);
/// Shows \a room as the shop sees it: in the theme, at the smallest screen's size, with the focus.
void open(QWidget &room);

} // namespace evertill
