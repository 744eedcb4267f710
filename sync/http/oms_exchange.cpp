#include "sync/http/oms_exchange.h"

#include <QSslError>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qint64 kPiece = 64 << 10;

/// Whether \a error only says what the status says: somebody did answer, to the end.
bool isAnswered(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || error == QNetworkReply::ProtocolInvalidOperationError // what Qt calls a 400
        || error >= QNetworkReply::InternalServerError;
}

} // namespace

OmsExchange::OmsExchange(
    QNetworkReply *reply, std::int64_t answerLimit, Sink sink, Done done, QObject *parent)
    : QObject(parent), m_reply(reply), m_left(answerLimit), m_sink(std::move(sink)), m_done(std::move(done))
{
    m_reply->setParent(this);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
        [this] { endBadly(HttpFailure::Unreachable, u"no whole answer in time"_s); });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsProblem += (m_tlsProblem.isEmpty() ? QString() : u"; "_s) + error.errorString();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &OmsExchange::readHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &OmsExchange::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &OmsExchange::finish);
}

OmsExchange::~OmsExchange()
{
    m_reply->disconnect(this);
    m_reply->abort();
}

void OmsExchange::endAfter(std::chrono::milliseconds length) { m_deadline.start(length); }

void OmsExchange::readHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_hasHeaders || m_hasEnded || status == 0)
        return;
    m_hasHeaders = true;
    m_answer.status = status;
    m_answer.api = m_reply->rawHeader("Evertill-Api");
    m_answer.retryAfter = m_reply->rawHeader("Retry-After");
    m_answer.date = httpDate(m_reply->rawHeader("Date"));
    // A portal's page is not worth reading.
    if (m_answer.api.trimmed() != "1")
        return end(m_answer);
    const QByteArray coding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (coding == "zstd")
        m_inflater = std::make_unique<ZstdInflater>();
    else if (!coding.isEmpty() && coding != "identity")
        return endBadly(HttpFailure::BadAnswer,
            u"an encoding nobody asked for: "_s + QString::fromLatin1(coding.left(40)));
    if (status != 200)
        m_sink = {};
}

void OmsExchange::readBody()
{
    readHeaders();
    while (!m_hasEnded && m_reply->bytesAvailable() > 0) {
        if (auto taken = takeRaw(m_reply->read(kPiece)); !taken)
            endBadly(HttpFailure::BadAnswer, taken.error().facts.value(u"problem"_s).toString());
    }
}

Result<> OmsExchange::takeRaw(QByteArrayView bytes)
{
    if (!m_inflater)
        return takePlain(bytes);
    return m_inflater->feed(bytes, [this](QByteArrayView piece) { return takePlain(piece); });
}

Result<> OmsExchange::takePlain(QByteArrayView bytes)
{
    m_left -= bytes.size();
    if (m_left < 0)
        return refuse(Code::BadAnswer, {{u"problem"_s, u"longer than any answer of the contract"_s}});
    if (m_sink)
        return m_sink(bytes);
    m_answer.body.append(bytes);
    return {};
}

void OmsExchange::finish()
{
    readBody();
    if (m_hasEnded)
        return;
    const auto error = m_reply->error();
    if (!m_tlsProblem.isEmpty())
        return endBadly(HttpFailure::Untrusted, m_tlsProblem);
    if (error == QNetworkReply::ProtocolFailure)
        return endBadly(HttpFailure::BadAnswer, m_reply->errorString());
    if (!m_hasHeaders || !isAnswered(error))
        return endBadly(HttpFailure::Unreachable, m_reply->errorString());
    if (m_inflater && !m_inflater->isComplete())
        return endBadly(HttpFailure::BadAnswer, u"the zstd frame breaks off"_s);
    end(m_answer);
}

void OmsExchange::end(const OmsAnswer &answer)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_deadline.stop();
    m_reply->disconnect(this);
    deleteLater();
    m_done(answer);
}

void OmsExchange::endBadly(HttpFailure::Kind kind, const QString &problem)
{
    end(HttpFailure{kind, problem});
}

} // namespace evertill
