#include "core/catalog/code_patterns.h"
#include "core/sale/receipt_number.h"
#include "sync/http/zstd.h"
#include "sync/oms/answers.h"
#include "sync/oms/enrolment.h"
#include "sync/oms/feed_change.h"
#include "sync/oms/feed_page.h"
#include "sync/oms/journal_piece.h"
#include "sync/oms/renewal.h"
#include "sync/oms/snapshot_decoder.h"
#include "sync/oms/verdict.h"
#include "tests/fuzz/feed_json.h"
#include "tests/fuzz/same_json.h"
#include "tests/fuzz/target.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill::fuzz {
namespace {

void lookAt(Position position)
{
    must(Position::fromPacked(position.packed()) == position, "a position can be kept as it is");
}

void lookAt(const FeedChange &change)
{
    lookAt(change.through);
    must(change.row.has_value() == (change.op == FeedChange::Put), "a put has a row, a drop has none");
    must(!change.row || change.row->index() == std::size_t(change.entity), "a row is of its entity");
}

bool takesAccepted(const QByteArray &body)
{
    const auto accepted = decodeAccepted(body);
    if (accepted)
        lookAt(accepted->position);
    return accepted.has_value();
}

bool takesBatch(const QByteArray &body)
{
    const auto batch = decodeBatchOutcome(body);
    if (!batch)
        return false;
    lookAt(batch->accepted.position);
    for (const EventOutcome &outcome : batch->outcomes)
        lookAt(outcome.position);
    return true;
}

bool takesConflict(const QByteArray &body)
{
    const auto conflict = decodeConflict(body);
    if (conflict)
        lookAt(conflict->accepted.position);
    return conflict.has_value();
}

bool takesEnrolment(const QByteArray &body)
{
    const auto enrolment = decodeEnrolment(body);
    if (!enrolment)
        return false;
    const TillConfig &config = enrolment->config;
    must(config.till.startsWith(config.store.id), "a till's id begins with its store's");
    const ReceiptNumber first{config.till, 1, 1};
    must(ReceiptNumber::parse(first.text()) == first, "a till's receipts can be read back");
    (void)CodePatterns::forShop(config.codePatterns, config.country).read(u"2012345006785");
    return true;
}

bool takesPage(const QByteArray &body)
{
    const auto page = decodePage(body);
    if (!page)
        return false;
    lookAt(page->included);
    must(isCursor(page->cursor), "a page's cursor is one");
    const QJsonArray said = QJsonDocument::fromJson(body).object().value(u"changes"_s).toArray();
    std::size_t known = 0;
    for (const QJsonValue &value : said) {
        const auto change = decodeChange(value.toObject());
        must(change.has_value(), "each change of a page that was taken is taken by itself");
        if (!*change)
            continue;
        must(known < page->changes.size() && page->changes[known] == **change, "a page keeps its order");
        ++known;
        lookAt(**change);
        const QJsonObject again = changeJson(**change);
        must(saysTheSame(value, again), "a change that was taken says what was sent");
        const auto second = decodeChange(again);
        must(second && *second == *change, "a change written again is the same");
    }
    must(known == page->changes.size(), "a page has no more than was sent");
    return true;
}

struct Read {
    Result<SnapshotEnd> end = SnapshotEnd();
    std::vector<FeedChange> changes;
    friend bool operator==(const Read &, const Read &) = default;
};

/// Reads a snapshot in pieces of \a size bytes.
Read snapshotRead(QByteArrayView body, qsizetype size)
{
    Read read;
    SnapshotDecoder decoder([&](std::span<const FeedChange> batch) -> Result<> {
        must(batch.size() <= 500, "a batch of a snapshot is bounded");
        read.changes.insert(read.changes.end(), batch.begin(), batch.end());
        return {};
    });
    for (qsizetype at = 0; at < body.size(); at += size) {
        if (auto taken = decoder.feed(body.sliced(at, std::min(size, body.size() - at))); !taken) {
            read.end = tl::unexpected(taken.error());
            return read;
        }
    }
    read.end = decoder.finish();
    return read;
}

bool takesSnapshot(QByteArrayView body)
{
    const Read whole = snapshotRead(body, std::max<qsizetype>(body.size(), 1));
    must(whole == snapshotRead(body, 7), "a snapshot is the same however it is cut on its way");
    for (const FeedChange &change : whole.changes)
        lookAt(change);
    if (whole.end)
        lookAt(whole.end->included);
    return whole.end.has_value();
}

/// \a lines with the closing line that fits them: a fuzzer guesses no SHA-256.
bool takesChanges(QByteArrayView lines)
{
    QByteArray body = lines.toByteArray();
    if (!body.isEmpty() && !body.endsWith('\n'))
        body += '\n';
    const QByteArray hash = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    body += R"({"end":true,"count":)" + QByteArray::number(body.count('\n')) + R"(,"sha256":")" + hash
        + R"(","cursor":"c9","included":{"epoch":1,"seq":4}})" + '\n';
    return takesSnapshot(body);
}

void lookAt(const JournalPiece &piece)
{
    Position before;
    for (const Event &event : piece.events) {
        lookAt(event.position);
        lookAt(event.countsAt());
        must(event.position > before, "a piece of a journal is in order");
        const auto again = Event::fromEnvelope(event.envelope());
        must(again && again->envelope() == event.envelope(), "an event's envelope is read back");
        before = event.position;
    }
}

bool takesChain(const QByteArray &body)
{
    const auto piece = decodeJournalPiece(body, PieceOf::Chain, {});
    if (piece)
        lookAt(*piece);
    return piece.has_value();
}

/// \a body with the hashes that fit its envelopes.
bool takesDiverged(const QByteArray &body)
{
    QJsonObject object = QJsonDocument::fromJson(body).object();
    QJsonArray events = object.value(u"events"_s).toArray();
    Hash previous = {};
    for (qsizetype i = 0; i < events.size(); ++i) {
        QJsonObject event = events.at(i).toObject();
        const Hash hash = chained(previous, event.value(u"envelope"_s).toString().toUtf8());
        event.insert(u"prev_hash"_s, QString::fromLatin1(toHex(previous)));
        event.insert(u"hash"_s, QString::fromLatin1(toHex(hash)));
        events[i] = event;
        previous = hash;
    }
    object.insert(u"events"_s, events);
    const auto piece = decodeJournalPiece(QJsonDocument(object).toJson(), PieceOf::Diverged, {});
    if (!piece)
        return false;
    lookAt(*piece);
    for (const Event &event : piece->events)
        must(event.hash == chained(event.previous, event.envelope()), "a hash is that of its event");
    return true;
}

/// Lines: status, Evertill-Api, Retry-After, Date; and the body.
bool takesNo(QByteArrayView lines)
{
    const QByteArrayList parts = lines.toByteArray().split('\n');
    HttpAnswer answer;
    answer.status = parts.value(0).toInt();
    answer.api = parts.value(1);
    answer.retryAfter = parts.value(2);
    answer.date = httpDate(parts.value(3));
    answer.body = parts.mid(4).join('\n');
    const Verdict verdict = judge(answer, Instant{1'760'000'000'000'000});
    must(!verdict.retryAfter || verdict.retryAfter->count() >= 0, "nobody asks for a pause in the past");
    if (verdict.kind != Verdict::Good)
        (void)refusalOf(verdict);
    return verdict.kind != Verdict::Bad && verdict.kind != Verdict::Away;
}

struct Unpacked {
    QByteArray bytes;
    bool isWhole = false;
    friend bool operator==(const Unpacked &, const Unpacked &) = default;
};

std::optional<Unpacked> unpacked(QByteArrayView packed, qsizetype size)
{
    constexpr qsizetype kLimit = 1 << 20;
    ZstdInflater inflater;
    Unpacked out;
    for (qsizetype at = 0; at < packed.size(); at += size) {
        const auto fed = inflater.feed(
            packed.sliced(at, std::min(size, packed.size() - at)), [&](QByteArrayView piece) -> Result<> {
                must(piece.size() <= 128 << 10, "what is unpacked comes in small pieces");
                out.bytes += piece;
                return out.bytes.size() <= kLimit ? Result<>() : refuse(Code::BadAnswer);
            });
        if (!fed)
            return std::nullopt;
    }
    out.isWhole = inflater.isComplete();
    return out;
}

bool takesZstd(QByteArrayView body)
{
    const auto whole = unpacked(body, std::max<qsizetype>(body.size(), 1));
    must(whole == unpacked(body, 5), "a body is the same however it is cut on its way");
    // As it is; and as long as the inflater's own buffer, where an end is easily overlooked.
    const QByteArray full = body.toByteArray().leftJustified(128 << 10, '-', true);
    for (const QByteArray &plain : {body.toByteArray(), full, full + full}) {
        const auto back = unpacked(zstdCompressed(plain), 1 << 20);
        must(back && back->isWhole && back->bytes == plain, "what was packed comes out whole");
    }
    return whole && whole->isWhole;
}

} // namespace

/// The first line says which answer the rest is.
bool takes(QByteArrayView input)
{
    const qsizetype end = input.indexOf('\n');
    if (end < 0)
        return false;
    const QByteArrayView name = input.first(end);
    const QByteArrayView rest = input.sliced(end + 1);
    if (name == "snapshot")
        return takesSnapshot(rest);
    if (name == "changes")
        return takesChanges(rest);
    if (name == "no")
        return takesNo(rest);
    if (name == "zstd")
        return takesZstd(rest);
    const QByteArray body = rest.toByteArray();
    if (name == "accepted")
        return takesAccepted(body);
    if (name == "batch")
        return takesBatch(body);
    if (name == "conflict")
        return takesConflict(body);
    if (name == "enrolment")
        return takesEnrolment(body);
    if (name == "page")
        return takesPage(body);
    if (name == "chain")
        return takesChain(body);
    if (name == "diverged")
        return takesDiverged(body);
    return name == "renewal" && decodeRenewal(body).has_value();
}

} // namespace evertill::fuzz
