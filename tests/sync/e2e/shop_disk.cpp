#include "tests/sync/e2e/shop_disk.h"

#include "core/audit/verify.h"
#include "core/cash/open_shift.h"
#include "core/sale/complete_sale.h"
#include "core/stock/stock_view.h"
#include "core/till/current_shift.h"

#include <QDir>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill::test {

Result<BecameTill> ShopDisk::enrol(const QString &till, SandboxProcess &oms)
{
    return enrolWith(oms.codeFor(till), oms);
}

Result<BecameTill> ShopDisk::enrolWith(const QString &code, SandboxProcess &oms)
{
    close();
    const auto became = becomeTill({oms.url(), oms.ca(), code, folder()}, m_clock, m_random);
    if (!became)
        return tl::unexpected(became.error());
    open();
    return became;
}

void ShopDisk::open()
{
    m_ledger = std::move(Ledger::open(folder(), m_clock, m_random).value());
    m_config = loadTillConfig(m_ledger->database()).value();
    m_ledger->setActor(u"c7"_s);
}

Sale ShopDisk::sell()
{
    const auto money = [&](std::int64_t minor) { return Money::minor(minor, m_config.currency); };
    if (!currentShift(m_ledger->database()))
        static_cast<void>(OpenShift(*m_ledger, m_config).run(money(0)).value());
    Cart cart;
    cart.id = SaleId(m_random.uuid(m_clock.now()));
    cart.currency = m_config.currency;
    CartLine line;
    line.sku = u"E1001"_s;
    line.name = u"Goods"_s;
    line.unit = u"ea"_s;
    line.quantity = Quantity::pieces(1);
    line.price = money(119);
    line.taxCode = u"standard"_s;
    line.taxRate = Percentage::partsPerMillion(190'000);
    line.discount = money(0);
    cart.lines = {line};
    cart.tenders = {{TenderKind::Cash, money(119)}};
    return CompleteSale(*m_ledger, m_config).run(cart).value();
}

Result<SyncReport> ShopDisk::sync()
{
    InlineQueue queue;
    QueuedFactRecorder recorder(*m_ledger, queue);
    return syncOnce(
        {folder(), m_config.till, loadOmsIdentity(folder()).value(), &recorder}, m_clock, m_random);
}

void ShopDisk::cloneTo(ShopDisk &other) const
{
    for (const QString &name : QDir(folder()).entryList(QDir::Files))
        if (!QFile::copy(file(name), other.file(name)))
            qFatal("can't clone %s", qPrintable(name));
}

bool ShopDisk::isSound()
{
    const auto report = verify(m_ledger->database(), {}, m_ledger->sealKey().publicKey());
    if (report && !report->isSound())
        qWarning("%s", qPrintable(report->differences.join(u'\n')));
    return report && report->isSound();
}

std::int64_t ShopDisk::stockShown()
{
    ReplicaReader replica(folder());
    return StockView(replica, m_ledger->database()).level(u"E1001"_s).onHand.thousandths();
}

} // namespace evertill::test
