#include "tests/sync/e2e/till.h"

#include "core/base/json_writer.h"
#include "sync/enrol/enrol.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill::test {

Till::Till() : m_reader(m_folder.path())
{
    auto opened = Ledger::open(m_folder.path(), m_clock, m_random);
    if (!opened)
        qFatal("no ledger: %s", qPrintable(codeName(opened.error().code)));
    m_ledger = std::move(*opened);
}

void Till::adjustStock(std::int64_t quantity)
{
    const auto done = m_ledger->transact([&](Ledger::Transaction &tx) -> Result<> {
        const QByteArray payload = JsonWriter()
                                       .beginObject()
                                       .field("quantity", quantity)
                                       .key("reason")
                                       .utf8("counted")
                                       .key("sku")
                                       .utf8("E1001")
                                       .endObject()
                                       .take();
        tx.append({"stock.adjusted", 1, "E1001", m_clock.localDate(tx.now()), payload});
        return {};
    });
    if (!done)
        qFatal("nothing appended");
}

void Till::approveCard(const QString &approval)
{
    const auto done = m_ledger->transact([&](Ledger::Transaction &tx) -> Result<> {
        const Uuid attempt = tx.newId();
        const QByteArray payload = JsonWriter()
                                       .beginObject()
                                       .field("approval", approval)
                                       .key("attempt")
                                       .value(attempt)
                                       .endObject()
                                       .take();
        const auto subject = attempt.text();
        tx.append({"payment.approved", 1, QByteArray(subject.data(), subject.size()),
            m_clock.localDate(tx.now()), payload});
        return {};
    });
    if (!done)
        qFatal("nothing appended");
}

Result<TillConfig> Till::enrol(const QUrl &oms, const QByteArray &ca, const QString &code)
{
    const auto enrolled = evertill::enrol({oms, ca, code, folder(), m_ledger->sealKey().publicKey()});
    if (!enrolled)
        return tl::unexpected(enrolled.error());
    if (auto kept = saveOmsIdentity(folder(), enrolled->identity); !kept)
        return tl::unexpected(kept.error());
    return enrolled->config;
}

void Till::enrolAs(const QString &till, SandboxProcess &oms)
{
    const auto config = enrol(oms.url(), oms.ca(), oms.codeFor(till));
    if (!config)
        qFatal("enrolment: %s", QJsonDocument::fromVariant(config.error().facts).toJson().constData());
    if (config->till != till || config->currency.code() != u"EUR"_s || config->store.name.isEmpty())
        qFatal("enrolled as another till");
}

SyncSettings Till::settings(const QString &till) const
{
    const auto identity = loadOmsIdentity(folder());
    if (!identity)
        qFatal("not enrolled");
    return {folder(), till, *identity};
}

std::unique_ptr<SyncThread> Till::sync(const SyncSettings &settings)
{
    return std::make_unique<SyncThread>(settings, m_clock, m_random, *this);
}

Result<SyncReport> Till::syncOnce(const SyncSettings &settings)
{
    return evertill::syncOnce(settings, m_clock, m_random);
}

ConnectionStatus Till::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

bool Till::isOnlineWithNothingToSend() const
{
    const ConnectionStatus now = status();
    return now.state == ConnectionStatus::Online && now.unsent == 0;
}

int Till::replicaChanges() const
{
    const std::lock_guard lock(m_mutex);
    return m_replicaChanges;
}

void Till::connectionChanged(const ConnectionStatus &status)
{
    const std::lock_guard lock(m_mutex);
    m_status = status;
    if (status.state != ConnectionStatus::Online && status.state != ConnectionStatus::Connecting)
        m_worst = u"state %1: %2"_s.arg(int(status.state)).arg(status.detail);
}

QString Till::worstSaid() const
{
    const std::lock_guard lock(m_mutex);
    return m_worst;
}

void Till::replicaChanged()
{
    const std::lock_guard lock(m_mutex);
    ++m_replicaChanges;
}

} // namespace evertill::test
