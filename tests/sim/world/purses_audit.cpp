#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/purses.h"
#include "tests/sim/people/goods.h"
#include "tests/sim/world/final_audit.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

void requireFree(const OmsHouse &house, const std::string &purse, std::int64_t shown)
{
    const std::int64_t meant = std::max<std::int64_t>(0, oracle::balanceOf(purse, house.moment()));
    require(shown == meant,
        u"the OMS of %1 has %2 in %3, the oracle says %4"_s.arg(house.id())
            .arg(shown)
            .arg(QString::fromStdString(purse))
            .arg(meant));
}

} // namespace

void FinalAudit::checkPurses(OmsHouse &house)
{
    // In the end nothing is kept for anybody: all that is there is free.
    const std::int64_t end = (m_scene.now + 1h).us;
    for (const char *number : kGiftCards) {
        const auto card = house.oms().giftCard(giftCardWith(QString::fromLatin1(number)).reference, end);
        requireFree(house, oracle::giftPurse(number), card.value().value(u"balance"_s).toInteger());
    }
    const QString till = m_scene.tills.front()->id;
    for (const char *number : kCustomers) {
        const auto customer =
            house.oms().customer(till, customerCardWith(QString::fromLatin1(number)).reference, end);
        requireFree(house, oracle::pointsPurse(number), customer.value().value(u"points"_s).toInteger());
        requireFree(
            house, oracle::accountPurse(number), customer.value().value(u"on_account_left"_s).toInteger());
    }
}

} // namespace evertill::sim
