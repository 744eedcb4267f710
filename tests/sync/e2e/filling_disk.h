#pragma once

namespace evertill::test {

/// Makes the machine's disk, as SQLite sees it in this process, one that fills up. Other programs' files, and
/// files that SQLite has no hand in, are not concerned. Set up once, before any connection is open.
class FillingDisk final {
public:
    FillingDisk();
    /// So many more writes may make a file longer; then each is refused as on a full disk.
    void fillAfter(int growingWrites);
    void makeRoom();
};

} // namespace evertill::test
