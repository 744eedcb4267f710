#pragma once

#include "tests/sim/disk/chance.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace evertill::sim {

struct Handle;

/// What a power cut did to a disk.
struct Loss {
    int lost = 0; ///< writes that were never flushed, and names that were not
    int torn = 0; ///< writes of which a part arrived
};

/// A file's bytes: as programs see them, and as they would be found after a power cut.
class Inode final {
public:
    Inode();
    /// Holds \a content, flushed long ago.
    explicit Inode(const std::string &content);

    /// Never that of another file.
    [[nodiscard]] std::uint64_t number() const { return m_number; }
    [[nodiscard]] const std::string &content() const { return m_content; }
    void write(std::size_t at, const char *bytes, std::size_t count);
    void truncate(std::size_t size);
    void sync();
    /// Each write since the last sync arrived, or did not, or some of its sectors did.
    void cutPower(Chance &chance, Loss &loss);

    // SQLite's locks and shared memory: gone with the processes that hold them.
    std::vector<Handle *> handles;
    std::vector<std::unique_ptr<char[]>> shared;

private:
    struct Write {
        std::size_t at;
        std::string bytes;
        bool isTruncation;
    };
    static void apply(std::string &content, const Write &write);

    std::uint64_t m_number;
    std::string m_content;
    std::string m_durable;
    std::vector<Write> m_unsynced;
};

/// Folders flattened: whole paths. Names reach the disk in their order, and surely with syncNames().
class Names final {
public:
    [[nodiscard]] std::shared_ptr<Inode> find(const std::string &path) const;
    void set(const std::string &path, std::shared_ptr<Inode> inode);
    void remove(const std::string &path);
    /// One step: both names change, or neither.
    void rename(const std::string &from, const std::string &to);
    void sync();
    void cutPower(Chance &chance, Loss &loss);
    [[nodiscard]] const std::map<std::string, std::shared_ptr<Inode>> &all() const { return m_now; }

private:
    using Map = std::map<std::string, std::shared_ptr<Inode>>;
    struct Change {
        std::string path;
        std::shared_ptr<Inode> inode; ///< null: removed
        std::string from; ///< of a renaming
    };
    static void apply(Map &map, const Change &change);

    Map m_now;
    Map m_durable;
    std::vector<Change> m_unsynced;
};

} // namespace evertill::sim
