#include "sync/oms/snapshot_decoder.h"
#include "tests/sync/oms/rows.h"
#include "tests/sync/oms/snapshot_text.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

const QByteArray kLines = kTax + '\n' + kProduct + '\n' + kStock + '\n';

struct Reading {
    std::vector<FeedChange> changes;
    std::vector<std::size_t> batches;
    Result<SnapshotEnd> end = SnapshotEnd();
};

/// What comes of \a text when it arrives in pieces of \a size bytes.
Reading readInPieces(const QByteArray &text, qsizetype size)
{
    Reading reading;
    SnapshotDecoder decoder([&](std::span<const FeedChange> batch) -> Result<> {
        reading.changes.insert(reading.changes.end(), batch.begin(), batch.end());
        reading.batches.push_back(batch.size());
        return {};
    });
    for (qsizetype at = 0; at < text.size(); at += size) {
        if (auto fed = decoder.feed(QByteArrayView(text).sliced(at, std::min(size, text.size() - at)));
            !fed) {
            reading.end = tl::unexpected(fed.error());
            return reading;
        }
    }
    reading.end = decoder.finish();
    return reading;
}

} // namespace

class SnapshotDecoderTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhateverTheSizeOfThePieces();
    void handsOnBatchesOfAtMostFiveHundred();
    void batchesOfLongLinesAreHandedOnSooner();
    void aPriceListIsOneLineHoweverLong();
    void entitiesNobodyKnowsCountAsLines();
    void whatTheTakerRefusesIsHandedOn();
    void badSnapshotsAreRefused_data();
    void badSnapshotsAreRefused();
};

void SnapshotDecoderTest::readsWhateverTheSizeOfThePieces()
{
    const QByteArray text = kLines + closing(3, kLines);
    for (qsizetype size = 1; size <= text.size(); ++size) {
        const Reading reading = readInPieces(text, size);
        QVERIFY(reading.end);
        QCOMPARE(*reading.end, (SnapshotEnd{"c9", {1, 4}}));
        QCOMPARE(reading.changes.size(), std::size_t(3));
    }
}

void SnapshotDecoderTest::handsOnBatchesOfAtMostFiveHundred()
{
    QByteArray lines;
    for (int i = 0; i < 1201; ++i)
        lines += QByteArray(kTax).replace("std", "t" + QByteArray::number(i)) + '\n';
    const Reading reading = readInPieces(lines + closing(1201, lines), 4096);
    QVERIFY(reading.end);
    QCOMPARE(reading.batches, (std::vector<std::size_t>{500, 500, 201}));
    QCOMPARE(reading.changes.back().id, u"t1200"_s);
}

void SnapshotDecoderTest::batchesOfLongLinesAreHandedOnSooner()
{
    QByteArray lines;
    for (int i = 0; i < 8; ++i)
        lines += QByteArray(kTax).replace("19 %", QByteArray(1'500'000, char('a' + i))) + '\n';
    const Reading reading = readInPieces(lines + closing(8, lines), 1 << 20);
    QVERIFY(reading.end);
    QCOMPARE(reading.batches, (std::vector<std::size_t>{3, 3, 2}));
}

/// One that is too long for a till is set aside; all else of the snapshot is taken.
void SnapshotDecoderTest::aPriceListIsOneLineHoweverLong()
{
    for (const int mib : {6, 9}) {
        QByteArray list = kPriceList;
        list.replace(R"("sku":"E1")", "\"sku\":\"" + QByteArray(mib << 20, 'E') + '"');
        const QByteArray lines = list + '\n' + kTax + '\n';
        if (mib > 8)
            QTest::ignoreMessage(QtWarningMsg, "price list bulk is longer than 8 MiB and set aside");
        const Reading reading = readInPieces(lines + closing(2, lines), 1 << 20);
        QVERIFY(reading.end);
        QCOMPARE(reading.changes.size(), std::size_t(2));
        QCOMPARE(std::get<PriceListRow>(*reading.changes[0].row).list.size() > (5 << 20), mib < 8);
    }
}

void SnapshotDecoderTest::entitiesNobodyKnowsCountAsLines()
{
    const QByteArray lines = kTax + '\n' + kUnknown + '\n';
    const Reading reading = readInPieces(lines + closing(2, lines), 10);
    QVERIFY(reading.end);
    QCOMPARE(reading.changes.size(), std::size_t(1));
}

void SnapshotDecoderTest::whatTheTakerRefusesIsHandedOn()
{
    SnapshotDecoder decoder([](std::span<const FeedChange>) -> Result<> { return refuse(Code::BadInput); });
    const auto fed = decoder.feed(kLines + closing(3, kLines));
    QVERIFY(!fed);
    QCOMPARE(fed.error().code, Code::BadInput);
}

void SnapshotDecoderTest::badSnapshotsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = closing(3, kLines);
    const QByteArray drop = kDrop + '\n';
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no closing line") << kLines;
    QTest::newRow("cut within a line") << (kLines + good).chopped(20);
    QTest::newRow("a line lost") << kTax + '\n' + kProduct + '\n' + good;
    QTest::newRow("a line doubled") << kLines + kTax + '\n' + good;
    QTest::newRow("a wrong count") << kLines + closing(2, kLines);
    QTest::newRow("a byte changed") << QByteArray(kLines).replace("Bread", "Dread") + good;
    QTest::newRow("lines after the closing one") << kLines + good + kTax + '\n';
    QTest::newRow("a closing line that says false") << kLines + QByteArray(good).replace("true", "false");
    QTest::newRow("a closing line without a cursor") << kLines + QByteArray(good).replace("c9", "");
    QTest::newRow("a closing line without included") << kLines + QByteArray(good).replace("included", "in");
    QTest::newRow("a line that is HTML") << QByteArray("<html>\n") + good;
    QTest::newRow("an empty line") << QByteArray("\n") + closing(1, "\n");
    QTest::newRow("a drop") << drop + closing(1, drop);
    QTest::newRow("a line without end") << QByteArray(33 << 20, ' ');
}

void SnapshotDecoderTest::badSnapshotsAreRefused()
{
    QFETCH(QByteArray, text);
    const Reading reading = readInPieces(text, 1000);
    QVERIFY(!reading.end);
    QCOMPARE(reading.end.error().code, Code::BadAnswer);
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::SnapshotDecoderTest)
#include "tst_snapshot_decoder.moc"
