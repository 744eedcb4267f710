#pragma once

#include "tests/sim/machines/sync_run.h"
#include "tests/sim/people/pickup_staff.h"

namespace evertill::sim {

/// What happens at the OMS without a till: shoppers order and change their minds, the office counts.
class Office final {
public:
    Office(Scene &scene, SyncRun &sync, PickupStaff &staff) : m_scene(scene), m_sync(sync), m_staff(staff) { }

    /// The shop's goods and what there is of them; the tills are made known.
    void openShop(OmsHouse &house);
    void act(OmsHouse &house);

private:
    void placeOrder(OmsHouse &house);
    void cancelOrder(OmsHouse &house);
    void setStock(OmsHouse &house);
    void loadGiftCard(OmsHouse &house, const char *giftCard);
    void invite(OmsHouse &house, const char *customer);
    /// Changes what the shop asks or takes off.
    void setOffer(OmsHouse &house);
    void setPromotion(OmsHouse &house, const char *promotion, std::int64_t to);
    void setPriceList(OmsHouse &house, std::int64_t to);
    void noteOffer(OmsHouse &house, const std::string &key, std::int64_t to, bool isChanged);

    Scene &m_scene;
    SyncRun &m_sync;
    PickupStaff &m_staff;
};

} // namespace evertill::sim
