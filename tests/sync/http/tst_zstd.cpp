#include "sync/http/zstd.h"

#include <QTest>

namespace evertill::test {
namespace {

struct Unpacked {
    QByteArray bytes;
    bool isWhole = false;
    friend bool operator==(const Unpacked &, const Unpacked &) = default;
};

Unpacked unpacked(const QByteArray &packed, qsizetype pieceSize)
{
    ZstdInflater inflater;
    Unpacked out;
    for (qsizetype at = 0; at < packed.size(); at += pieceSize) {
        const auto fed = inflater.feed(packed.mid(at, pieceSize), [&](QByteArrayView piece) -> Result<> {
            out.bytes += piece;
            return {};
        });
        if (!fed)
            return {};
    }
    out.isWhole = inflater.isComplete();
    return out;
}

} // namespace

class ZstdTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAnswerIsWholeWhateverItsLength_data();
    void anAnswerIsWholeWhateverItsLength();
    void anAnswerThatBreaksOffIsNotWhole();
};

void ZstdTest::anAnswerIsWholeWhateverItsLength_data()
{
    QTest::addColumn<int>("length");
    // The inflater hands on 128 KiB at a time: an end that just fills it is easily overlooked.
    for (const int length : {0, 1, 131071, 131072, 131073, 262144, 300000})
        QTest::addRow("%d bytes", length) << length;
}

void ZstdTest::anAnswerIsWholeWhateverItsLength()
{
    QFETCH(int, length);
    const Unpacked whole{QByteArray(length, 'x'), true};
    const QByteArray packed = zstdCompressed(whole.bytes);
    for (const qsizetype pieceSize : {qsizetype(1), qsizetype(7), packed.size()})
        QVERIFY(unpacked(packed, pieceSize) == whole);
}

void ZstdTest::anAnswerThatBreaksOffIsNotWhole()
{
    const QByteArray packed = zstdCompressed(QByteArray(131072, 'x'));
    for (qsizetype length = 0; length < packed.size(); ++length)
        QVERIFY(!unpacked(packed.left(length), 5).isWhole);
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::ZstdTest)
#include "tst_zstd.moc"
