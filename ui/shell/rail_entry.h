#pragma once

#include "ui/shell/room_name.h"

#include <QKeySequence>
#include <QString>

namespace evertill {

/// What the rail says of a room, made or not yet made.
struct RailEntry {
    RoomName name;
    QString title;
    QKeySequence key;
    QString icon; ///< names a file of resources/icons without its ending: "sell"
};

} // namespace evertill
