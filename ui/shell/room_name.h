#pragma once

#include <QtGlobal>

namespace evertill {

/// The rooms of the window, in the rail's order.
enum class RoomName { Sell, Pickups, Returns, Cash, Tasks };

} // namespace evertill
