#include "tests/sim/network/oms_house.h"

#include "tests/sandbox/store/json_text.h"
#include "tests/sim/network/finding.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

/// A CA that signs anything, with one number: trust is tried elsewhere.
class AnyCertifier final : public sandbox::Certifier {
public:
    explicit AnyCertifier(int number) : m_number(QString::number(number)) { }
    [[nodiscard]] sandbox::Result<QString> keyHash(const QByteArray &csr) const override
    {
        return QString::fromLatin1(csr);
    }
    [[nodiscard]] sandbox::Result<Certificate> certify(const QByteArray &, const QString &) const override
    {
        return Certificate{m_number.toLatin1(), m_number};
    }

private:
    QString m_number;
};

HttpAnswer good(const QByteArray &body) { return {200, "1", {}, std::nullopt, body}; }

template <typename T> HttpAnswer answerOf(const sandbox::Result<T> &result)
{
    if (result) {
        if constexpr (std::is_same_v<T, QJsonObject>)
            return good(sandbox::jsonText(*result));
        else
            return good(result->json());
    }
    QJsonObject body = result.error().fields;
    body[u"error"_s] = result.error().error;
    return {result.error().status, "1", {}, std::nullopt, sandbox::jsonText(body)};
}

oracle::Told::Row rowOf(const QJsonObject &change)
{
    const QString entity = change.value(u"entity"_s).toString();
    const char letter = entity == u"promotion"_s ? 'm'
        : entity == u"price_list"_s              ? 'l'
                                                 : entity.at(0).toLatin1();
    return {oracle::key(letter, change.value(u"id"_s).toString().toStdString()),
        change.value(u"op"_s).toString() == u"drop"_s};
}

sandbox::Position positionIn(const QJsonObject &accepted)
{
    return {accepted.value(u"epoch"_s).toInteger(), accepted.value(u"accepted_through"_s).toInteger()};
}

} // namespace

OmsHouse::OmsHouse(sandbox::StoreSettings settings, std::uint64_t seed, FindFact findFact, bool beginsBlank)
    : m_settings(std::move(settings)), m_chance(seed), m_disk("oms" + m_settings.id.toStdString(), seed + 1),
      m_findFact(std::move(findFact))
{
    m_disk.beginBlank(beginsBlank);
    start();
}

OmsHouse::~OmsHouse() = default;

void OmsHouse::start()
{
    m_oms = std::make_unique<sandbox::Oms>(
        QString::fromStdString(m_disk.root() + "/oms.db"), m_settings, [this](int count) {
            QByteArray bytes(count, '\0');
            m_chance.random().fill({reinterpret_cast<std::uint8_t *>(bytes.data()), std::size_t(count)});
            return bytes;
        });
    for (const auto &[till, sent] : m_sent)
        bookAccepted(till);
}

void OmsHouse::crash(bool powerCut)
{
    m_disk.end();
    m_oms.reset();
    (void)m_disk.restart(powerCut);
}

sandbox::Position OmsHouse::mostAccepted(const QString &till) const
{
    const auto found = m_mostAccepted.find(till);
    return found == m_mostAccepted.end() ? sandbox::Position() : found->second;
}

QString OmsHouse::enrol(const QString &till, const QByteArray &sealKey, qint64 now)
{
    const auto code = m_oms->createCode(till, now);
    const auto enrolled = m_oms->enrol(
        {{u"code"_s, code.value()}, {u"csr"_s, till}, {u"seal_key"_s, QString::fromLatin1(sealKey.toHex())}},
        AnyCertifier(++m_certificates), now);
    require(enrolled.has_value(), u"%1 could not be enrolled"_s.arg(till));
    return enrolled->value(u"certificate"_s).toString();
}

void OmsHouse::note(oracle::Fact fact)
{
    fact.uid = -(++m_officeFacts);
    m_books->append(std::make_shared<oracle::Fact>(std::move(fact)));
}

std::optional<OmsHouse::Reply> OmsHouse::ask(
    const QString &till, const QString &certificate, const HttpRequest &request, int mostRows, qint64 now)
{
    try {
        Reply reply = answer(till, certificate, request, mostRows, now);
        if (!m_disk.hasEnded())
            return reply;
    } catch (const std::exception &) {
        if (!m_disk.hasEnded())
            throw;
    }
    return std::nullopt;
}

OmsHouse::Reply OmsHouse::answer(
    const QString &till, const QString &certificate, const HttpRequest &request, int mostRows, qint64 now)
{
    if (request.method == "POST")
        return push(till, certificate, request, now);
    if (!m_oms->tills().isCurrent(till, certificate))
        return {answerOf<QJsonObject>(sandbox::refuse(403, u"wrong_till"_s, u"replaced"_s)), {}, true, false};
    if (request.path.contains(u"/events"_s))
        return {diverged(till, request), {}, true, false};
    if (request.path.contains(u"/changes"_s))
        return page(till, request, mostRows);
    if (request.path.contains(u"/snapshot"_s))
        return snapshot(till);
    return {good(sandbox::jsonText(m_oms->position(till))), {}, true, false};
}

HttpAnswer OmsHouse::question(
    const QString &till, const QString &certificate, const HttpRequest &request, qint64 now)
{
    if (!m_oms->tills().isCurrent(till, certificate))
        return answerOf<QJsonObject>(sandbox::refuse(403, u"wrong_till"_s, u"replaced"_s));
    const QStringList path = request.path.split(u'/'); // /v1/giftcards/{card}/holds/{hold}/release
    const QString room = path.at(2);
    const QString card = path.at(3);
    const bool isGiftCard = room == u"giftcards"_s;
    if (request.method == "GET")
        return answerOf(isGiftCard ? m_oms->giftCard(card, now) : m_oms->customer(till, card, now));
    if (path.last() == u"release"_s) {
        if (isGiftCard)
            m_oms->releaseGiftCard(card, path.at(5), now);
        else
            m_oms->releaseFor(card, path.at(5), now);
        return good("{}");
    }
    const QJsonObject wish = sandbox::jsonObject(request.body);
    using Purse = sandbox::CustomerBook::Purse;
    return answerOf(isGiftCard
            ? m_oms->holdGiftCard(till, card, wish, now)
            : m_oms->holdFor(room == u"points"_s ? Purse::Points : Purse::Account, till, card, wish, now));
}

OmsHouse::Reply OmsHouse::push(
    const QString &till, const QString &certificate, const HttpRequest &request, qint64 now)
{
    const QJsonObject batch = QJsonDocument::fromJson(request.body).object();
    m_sent[till] = batch.value(u"events"_s).toArray();
    const auto taken = m_oms->pushEvents(till, certificate, batch, now);
    const auto before = m_books->size();
    bookAccepted(till);
    return {answerOf(taken), std::nullopt, true, taken.has_value() && before == m_books->size()};
}

void OmsHouse::bookAccepted(const QString &till)
{
    const sandbox::Position accepted = positionIn(m_oms->position(till));
    const sandbox::Position before = std::exchange(m_accepted[till], accepted);
    if (m_mostAccepted[till] < accepted)
        m_mostAccepted[till] = accepted;
    for (const QJsonValue &value : m_sent[till]) {
        const QJsonObject event = value.toObject();
        const QByteArray hash = event.value(u"hash"_s).toString().toLatin1();
        const oracle::FactPtr fact = m_findFact(hash);
        require(fact != nullptr, u"%1 sent an event that nobody recorded"_s.arg(till));
        const sandbox::Position position{fact->epoch, fact->seq};
        // A fact that was recorded again is in the books already.
        if (before < position && !(accepted < position) && !m_books->has(fact->uid, m_books->size()))
            m_books->append(fact);
    }
}

HttpAnswer OmsHouse::diverged(const QString &till, const HttpRequest &request)
{
    const QUrlQuery query(request.path.section(u'?', 1));
    const sandbox::Position after{
        query.queryItemValue(u"epoch"_s).toLongLong(), query.queryItemValue(u"seq"_s).toLongLong()};
    return good(sandbox::jsonText(m_oms->divergedFacts(till, after, 2)));
}

OmsHouse::Reply OmsHouse::page(const QString &till, const HttpRequest &request, int mostRows)
{
    const QUrlQuery query(request.path.section(u'?', 1));
    const auto cursor = QByteArray::fromPercentEncoding(query.queryItemValue(u"cursor"_s).toLatin1());
    const auto found = m_oms->changes(till, cursor, mostRows);
    Reply reply{answerOf(found), std::nullopt, true, false};
    if (!found)
        return reply;
    oracle::Told told;
    for (const QByteArray &change : found->changes)
        told.rows.push_back(rowOf(sandbox::jsonObject(change)));
    told.moment = moment();
    told.cursor = found->cursor.toStdString();
    told.isEnd = !found->more;
    reply.told = std::move(told);
    reply.isNews = found->isNews;
    return reply;
}

OmsHouse::Reply OmsHouse::snapshot(const QString &till)
{
    QByteArray body;
    const auto snapshot = m_oms->snapshot(till);
    while (const auto piece = snapshot->next())
        body += *piece;
    oracle::Told told;
    for (const QByteArray &line : body.split('\n')) {
        const QJsonObject change = sandbox::jsonObject(line);
        if (change.contains(u"op"_s))
            told.rows.push_back(rowOf(change));
        else if (change.contains(u"cursor"_s))
            told.cursor = change.value(u"cursor"_s).toString().toStdString();
    }
    told.moment = moment();
    told.isWhole = told.isEnd = true;
    return {good(body), std::move(told), true, false};
}

void OmsHouse::keepCopy() { m_copy = Copy{m_disk.image(), m_books, m_books->size(), m_accepted}; }

bool OmsHouse::hasOlderCopy() const
{
    return m_copy && (m_copy->books != m_books || m_copy->length < m_books->size());
}

void OmsHouse::restoreCopy()
{
    m_oms.reset();
    m_disk.become(m_copy->image);
    m_books = m_copy->books->prefix(m_copy->length);
    m_accepted = m_copy->accepted;
    m_sent.clear();
    start();
}

} // namespace evertill::sim
