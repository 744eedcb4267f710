#include "tests/sim/machines/lost_till.h"

#include "core/journal/seal.h"
#include "sync/oms/answers.h"
#include "tests/sandbox/store/json_text.h"
#include "tests/sim/machines/peril.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/network/mangle.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

/// Asked without a network: enrolling waits until there is one.
class JournalAtHouse final : public JournalAtOms {
public:
    explicit JournalAtHouse(const Till &till, Chance *chance = nullptr) : m_till(till), m_chance(chance) { }
    /// Whether an answer was changed on its way.
    [[nodiscard]] bool isSpoilt() const { return m_isSpoilt; }

    [[nodiscard]] Result<Accepted> position() const override
    {
        return decodeAccepted(sandbox::jsonText(m_till.house.oms().position(m_till.id)));
    }
    [[nodiscard]] Result<JournalPiece> after(Position after, int) const override
    {
        constexpr int kPiece = 3;
        const QJsonObject back = m_till.house.oms().journalBack(m_till.id, {after.epoch, after.seq}, kPiece);
        const QByteArray body = sandbox::jsonText(back);
        const QByteArray other =
            m_chance && m_chance->percent(kSpoilt) ? withAnotherFact(body, *m_chance) : body;
        m_isSpoilt = m_isSpoilt || other != body;
        return decodeJournalPiece(other, PieceOf::Chain, after);
    }

private:
    static constexpr int kSpoilt = 10; // pieces in a hundred

    const Till &m_till;
    Chance *m_chance; // null: nothing befalls
    mutable bool m_isSpoilt = false;
};

/// How much of the till's journal the OMS has; nothing where it has anything else.
std::optional<std::size_t> lengthAtOms(const Till &till, const Accepted &accepted)
{
    const auto &facts = till.journal->facts();
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (Position{facts[i]->epoch, facts[i]->seq} == accepted.position)
            return i + 1;
    }
    return std::nullopt;
}

} // namespace

bool LostTill::canBeRebuilt(const Till &till)
{
    if (!till.house.isUp() || till.disk.isFull())
        return false;
    const auto accepted = JournalAtHouse(till).position();
    return accepted && lengthAtOms(till, *accepted).has_value();
}

void LostTill::replace(Till &till)
{
    const Accepted accepted = JournalAtHouse(till).position().value();
    m_scene.countUnderWay(Fault::TillRebuilt, till);
    m_scene.tell([&] {
        return u"%1's disk is gone, the OMS has it up to %2-%3"_s.arg(till.id)
            .arg(accepted.position.epoch)
            .arg(accepted.position.seq);
    });
    till.disk.end();
    till.process.reset();
    (void)till.disk.restart(false);
    till.disk.become({});
    till.knowledge.forget();
    till.backup.reset();
    till.keptCart.reset();
    till.journal = till.journal->prefix(lengthAtOms(till, accepted).value());
    till.confirmed = {accepted.position, accepted.hash};
    till.pending = {oracle::Fact{.kind = oracle::Kind::EpochOpened}};
    till.wasRestored = true;
    require(join(till).joined.how == Joined::Rebuilt, u"%1 was not built anew"_s.arg(till.id));
    m_machines.start(till);
}

void LostTill::enrol(Till &till)
{
    const DataFolder folder = till.disk.folder();
    const auto key = SealKey::keptAt(folder.file(u"seal.key"_s), till.random, *folder.files);
    require(key.has_value(), u"%1 has no key for its seals"_s.arg(till.id));
    till.certificate = till.house.enrol(till.id, key->publicKey(), m_scene.now.us);
}

LostTill::Enrolled LostTill::join(Till &till)
{
    till.setClock(m_scene.now);
    enrol(till);
    for (bool lostPower = false;;) {
        std::optional<Result<Joined>> joined;
        const JournalAtHouse journal(till, m_scene.isHealing ? nullptr : &m_scene.chance);
        try {
            const Peril peril(m_scene, till.disk, 30, 80);
            joined = joinJournal(till.disk.folder(), till.config, journal, nullptr, till.clock, till.random);
        } catch (const std::exception &error) {
            require(till.disk.hasEnded(),
                u"%1 can't be enrolled: %2"_s.arg(till.id, QString::fromUtf8(error.what())));
        }
        if (!till.disk.hasEnded() && !*joined && journal.isSpoilt()) {
            m_scene.tell([&] {
                return u"%1's new machine is told nonsense: %2"_s.arg(
                    till.id, joined->error().facts.value(u"problem"_s).toString());
            });
            continue;
        }
        if (!till.disk.hasEnded()) {
            require(joined->has_value(),
                u"%1 can't be enrolled again: %2"_s.arg(
                    till.id, *joined ? QString() : joined->error().facts.value(u"problem"_s).toString()));
            return {**joined, lostPower};
        }
        m_scene.tell([&] { return u"%1's new machine fails while it is enrolled"_s.arg(till.id); });
        const bool cutsPower = m_scene.chance.percent(50);
        (void)till.disk.restart(cutsPower);
        lostPower = lostPower || cutsPower;
    }
}

} // namespace evertill::sim
