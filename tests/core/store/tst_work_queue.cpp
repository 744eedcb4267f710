#include "core/store/work_queue.h"

#include <QTest>

#include <atomic>
#include <vector>

using namespace evertill;

class WorkQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worksInOrderOfArrival();
    void finishesWhatWasPostedBeforeItCloses();
    void tellsWhenItIsIdle();
};

void WorkQueueTest::worksInOrderOfArrival()
{
    std::vector<int> order; // touched by the queue's one thread until that thread has ended
    {
        ThreadQueue queue;
        for (int i = 0; i < 1000; ++i)
            queue.post([&order, i] { order.push_back(i); });
    }
    QCOMPARE(order.size(), std::size_t(1000));
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(order[std::size_t(i)], i);
}

void WorkQueueTest::finishesWhatWasPostedBeforeItCloses()
{
    std::atomic<int> done = 0;
    {
        ThreadQueue queue;
        queue.post([&] { QTest::qSleep(50); });
        for (int i = 0; i < 10; ++i)
            queue.post([&] { ++done; });
    }
    QCOMPARE(done.load(), 10);
}

void WorkQueueTest::tellsWhenItIsIdle()
{
    std::atomic<int> work = 0;
    std::atomic<int> seenWhenIdle = -1;
    ThreadQueue queue([&] { seenWhenIdle = work.load(); });
    for (int i = 0; i < 5; ++i)
        queue.post([&] { ++work; });
    QTRY_COMPARE(seenWhenIdle.load(), 5);
}

QTEST_GUILESS_MAIN(WorkQueueTest)
#include "tst_work_queue.moc"
