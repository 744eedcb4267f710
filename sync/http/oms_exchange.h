#pragma once

#include "sync/http/zstd.h"
#include "sync/oms/exchange.h"

#include <QNetworkReply>
#include <QTimer>

#include <variant>

namespace evertill {

using OmsAnswer = std::variant<HttpAnswer, HttpFailure>;

/// One request under way. Reads what comes as it comes, decompresses it and counts it: an answer that grows
/// beyond its limit, or that is not the OMS's at all, is broken off there. Tells its end once and deletes
/// itself; deleted before, it tells nothing.
class OmsExchange final : public QObject {
    Q_OBJECT
public:
    /// Takes a piece of a good answer's body; its refusal breaks the exchange off.
    using Sink = std::function<Result<>(QByteArrayView)>;
    using Done = std::function<void(const OmsAnswer &)>;

    /// Owns \a reply. With a \a sink the body of an answer with status 200 goes there and not into the
    /// answer.
    OmsExchange(QNetworkReply *reply, std::int64_t answerLimit, Sink sink, Done done, QObject *parent);
    ~OmsExchange() override;

    /// Gives up \a length from now, whatever has come by then.
    void endAfter(std::chrono::milliseconds length);

private:
    void readHeaders();
    void readBody();
    [[nodiscard]] Result<> takeRaw(QByteArrayView bytes);
    [[nodiscard]] Result<> takePlain(QByteArrayView bytes);
    void finish();
    void end(const OmsAnswer &answer);
    void endBadly(HttpFailure::Kind kind, const QString &problem);

    QNetworkReply *m_reply;
    std::int64_t m_left; // bytes that the answer may still have
    Sink m_sink;
    Done m_done;
    QTimer m_deadline;
    HttpAnswer m_answer;
    std::unique_ptr<ZstdInflater> m_inflater;
    QString m_tlsProblem;
    bool m_hasHeaders = false;
    bool m_hasEnded = false;
};

} // namespace evertill
