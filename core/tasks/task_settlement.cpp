#include "core/tasks/task_settlement.h"

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr char kInsert[] = "INSERT INTO task_settled(task,position,note) VALUES(?,?,?)";

} // namespace

Fact taskSettled(const TaskSettlement &settlement, QDate businessDate)
{
    const QByteArray payload = JsonWriter()
                                   .beginObject()
                                   .field("note", settlement.note)
                                   .field("task", settlement.task)
                                   .endObject()
                                   .take();
    return {"task.settled", 1, settlement.task.toUtf8(), businessDate, payload};
}

Result<TaskSettlement> taskSettlementFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    const TaskSettlement settlement{fields.text("task"_L1), fields.text("note"_L1)};
    if (fields.ok() && settlement.task.isEmpty())
        fields.fail(u"task: no id"_s);
    if (event.kind != "task.settled" || event.version != 1)
        fields.fail(u"not a task.settled of version 1"_s);
    if (!fields.ok())
        return refuse(Code::BadInput, {{u"problem"_s, fields.problem()}});
    return settlement;
}

void project(const Event &event, const TaskSettlement &settlement, Database &database)
{
    database.statement(kInsert).with(settlement.task, event.position.packed(), settlement.note).run();
}

Result<> replayTask(const Event &event, Database &database)
{
    const auto settlement = taskSettlementFrom(event);
    if (!settlement)
        return tl::unexpected(settlement.error());
    project(event, *settlement, database);
    return {};
}

} // namespace evertill
