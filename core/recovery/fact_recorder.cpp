#include "core/recovery/fact_recorder.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

Result<> recorded(Ledger &ledger, const std::vector<Event> &facts, bool isLast)
{
    try {
        const auto report = RecordAgain(ledger).run(facts, isLast);
        if (!report)
            return tl::unexpected(report.error());
        if (report->left > 0)
            qWarning("%d facts that the OMS has contradict this till's own; they stay there", report->left);
        return {};
    } catch (const std::exception &machine) {
        return refuse(Code::DiskFull, {{u"problem"_s, QString::fromUtf8(machine.what())}});
    }
}

} // namespace

void QueuedFactRecorder::recordAgain(std::vector<Event> facts, bool isLast, Done done)
{
    m_queue.post([&ledger = m_ledger, facts = std::move(facts), isLast, done = std::move(done)] {
        done(recorded(ledger, facts, isLast));
    });
}

} // namespace evertill
