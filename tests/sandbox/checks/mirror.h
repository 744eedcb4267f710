#pragma once

#include "tests/sandbox/logic/oms.h"

#include <map>

namespace evertill::sandbox {

/// What a till makes of the feed or of a snapshot: the last state of each entity, as the contract tells it
/// to.
struct Mirror {
    struct Row {
        Position through;
        QJsonObject row;
        friend bool operator==(const Row &a, const Row &b)
        {
            return a.through == b.through && a.row == b.row;
        }
    };
    std::map<std::pair<QString, QString>, Row> rows; ///< by entity and id
    Position included;
    QByteArray cursor;
    int changes = 0;

    /// One Change line.
    void apply(const QByteArray &line);
    /// One page; true where another is there already. Refusals fail the test by an empty cursor.
    bool takePage(Oms &oms, const QString &till, int limit);
    void takeAll(Oms &oms, const QString &till, int limit = 500);
    /// All lines of a snapshot; false where its closing line does not fit them.
    [[nodiscard]] bool takeSnapshot(Oms &oms, const QString &till);

    [[nodiscard]] QJsonObject row(const QString &entity, const QString &id) const;
    [[nodiscard]] Position through(const QString &entity, const QString &id) const;
    /// Whether the till's own event is not yet in this row, so that the till counts it itself.
    [[nodiscard]] bool tillCounts(Position event, const QString &entity, const QString &id) const;
};

} // namespace evertill::sandbox
