#include "core/pickup/pickup_step.h"

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

struct Named {
    PickupStepKind kind;
    const char *name;
};
constexpr Named kKinds[] = {
    {PickupStepKind::Picking, "pickup.picking"},
    {PickupStepKind::ItemRejected, "pickup.item_rejected"},
    {PickupStepKind::Ready, "pickup.ready"},
    {PickupStepKind::HandedOver, "pickup.handed_over"},
    {PickupStepKind::Rejected, "pickup.rejected"},
};

const char *nameOf(PickupStepKind kind) { return kKinds[int(kind) - int(PickupStepKind::Picking)].name; }

QByteArray payloadOf(const PickupStep &step)
{
    JsonWriter json;
    json.beginObject();
    if (step.kind == PickupStepKind::ItemRejected)
        json.field("line", step.line);
    if (step.kind == PickupStepKind::HandedOver) {
        json.key("lines").beginArray();
        for (const HandedLine &line : step.lines) {
            json.beginObject().field("line", line.line).field("quantity", line.quantity.thousandths());
            json.field("sku", line.sku).endObject();
        }
        json.endArray();
    }
    json.field("order", step.order);
    if (step.kind == PickupStepKind::HandedOver)
        json.key("proof").utf8(step.proof == ProofKind::Code ? "code" : "name");
    if (step.kind == PickupStepKind::ItemRejected)
        json.field("quantity", step.quantity.thousandths());
    if (step.kind == PickupStepKind::ItemRejected || step.kind == PickupStepKind::Rejected)
        json.field("reason", step.reason);
    return json.endObject().take();
}

void readHandOver(JsonFields &fields, PickupStep &step)
{
    const QString proof = fields.text("proof"_L1);
    step.proof = proof == "name"_L1 ? ProofKind::Name : ProofKind::Code;
    if (proof != "name"_L1 && proof != "code"_L1)
        fields.fail(u"proof: neither code nor name"_s);
    for (const QJsonValue item : fields.array("lines"_L1)) {
        JsonFields line(item.toObject(), u"lines[%1]"_s.arg(step.lines.size()));
        step.lines.push_back({line.smallInteger("line"_L1, 1), line.text("sku"_L1),
            Quantity::thousandths(line.integer("quantity"_L1, 1))});
        if (!line.ok())
            fields.fail(line.problem());
    }
}

} // namespace

void layOver(PickupOrder &order, const PickupStep &step)
{
    if (!isOpen(order.state))
        return;
    switch (step.kind) {
    case PickupStepKind::Picking:
        if (order.state == PickupState::New)
            order.state = PickupState::Picking;
        break;
    case PickupStepKind::ItemRejected:
        for (PickupLine &line : order.lines) {
            if (line.line == step.line)
                line.rejected += step.quantity;
        }
        break;
    case PickupStepKind::Ready:
        order.state = PickupState::Ready;
        break;
    case PickupStepKind::HandedOver:
        order.state = PickupState::HandedOver;
        break;
    case PickupStepKind::Rejected:
        order.state = PickupState::Rejected;
        break;
    }
}

Fact pickupFact(const PickupStep &step, QDate businessDate)
{
    return {nameOf(step.kind), 1, step.order.toUtf8(), businessDate, payloadOf(step)};
}

Result<PickupStep> pickupStepFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    PickupStep step;
    const auto *named = std::find_if(
        std::begin(kKinds), std::end(kKinds), [&](const Named &known) { return event.kind == known.name; });
    if (named == std::end(kKinds) || event.version != 1)
        return refuse(Code::BadInput, {{u"problem"_s, u"not a pickup event of version 1"_s}});
    step.kind = named->kind;
    step.order = fields.text("order"_L1);
    if (step.kind == PickupStepKind::ItemRejected) {
        step.line = fields.smallInteger("line"_L1, 1);
        step.quantity = Quantity::thousandths(fields.integer("quantity"_L1, 1));
    }
    if (step.kind == PickupStepKind::ItemRejected || step.kind == PickupStepKind::Rejected)
        step.reason = fields.text("reason"_L1);
    if (step.kind == PickupStepKind::HandedOver)
        readHandOver(fields, step);
    if (!fields.ok())
        return refuse(Code::BadInput, {{u"problem"_s, fields.problem()}});
    return step;
}

} // namespace evertill
