#pragma once

#include "tests/sandbox/store/position.h"

#include <QJsonObject>
#include <QString>

namespace evertill::sandbox {

/// One accepted event of a till, as the books see it.
struct Fact {
    QString till;
    Position position;
    QString id;
    QString kind;
    qint64 version = 0;
    QString subject;
    qint64 at = 0;
    QString businessDate;
    QString actor;
    QJsonObject payload;
};

/// What became of an event; said to the till word for word by outcomeName().
enum class Outcome { Applied, Repeat, Task, NotUnderstood };

[[nodiscard]] inline QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Applied:
        return QStringLiteral("applied");
    case Outcome::Repeat:
        return QStringLiteral("repeat");
    case Outcome::Task:
        return QStringLiteral("task");
    case Outcome::NotUnderstood:
        return QStringLiteral("not_understood");
    }
    return {};
}

} // namespace evertill::sandbox
