#include "core/pickup/pickup_projection.h"

#include "core/stock/movements.h"

namespace evertill {
namespace {

constexpr char kInsert[] =
    "INSERT INTO pickup_step(position,order_id,kind,line,quantity,reason,proof,at) VALUES(?,?,?,?,?,?,?,?)";

} // namespace

void project(const Event &event, const PickupStep &step, Database &database)
{
    const bool rejectsItem = step.kind == PickupStepKind::ItemRejected;
    const char *proof = step.proof == ProofKind::Code ? "code" : "name";
    database.statement(kInsert)
        .with(event.position.packed(), step.order, int(step.kind),
            rejectsItem ? std::optional(step.line) : std::nullopt,
            rejectsItem ? std::optional(step.quantity.thousandths()) : std::nullopt, step.reason,
            step.kind == PickupStepKind::HandedOver ? proof : "", event.at.us)
        .run();
    int movement = 0;
    for (const HandedLine &line : step.lines)
        moveStock(database, event.position, ++movement, line.sku, -line.quantity, "handed_over");
}

Result<> replayPickup(const Event &event, Database &database)
{
    const auto step = pickupStepFrom(event);
    if (!step)
        return tl::unexpected(step.error());
    project(event, *step, database);
    return {};
}

} // namespace evertill
