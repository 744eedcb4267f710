#include "tests/sim/world/world.h"

#include "core/journal/epoch.h"
#include "tests/sandbox/store/store.h"
#include "tests/sim/disk/blanks.h"
#include "tests/sim/disk/vfs.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/world/final_audit.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::sim {

namespace {

constexpr int kMigrates = 10; ///< seeds in a hundred where every file of ours is migrated where it is made

void keepBlanks()
{
    const auto migrated = [](const char *family, Database::Kind kind) {
        return [family, kind](Disk &, const std::string &path) {
            Database made(QString::fromStdString(path), kind);
            require(migrate(made, QString::fromLatin1(family)).has_value(), u"no blank file"_s);
        };
    };
    Blanks::keep("ledger.db", migrated("ledger", Database::Kind::Ledger));
    Blanks::keep("replica-", migrated("replica", Database::Kind::Replica));
    Blanks::keep(
        "oms.db", [](Disk &, const std::string &path) { sandbox::Store(QString::fromStdString(path)); });
}

} // namespace

World::World(std::uint64_t seed, bool isTold)
    : m_scene(seed, isTold), m_machines(m_scene), m_sync(m_scene), m_counter(m_scene, m_machines),
      m_cashier(m_scene, m_counter), m_staff(m_scene, m_counter), m_manager(m_scene, m_counter),
      m_office(m_scene, m_sync, m_staff), m_trouble(m_scene, m_machines, m_sync), m_views(m_scene)
{
    useSimulatedDisks();
    keepBlanks();
    seedSqlite(seed);
    m_sync.record = [this](Till &till, const std::vector<oracle::Fact> &facts) {
        m_machines.record(till, facts);
    };
    m_sync.lookAcross = [this](Till &till, const std::function<void()> &change) {
        m_views.checkAcross(till, change);
    };
    m_sync.bury = [this](Till &till) { m_machines.bury(till); };
}

World::~World()
{
    // Ended as by a power cut: nothing of theirs is worth writing any more.
    for (const auto &till : m_scene.tills) {
        till->disk.end();
        till->process.reset();
    }
}

void World::open()
{
    Chance &chance = m_scene.chance;
    m_scene.beginsBlank = !chance.percent(kMigrates);
    m_scene.badWeather = int(chance.between(5, 45));
    m_scene.restoresTills = chance.percent(35);
    m_scene.copiesDisks = !m_scene.restoresTills && chance.percent(20);
    m_scene.mostRows = int(chance.between(1, 3));
    const int shops = chance.percent(25) ? 2 : 1;
    for (int shop = 0; shop < shops; ++shop) {
        sandbox::StoreSettings settings;
        settings.id = shop == 0 ? u"BER1"_s : u"ZRH1"_s;
        settings.currency = shop == 0 ? u"EUR"_s : u"CHF"_s;
        settings.giftCardsOffline = 500 * chance.below(5);
        m_scene.houses.push_back(std::make_unique<OmsHouse>(
            settings, chance.any(),
            [this](const QByteArray &hash) {
                const auto found = m_scene.facts.find(hash.toStdString());
                return found == m_scene.facts.end() ? nullptr : found->second;
            },
            m_scene.beginsBlank));
        OmsHouse &house = *m_scene.houses.back();
        m_office.openShop(house);
        const int tills = int(chance.between(shop == 0 ? 2 : 1, shop == 0 ? 3 : 1));
        for (int number = 1; number <= tills; ++number) {
            m_scene.tills.push_back(
                std::make_unique<Till>(settings.id + u"T%1"_s.arg(number), house, chance.any()));
            Till &till = *m_scene.tills.back();
            till.disk.beginBlank(m_scene.beginsBlank);
            till.driftsSince = m_scene.now;
            till.pending = {oracle::Fact{.kind = oracle::Kind::EpochOpened}};
            m_machines.start(till);
            saveTillConfig(till.process->ledger->database(), till.config);
            till.certificate =
                house.enrol(till.id, till.process->ledger->sealKey().publicKey(), m_scene.now.us);
        }
    }
}

std::optional<QString> World::live(int steps)
{
    try {
        open();
        for (int i = 0; i < steps; ++i)
            step();
        heal();
        FinalAudit(m_scene).check();
        for (const auto &till : m_scene.tills)
            m_deeds.count(*till->journal);
        for (const auto &house : m_scene.houses)
            m_deeds.countTasks(house->moment());
    } catch (const Finding &finding) {
        m_scene.tell([&] { return finding.what; });
        return finding.what;
    }
    return std::nullopt;
}

void World::step()
{
    ++m_steps;
    const std::int64_t what = m_scene.chance.below(100);
    if (what < 60)
        advance();
    else if (what < 91)
        person();
    else if (what < 95)
        m_office.act(*m_scene.chance.oneOf(m_scene.houses));
    else
        m_trouble.strike();
}

std::optional<Instant> World::nextWake() const
{
    auto next = m_scene.agenda.next();
    for (const auto &till : m_scene.tills) {
        if (!till->process)
            continue;
        till->setClock(m_scene.now);
        const auto wake = till->process->engine.wakeAt();
        if (!wake)
            continue;
        // By the till's own clock, which is off.
        const Instant at = m_scene.now + std::max(std::chrono::microseconds(1000), *wake - till->clock.now());
        next = next ? std::min(*next, at) : at;
    }
    return next;
}

void World::advance()
{
    const auto next = nextWake();
    if (!next)
        return;
    m_scene.now = std::max(m_scene.now, *next);
    while (m_scene.agenda.next() && *m_scene.agenda.next() <= m_scene.now)
        m_scene.agenda.take()();
    for (const auto &till : m_scene.tills) {
        m_sync.serve(*till);
        m_views.check(*till);
    }
    m_trouble.mend();
}

void World::person()
{
    Till &till = *m_scene.chance.oneOf(m_scene.tills);
    m_scene.now = m_scene.now + std::chrono::milliseconds(m_scene.chance.below(1500));
    if (!till.isRunning())
        return;
    try {
        const std::int64_t who = m_scene.chance.below(100);
        if (till.twin)
            m_cashier.actBeside(till);
        else if (who < 63)
            m_cashier.act(till);
        else if (who < 95)
            m_staff.act(till);
        else
            m_manager.act(till);
        m_sync.pump(till);
    } catch (const ProcessEnded &) {
        m_machines.bury(till);
    }
    m_views.check(till);
}

bool World::isHealed(const Till &till) const
{
    if (till.isPutAway)
        return true;
    if (till.twin)
        return false;
    const auto moment = till.house.moment();
    const auto &whole = till.knowledge.wholeAt();
    if (!till.process || !whole || !oracle::tellsTheSame(*whole, moment))
        return false;
    // What the till believes is one thing: the books may have lost it again since.
    if (!moment.log->has(till.journal->facts().back()->uid, moment.length))
        return false;
    if (EpochMarks(till.process->ledger->database()).isRecoveryDue())
        return false;
    const ConnectionStatus &status = till.process->engine.status();
    const Accepted accepted = till.process->files.replica().accepted();
    return status.state == ConnectionStatus::Online && status.unsent == 0
        && accepted.position == till.confirmed.position && accepted.hash == till.confirmed.hash;
}

void World::heal()
{
    m_scene.tell([] { return u"all is well from here on"_s; });
    m_scene.isHealing = true;
    m_trouble.end();
    for (const auto &till : m_scene.tills)
        m_sync.serve(*till);
    const Instant end = m_scene.now + 26h; // a clock a day off may have to come round
    for (int i = 0; m_scene.now < end && i < 20'000; ++i) {
        const bool isHealed = std::all_of(m_scene.tills.begin(), m_scene.tills.end(),
            [this](const auto &till) { return this->isHealed(*till); });
        if (isHealed)
            return;
        advance();
        ++m_steps;
    }
    for (const auto &till : m_scene.tills) {
        require(isHealed(*till),
            u"%1 does not heal: %2"_s.arg(till->id,
                !till->process ? u"it does not run"_s
                               : u"unsent %1, state %2 %3"_s.arg(till->process->engine.status().unsent)
                                     .arg(int(till->process->engine.status().state))
                                     .arg(till->process->engine.status().detail)));
    }
}

std::int64_t World::events() const
{
    std::int64_t events = 0;
    for (const auto &till : m_scene.tills)
        events += std::int64_t(till->journal->size());
    return events;
}

} // namespace evertill::sim
