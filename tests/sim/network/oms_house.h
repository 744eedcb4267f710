#pragma once

#include "sync/oms/exchange.h"
#include "tests/sandbox/logic/oms.h"
#include "tests/sim/disk/disk.h"
#include "tests/sim/oracle/knowledge.h"

#include <functional>
#include <set>

namespace evertill::sim {

/// One store's OMS, the sandbox's logic without HTTP, as a process on a disk of its own; and beside it the
/// oracle's books: what it has taken, in its order.
class OmsHouse final {
public:
    /// Finds the fact that an event's hash (hex) stands for.
    using FindFact = std::function<oracle::FactPtr(const QByteArray &hash)>;

    OmsHouse(sandbox::StoreSettings settings, std::uint64_t seed, FindFact findFact, bool beginsBlank);
    ~OmsHouse();

    [[nodiscard]] const QString &id() const { return m_settings.id; }
    [[nodiscard]] const sandbox::StoreSettings &settings() const { return m_settings; }
    [[nodiscard]] Disk &disk() { return m_disk; }
    [[nodiscard]] sandbox::Oms &oms() { return *m_oms; }
    [[nodiscard]] bool isUp() const { return m_oms != nullptr; }
    [[nodiscard]] oracle::Moment moment() const { return {m_books, m_books->size()}; }

    /// How far it ever had \a till's journal, whatever it lost since.
    [[nodiscard]] sandbox::Position mostAccepted(const QString &till) const;
    /// Makes a machine \a till, and every other one that was: gives its certificate's number.
    [[nodiscard]] QString enrol(const QString &till, const QByteArray &sealKey, qint64 now);
    /// What the office or a shopper did; the OMS has committed it.
    void note(oracle::Fact fact);

    struct Reply {
        HttpAnswer answer;
        std::optional<oracle::Told> told; ///< of a page or a snapshot
        bool isNews = true; ///< false: a page that a long poll would wait beyond
        bool isRepeat = false; ///< events, and all of them were there already
    };
    /// Does what \a till asks with \a certificate. Nothing where the OMS crashed over it. \a mostRows: of a
    /// page.
    [[nodiscard]] std::optional<Reply> ask(const QString &till, const QString &certificate,
        const HttpRequest &request, int mostRows, qint64 now);

    /// Answers what \a till asks of gift cards and customers.
    [[nodiscard]] HttpAnswer question(
        const QString &till, const QString &certificate, const HttpRequest &request, qint64 now);

    void crash(bool powerCut);
    void start();

    /// A copy of its files, and of what was in them.
    void keepCopy();
    [[nodiscard]] bool hasOlderCopy() const;
    /// Starts again from the copy that was kept.
    void restoreCopy();

private:
    [[nodiscard]] Reply answer(const QString &till, const QString &certificate, const HttpRequest &request,
        int mostRows, qint64 now);
    [[nodiscard]] Reply push(
        const QString &till, const QString &certificate, const HttpRequest &request, qint64 now);
    [[nodiscard]] Reply page(const QString &till, const HttpRequest &request, int mostRows);
    [[nodiscard]] HttpAnswer diverged(const QString &till, const HttpRequest &request);
    [[nodiscard]] Reply snapshot(const QString &till);
    /// Takes over into the books what the OMS has accepted of what \a till last sent.
    void bookAccepted(const QString &till);

    sandbox::StoreSettings m_settings;
    Chance m_chance;
    Disk m_disk;
    FindFact m_findFact;
    std::unique_ptr<sandbox::Oms> m_oms;
    std::shared_ptr<oracle::Log> m_books = std::make_shared<oracle::Log>();
    struct Copy {
        Disk::Image image;
        std::shared_ptr<const oracle::Log> books;
        std::size_t length = 0;
        std::map<QString, sandbox::Position> accepted;
    };
    std::optional<Copy> m_copy;
    std::map<QString, sandbox::Position> m_accepted;
    std::map<QString, sandbox::Position> m_mostAccepted;
    std::map<QString, QJsonArray> m_sent; ///< the events that each till sent last
    int m_officeFacts = 0;
    int m_certificates = 0;
};

} // namespace evertill::sim
