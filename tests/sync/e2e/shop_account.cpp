#include "tests/sync/e2e/shop_account.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace evertill::test {

ShopAccount::ShopAccount()
{
    m_oms.start();
    m_stock = stockAtTheOms();
}

qint64 ShopAccount::stockAtTheOms()
{
    for (const QJsonValue &row : m_oms.rows(u"stock"_s)) {
        if (row.toObject().value("sku"_L1).toString() == u"E1001"_s)
            return row.toObject().value("on_hand"_L1).toInteger();
    }
    return -1;
}

void ShopAccount::sell(ShopDisk &disk, int count)
{
    for (int i = 0; i < count; ++i)
        m_receipts.append(disk.sell().receipt.text());
}

std::int64_t ShopAccount::stockError(ShopDisk &disk) const
{
    return disk.stockShown() - (m_stock - 1000 * sold());
}

QString ShopAccount::problem(ShopDisk &disk)
{
    QSet<QString> ids;
    QStringList booked;
    for (const QJsonValue &sale : m_oms.rows(u"booked_sale"_s)) {
        ids.insert(sale.toObject().value("sale"_L1).toString());
        booked.append(sale.toObject().value("receipt"_L1).toString());
    }
    QStringList expected = m_receipts;
    booked.sort();
    expected.sort();
    if (booked != expected || ids.size() != expected.size())
        return u"booked: %1; sold: %2"_s.arg(booked.join(u' '), expected.join(u' '));
    if (const qint64 left = stockAtTheOms(); left != m_stock - 1000 * sold())
        return u"the OMS has %1 thousandths left"_s.arg(left);
    if (const auto error = stockError(disk))
        return u"the till shows %1 thousandths too many"_s.arg(error);
    return disk.isSound() ? QString() : u"the till's ledger does not hold together"_s;
}

} // namespace evertill::test
