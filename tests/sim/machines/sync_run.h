#pragma once

#include "tests/sim/machines/scene.h"

namespace evertill::sim {

/// Runs the engines' actions in virtual time: files at once, exchanges through a network that does its worst.
class SyncRun final {
public:
    explicit SyncRun(Scene &scene) : m_scene(scene) { }

    /// Asks \a till's engine until it wants nothing more for now. Throws ProcessEnded.
    void pump(Till &till);
    /// Pumps a till that has something due, and buries it where it ends over that: for what is due in the
    /// agenda.
    void serve(Till &till);
    std::function<void(Till &)> bury; ///< who buries
    std::function<void(Till &, const std::vector<oracle::Fact> &)> record; ///< who writes down
    /// Who looks at a till's screens while something is committed to its replica.
    std::function<void(Till &, const std::function<void()> &)> lookAcross;

    /// Something changed in the OMS's books: held questions may have their answer.
    void wakePolls(OmsHouse &house);
    /// The OMS died or was stopped: whatever it held is broken off.
    void breakOff(OmsHouse &house, std::optional<Fault> fault);

private:
    struct Ref {
        Till *till = nullptr;
        int process = 0;
        ActionId id = 0;
        friend bool operator==(const Ref &, const Ref &) = default;
    };
    struct Request {
        Ref ref;
        HttpRequest what;
        Doing doing = Doing::Position;
        std::optional<Fault> fault;
        std::uint64_t order = 0;
        Instant heldUntil = {}; ///< of a long poll; zero before it is held
        QString certificate = {}; ///< that it is asked with
    };

    void perform(Till &till, const Action &action);
    void apply(Till &till, ActionId id, const ApplyPage &what);
    void recordAgain(Till &till, ActionId id, const RecordFacts &what);
    /// Does \a work to the till's files; the process may end over it.
    [[nodiscard]] Outcome inPeril(Till &till, const std::function<Outcome()> &work);
    /// As it, for what its screens show of the replica: or somebody looks at them meanwhile.
    [[nodiscard]] Outcome inSight(Till &till, int percent, int changes, const std::function<Outcome()> &work);
    void answer(Till &till, ActionId id, const Outcome &outcome);
    /// After a failure of the till's own disk: what its replica shows now.
    void resync(Till &till, const Outcome &outcome);
    void begin(Till &till, ActionId id, const HttpRequest &request, bool isSnapshot);
    [[nodiscard]] std::optional<Fault> chooseFault(const Till &till);
    [[nodiscard]] std::chrono::microseconds way();

    void arrive(const Request &request);
    void ask(const Request &request);
    void hold(Request request);
    void endHold(OmsHouse &house, const Ref &ref);
    void reply(const Request &request, const OmsHouse::Reply &reply);
    void deliver(const Request &request, const OmsHouse::Reply &reply);
    void deliverSnapshot(const Request &request, const OmsHouse::Reply &reply, std::size_t from);
    void finishSnapshot(const Request &request, const OmsHouse::Reply &reply,
        const std::variant<HttpAnswer, HttpFailure> &ended);
    void end(const Request &request, const Outcome &outcome);
    void countDelay(const Request &request, const Exchange &exchange);
    [[nodiscard]] Exchange *find(const Ref &ref);
    [[nodiscard]] Outcome spoilt(const Request &request, HttpAnswer answer);

    Scene &m_scene;
    std::map<const OmsHouse *, std::vector<Request>> m_polls;
    std::uint64_t m_lastOrder = 0;
};

} // namespace evertill::sim
