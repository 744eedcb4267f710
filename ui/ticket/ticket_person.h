#pragma once

#include "core/base/money.h"

#include <QString>

#include <optional>

namespace evertill {

/// What the till knows of the ticket's customer beside what the cart keeps: for the screen, and gone with it.
struct TicketPerson {
    enum class Asked {
        Nobody, ///< there is none
        Now, ///< the OMS is being asked
        Answered,
        InVain, ///< it could not be asked: no name, and no groups beside those the cart has
    };

    Asked asked = Asked::Nobody;
    QString name = {};
    std::int64_t points = 0; ///< free
    std::optional<Money> onAccount = {}; ///< what may still go on account; nothing: they pay at once
    friend bool operator==(const TicketPerson &, const TicketPerson &) = default;
};

} // namespace evertill
