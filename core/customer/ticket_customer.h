#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/customer/customer_card.h"
#include "core/journal/position.h"

#include <QStringList>

#include <map>

namespace evertill {

/// What the OMS said of a customer as far as prices ask for it. Names nobody.
struct CustomerFacts {
    Uuid id; ///< random: the same person whatever card they show
    QStringList groups;
    std::int64_t purchases = 0; ///< before this one
    std::map<QString, std::int64_t> uses = {}; ///< how often they were given each promotion
    Position through; ///< the last event of this till that purchases and uses count

    friend bool operator==(const CustomerFacts &, const CustomerFacts &) = default;
};

/// Who a ticket is for. Kept with the open cart: their name is not, it is asked for again.
struct TicketCustomer {
    CustomerCard card;
    std::optional<CustomerFacts> facts; ///< nothing while the OMS was not asked, or could not be

    friend bool operator==(const TicketCustomer &, const TicketCustomer &) = default;
};

/// Writes \a customer as the object of a cart's key "customer".
void writeTicketCustomer(JsonWriter &writer, const TicketCustomer &customer);
/// Reads one back; what is wrong is noted in \a fields, the cart's.
[[nodiscard]] std::optional<TicketCustomer> readTicketCustomer(JsonFields &fields);

} // namespace evertill
