#include "app/ctl/replay_command.h"

#include "app/ctl/replay/replayer.h"
#include "core/base/seeded_random.h"
#include "core/store/folder_lock.h"

#include <QDir>
#include <QTemporaryDir>

#include <chrono>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr std::uint64_t kSeed = 1; // the same file gives the same journal, to the byte

tl::unexpected<Refusal> badInput(const QString &problem)
{
    return refuse(Code::BadInput, {{u"problem"_s, problem}});
}

void printDay(const ReplayDay &day)
{
    print({{u"day"_s, day.day.toString(Qt::ISODate)}, {u"net_minor"_s, qint64(day.netMinor)},
        {u"sales_minor"_s, qint64(day.grossMinor)}, {u"returns_minor"_s, qint64(day.refundMinor)},
        {u"adjustments_minor"_s, qint64(day.adjustmentMinor)}, {u"invoices"_s, qint64(day.invoices)},
        {u"cancellations"_s, qint64(day.cancellations)}, {u"lines"_s, qint64(day.lines)},
        {u"sales"_s, qint64(day.sales)}, {u"returns"_s, qint64(day.returns)}});
}

QJsonObject describeOddities(const ReplayOddities &o)
{
    return {{u"price_rounded"_s, qint64(o.priceRounded)}, {u"zero_price_sold"_s, qint64(o.zeroPriceSold)},
        {u"written_off"_s, qint64(o.writtenOff)}, {u"negative_on_invoice"_s, qint64(o.negativeOnInvoice)},
        {u"adjustments"_s, qint64(o.adjustments)}, {u"return_lines_matched"_s, qint64(o.returnLinesMatched)},
        {u"return_lines_split"_s, qint64(o.returnLinesSplit)},
        {u"return_lines_unmatched"_s, qint64(o.returnLinesUnmatched)}};
}

/// What all days came to, and how fast.
class Tally final {
public:
    void add(const std::optional<ReplayDay> &day)
    {
        if (!day)
            return;
        printDay(*day);
        ++m_days;
        m_sales += day->sales;
        m_returns += day->returns;
        m_lines += day->lines;
        m_net += day->netMinor;
    }
    void printSummary(const ReplayOddities &oddities) const
    {
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
        print({{u"summary"_s, true}, {u"days"_s, qint64(m_days)}, {u"net_minor"_s, qint64(m_net)},
            {u"sales"_s, qint64(m_sales)}, {u"returns"_s, qint64(m_returns)}, {u"lines"_s, qint64(m_lines)},
            {u"oddities"_s, describeOddities(oddities)}, {u"seconds"_s, seconds},
            {u"sales_per_second"_s, double(m_sales) / seconds},
            {u"lines_per_second"_s, double(m_lines) / seconds}});
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::int64_t m_days = 0, m_sales = 0, m_returns = 0, m_lines = 0, m_net = 0;
};

Result<> replayInto(const QString &folder, const QString &file, Currency currency)
{
    auto source = ByteSource::open(file);
    if (!source)
        return tl::unexpected(source.error());
    ManualClock clock({0});
    SeededRandom random(kSeed);
    auto ledger = Ledger::open(folder, clock, random);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const TillConfig config = bareTill(currency);
    saveTillConfig((*ledger)->database(), config);
    ReplicaReader replica(folder);
    Replayer replayer(**ledger, replica, config, clock);
    RecordParser parser(currency);
    RecordReader reader(std::move(*source), RecordReader::Format::Tsv);
    Tally tally;
    const auto book = [&](const std::optional<RecordInvoice> &invoice) -> Result<> {
        if (!invoice)
            return {};
        const auto ended = replayer.book(*invoice);
        if (!ended)
            return tl::unexpected(ended.error());
        tally.add(*ended);
        return {};
    };
    for (Record record;;) {
        const auto more = reader.next(record);
        if (!more)
            return tl::unexpected(more.error());
        const auto invoice =
            *more ? parser.take(record) : Result<std::optional<RecordInvoice>>(parser.finish());
        if (!invoice)
            return tl::unexpected(invoice.error());
        if (auto booked = book(*invoice); !booked)
            return booked;
        if (!*more)
            break;
    }
    const auto last = replayer.finish();
    if (!last)
        return tl::unexpected(last.error());
    tally.add(*last);
    tally.printSummary(replayer.oddities());
    return {};
}

} // namespace

QString ReplayCommand::name() const { return u"replay"_s; }

QString ReplayCommand::summary() const
{
    return u"feeds a real shop's records through the till's own use cases"_s;
}

void ReplayCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(argument(),
        u"TSV, .zst too, in the shape of UCI's Online Retail: InvoiceNo StockCode Description Quantity "
        u"InvoiceDate "
        "UnitPrice CustomerID Country, in the order of time. "
        "A shift is opened each day over a float of 100,000 and closed with what should be in it; an invoice "
        "is a sale for "
        "cash. "
        "C invoices are returns: off the earliest receipt on which that customer bought those goods at that "
        "price and has any "
        "left, else without a receipt. "
        "A invoices and negative prices are cash paid in or out. A negative quantity at no price is stock "
        "written off, with a "
        "price a return without a receipt. Goods at 0.00 are sold at 0.00. Prices of more digits than the "
        "currency has are "
        "rounded half up. "
        "Each of these is counted in the last line; whatever the till refuses ends the replay with the line's number."_s);
    parser.addOption({u"data"_s,
        u"Keep the till's data here, a folder that holds none yet. Default: thrown away."_s, u"DIR"_s});
    parser.addOption({u"currency"_s, u"What prices are in. Default: GBP."_s, u"CODE"_s, u"GBP"_s});
}

Result<> ReplayCommand::run(const QCommandLineParser &arguments)
{
    const auto currency = Currency::fromCode(arguments.value(u"currency"_s));
    if (!currency)
        return badInput(u"--currency takes a code of ISO 4217"_s);
    const QTemporaryDir thrownAway(QDir::current().filePath(u"replay-XXXXXX"_s));
    const bool keeps = arguments.isSet(u"data"_s);
    if (!keeps && !thrownAway.isValid())
        return badInput(u"no folder can be made here: %1"_s.arg(thrownAway.errorString()));
    const QString folder = keeps ? arguments.value(u"data"_s) : thrownAway.path();
    const auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::unexpected(lock.error());
    if (QFile::exists(folder + u"/ledger.db"_s))
        return badInput(u"%1 holds a till's data already"_s.arg(folder));
    return replayInto(folder, arguments.positionalArguments().first(), *currency);
}

} // namespace evertill
