#include "sync/oms/journal_piece.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

Event factAt(Position position, std::optional<Position> origin = {})
{
    Event event;
    event.position = position;
    event.origin = origin;
    event.id = EventId(*Uuid::fromText("018f0000-0000-7000-8000-000000000001"));
    event.kind = "stock.adjusted";
    event.subject = "E1";
    event.businessDate = QDate(2026, 11, 22);
    event.payload = R"({"quantity":-1000,"reason":"broken","sku":"E1"})";
    return event;
}

QByteArray piece(const std::vector<Event> &events)
{
    QJsonArray written;
    for (const Event &event : events) {
        const QByteArray envelope = event.envelope();
        written.append(QJsonObject{{u"envelope"_s, QString::fromUtf8(envelope)},
            {u"hash"_s, QString::fromLatin1(toHex(chained({}, envelope)))},
            {u"prev_hash"_s, QString::fromLatin1(toHex({}))}});
    }
    return QJsonDocument(QJsonObject{{u"events"_s, written}, {u"more"_s, false}}).toJson();
}

} // namespace

class JournalPieceTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAPieceInItsOrder();
    void placesThatNoJournalHasAreRefused_data();
    void placesThatNoJournalHasAreRefused();
    void anEventOfNoDayIsRefused();
};

void JournalPieceTest::readsAPieceInItsOrder()
{
    for (const PieceOf what : {PieceOf::Chain, PieceOf::Diverged}) {
        const auto read =
            decodeJournalPiece(piece({factAt({2, 1}), factAt({2, 2}, Position{1, 7})}), what, {1, 9});
        QVERIFY(read);
        QCOMPARE(read->events.size(), std::size_t(2));
        QCOMPARE(read->events.back().countsAt(), (Position{1, 7}));
    }
}

void JournalPieceTest::placesThatNoJournalHasAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("before what is there") << piece({factAt({1, 9})});
    QTest::newRow("out of order") << piece({factAt({2, 2}), factAt({2, 1})});
    QTest::newRow("an epoch beyond what a position holds")
        << piece({factAt({Position::kLargestEpoch + 1, 1})});
    QTest::newRow("a seq that would be another epoch's") << piece({factAt({2, Position::kLargestSeq + 1})});
    QTest::newRow("an origin that would be another epoch's")
        << piece({factAt({2, 1}, Position{1, Position::kLargestSeq + 1})});
    QTest::newRow("an origin after the event") << piece({factAt({2, 1}, Position{3, 1})});
}

void JournalPieceTest::placesThatNoJournalHasAreRefused()
{
    QFETCH(QByteArray, body);
    for (const PieceOf what : {PieceOf::Chain, PieceOf::Diverged}) {
        const auto read = decodeJournalPiece(body, what, {1, 9});
        QVERIFY(!read);
        QCOMPARE(read.error().code, Code::BadAnswer);
    }
}

void JournalPieceTest::anEventOfNoDayIsRefused()
{
    Event dayless = factAt({2, 1});
    dayless.businessDate = {};
    QVERIFY(dayless.envelope().contains("0000-00-00"));
    QVERIFY(!decodeJournalPiece(piece({dayless}), PieceOf::Chain, {}));
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::JournalPieceTest)
#include "tst_journal_piece.moc"
