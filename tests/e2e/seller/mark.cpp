#include "tests/e2e/seller/mark.h"

#include <QFile>

#include <fcntl.h>
#include <sqlite3.h>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace evertill::test {

Mark::Mark(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || ::ftruncate(file, sizeof(Doing)) != 0)
        qFatal("no mark at %s", qPrintable(path));
    void *memory = ::mmap(nullptr, sizeof(Doing), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    if (memory == MAP_FAILED)
        qFatal("%s can't be mapped", qPrintable(path));
    m_doing = new (memory) std::atomic<Doing>(Doing::Starting);
}

Mark::~Mark() { ::munmap(m_doing, sizeof(Doing)); }

void Mark::watch(Database &ledger)
{
    sqlite3_update_hook(ledger.handle().getHandle(), rowChanged, this);
    sqlite3_commit_hook(ledger.handle().getHandle(), committing, this);
}

void Mark::rowChanged(void *mark, int, const char *, const char *table, long long)
{
    auto &self = *static_cast<Mark *>(mark);
    if (table == std::string_view("receipt"))
        self.m_what = Doing::CommittingReceipt;
    else if (table == std::string_view("journal") && self.m_what == Doing::CommittingCart)
        self.m_what = Doing::CommittingFact;
}

int Mark::committing(void *mark)
{
    auto &self = *static_cast<Mark *>(mark);
    self.set(std::exchange(self.m_what, Doing::CommittingCart));
    return 0;
}

void MarkedQueue::post(Work work)
{
    m_queue.post([&mark = m_mark, work = std::move(work)] {
        mark.turn(Doing::Selling, Doing::Writing);
        work();
        mark.turn(Doing::CommittingReceipt, Doing::Stored);
        for (const Doing other : {Doing::Writing, Doing::CommittingCart, Doing::CommittingFact})
            mark.turn(other, Doing::Selling);
    });
}

} // namespace evertill::test
