#pragma once

#include "core/store/files.h"
#include "tests/sim/disk/inode.h"

#include <QString>

#include <functional>

namespace evertill::sim {

/// One machine's disk, in memory. SQLite reaches it through the VFS "sim" (vfs.h) under root(), core through
/// files(). It can be told to fail in the midst of things: from then on nothing that the process does reaches
/// it, until restart().
class Disk final {
public:
    /// \a machine: letters and digits, one disk each.
    Disk(const std::string &machine, std::uint64_t seed);
    ~Disk();
    Disk(const Disk &) = delete;
    Disk &operator=(const Disk &) = delete;

    [[nodiscard]] std::string root() const { return m_root; }
    [[nodiscard]] DataFolder folder() const;
    /// The disk on which \a path lies, if any.
    [[nodiscard]] static Disk *of(const std::string &path);

    /// The process ends at the \a operation-th change from now (1: the next); 0: never.
    void endAt(std::int64_t operation) { m_endAt = operation ? m_operations + operation : 0; }
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }
    /// The process ends here.
    void end() { m_hasEnded = true; }
    /// What the next process finds: all that was written where only the process was killed, or what a power
    /// cut leaves. Every handle is closed by then.
    Loss restart(bool powerCut);

    /// While full, no file grows and none is made.
    void setFull(bool isFull) { m_isFull = isFull; }
    [[nodiscard]] bool isFull() const { return m_isFull; }
    [[nodiscard]] std::int64_t refused() const { return m_refused; }
    [[nodiscard]] std::int64_t operations() const { return m_operations; }

    /// Every file as it is; a disk made from it later holds nothing else.
    using Image = std::map<std::string, std::string>;
    [[nodiscard]] Image image() const;
    void become(const Image &image);

    /// Has \a work done when the \a reads-th look into a database from now on has ended: what another thread
    /// commits between two reads. It throws nothing.
    void afterRead(int reads, std::function<void()> work);
    /// Does it now, where nobody has looked as often.
    void endReads();

    /// Files of ours begin as their migrations leave them (blanks.h); else every migration is lived.
    void beginBlank(bool begins) { m_beginsBlank = begins; }
    [[nodiscard]] bool beginsBlank() const { return m_beginsBlank; }

    // What the VFS and the files ask. A step that changes the disk begins with mayChange(); it is done only
    // if that says so.
    enum class Step { Done, Ended, Full };
    [[nodiscard]] Step mayChange(bool grows);
    /// Whether the process ends right after the change that was just made.
    [[nodiscard]] bool endsNow();
    /// A look into a database has ended.
    void readEnded();
    [[nodiscard]] Names &names() { return m_names; }
    [[nodiscard]] Chance &chance() { return m_chance; }

private:
    std::string m_root;
    Chance m_chance;
    Names m_names;
    std::unique_ptr<Files> m_files;
    std::int64_t m_operations = 0;
    std::int64_t m_endAt = 0;
    std::int64_t m_refused = 0;
    int m_readsLeft = 0;
    std::function<void()> m_afterReads;
    bool m_endsAfterChange = false;
    bool m_hasEnded = false;
    bool m_isFull = false;
    bool m_beginsBlank = false;
};

} // namespace evertill::sim
