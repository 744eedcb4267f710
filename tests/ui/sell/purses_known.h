#pragma once

#include "core/customer/customer_desk.h"

namespace evertill {

/// The OMS's side: knows everybody at once, unless it is to think about it, and keeps when it is told to.
class PursesKnown final : public CustomerDesk {
public:
    void find(const CustomerCard &, Currency currency, Found done) override
    {
        if (thinks) {
            found = std::move(done);
            return;
        }
        done(KnownCustomer{
            {*Uuid::fromText(QByteArrayLiteral("0190163d-0000-7000-8000-0000000000c1")), {}, 0, {}, {}},
            QStringLiteral("Anna Berg"), 500, Money::minor(3000, currency)});
    }
    void hold(Purse purse, const CustomerCard &, const Uuid &hold, SaleId, const PurseWish &wish,
        Held done) override
    {
        asked = purse;
        wanted = wish.units;
        holds.push_back(hold);
        answer = std::move(done);
    }
    void release(Purse, const CustomerCard &, const Uuid &hold) override { released.push_back(hold); }

    bool thinks = false;
    Found found;
    Purse asked = Purse::Points;
    std::int64_t wanted = 0;
    Held answer;
    std::vector<Uuid> holds; ///< asked for
    std::vector<Uuid> released;
};

} // namespace evertill
