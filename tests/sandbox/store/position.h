#pragma once

#include <QtGlobal>

namespace evertill::sandbox {

/// A place in one till's journal. {0, 0} is before everything.
struct Position {
    qint64 epoch = 0;
    qint64 seq = 0;

    friend constexpr bool operator==(Position a, Position b) { return a.epoch == b.epoch && a.seq == b.seq; }
    friend constexpr bool operator<(Position a, Position b)
    {
        return a.epoch != b.epoch ? a.epoch < b.epoch : a.seq < b.seq;
    }
};

} // namespace evertill::sandbox
