#include "tests/sandbox/logic/tills.h"

#include "tests/sandbox/store/json_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *insertCode = "INSERT INTO enrolment_code(code,till) VALUES(?,?)";
constexpr const char *codeOf = "SELECT till,key_hash,answer FROM enrolment_code WHERE code=?";
constexpr const char *useCode = "UPDATE enrolment_code SET key_hash=?, answer=? WHERE code=?";
constexpr const char *putTill =
    "INSERT OR REPLACE INTO till(till,revoked,serial,seal_key,enrolled_at,key_hash) VALUES(?,0,?,?,?,?)";
constexpr const char *keepSealKey = "INSERT OR IGNORE INTO till_seal_key(till,key) VALUES(?,?)";
constexpr const char *keyOfTill = "SELECT key_hash FROM till WHERE till=? AND revoked=0";
constexpr const char *putRenewed = "INSERT INTO renewed_certificate(till,serial) VALUES(?,?)";
constexpr const char *isRenewed = "SELECT 1 FROM renewed_certificate JOIN till USING(till) WHERE till=? AND "
                                  "renewed_certificate.serial=? AND revoked=0";
constexpr const char *dropRenewed = "DELETE FROM renewed_certificate WHERE till=?";
constexpr const char *revokeTill = "UPDATE till SET revoked=1 WHERE till=?";
constexpr const char *currentTill = "SELECT 1 FROM till WHERE till=? AND serial=? AND revoked=0";

} // namespace

Result<QString> Tills::createCode(const QString &till, const RandomBytes &random, qint64 now)
{
    static const QRegularExpression pattern(u"^[A-Za-z0-9]{1,20}$"_s);
    if (!pattern.match(till).hasMatch() || !till.startsWith(m_settings.id) || till == m_settings.id)
        return refuse(400, u"bad_request"_s, u"a till id is %1 and letters or digits"_s.arg(m_settings.id));
    const QString code = randomCode(random, 4) + u'-' + randomCode(random, 4);
    WorkUnit work(m_store, now);
    m_store.run(insertCode, code, till);
    work.commit();
    return code;
}

Result<QJsonObject> Tills::enrol(const QJsonObject &request, const Certifier &certifier, qint64 now)
{
    const QString code = request.value(u"code"_s).toString();
    const QByteArray csr = request.value(u"csr"_s).toString().toLatin1();
    const QString sealKey = request.value(u"seal_key"_s).toString();
    if (code.isEmpty() || csr.isEmpty() || sealKey.size() != 64
        || QByteArray::fromHex(sealKey.toLatin1()).size() != 32)
        return refuse(400, u"bad_request"_s, u"code, csr or seal_key"_s);
    const Result<QString> key = certifier.keyHash(csr);
    if (!key)
        return tl::unexpected(key.error());
    WorkUnit work(m_store, now);
    QString till;
    {
        Rows known = m_store.query(codeOf, code);
        if (!known.next())
            return refuse(403, u"unknown_code"_s, u"no such enrolment code"_s);
        if (!known.isNull(1)) {
            if (known.text(1) != *key)
                return refuse(403, u"code_used"_s, u"the code was used with another key"_s);
            return jsonObject(known.bytes(2));
        }
        till = known.text(0);
    }
    const Result<Certifier::Certificate> certificate = certifier.certify(csr, till);
    if (!certificate)
        return tl::unexpected(certificate.error());
    const QJsonObject answer{{u"till"_s, till}, {u"store"_s, m_settings.storeJson()},
        {u"certificate"_s, QString::fromLatin1(certificate->pem)}, {u"config"_s, m_settings.configJson()}};
    m_store.run(putTill, till, certificate->serial, sealKey.toLower(), now, *key);
    m_store.run(keepSealKey, till, sealKey.toLower());
    m_store.run(dropRenewed, till);
    m_store.run(useCode, *key, jsonText(answer), code);
    work.commit();
    return answer;
}

Result<QString> Tills::meantBy(const QJsonObject &request)
{
    const QString code = request.value(u"code"_s).toString();
    if (code.isEmpty())
        return refuse(400, u"bad_request"_s, u"code"_s);
    Rows known = m_store.query(codeOf, code);
    if (!known.next())
        return refuse(403, u"unknown_code"_s, u"no such enrolment code"_s);
    return known.text(0);
}

bool Tills::revoke(const QString &till, qint64 now)
{
    WorkUnit work(m_store, now);
    const bool known = m_store.run(revokeTill, till) > 0;
    work.commit();
    return known;
}

Result<QJsonObject> Tills::renew(
    const QString &till, const QJsonObject &request, const Certifier &certifier, qint64 now)
{
    const QByteArray csr = request.value(u"csr"_s).toString().toLatin1();
    const Result<QString> key = certifier.keyHash(csr);
    if (!key)
        return tl::unexpected(key.error());
    WorkUnit work(m_store, now);
    {
        Rows known = m_store.query(keyOfTill, till);
        if (!known.next() || known.text(0) != *key)
            return refuse(400, u"bad_request"_s, u"csr: not of the key that the till enrolled with"_s);
    }
    const Result<Certifier::Certificate> certificate = certifier.certify(csr, till);
    if (!certificate)
        return tl::unexpected(certificate.error());
    m_store.run(putRenewed, till, certificate->serial);
    work.commit();
    return QJsonObject{{u"certificate"_s, QString::fromLatin1(certificate->pem)}};
}

bool Tills::isCurrent(const QString &till, const QString &serial)
{
    return m_store.query(currentTill, till, serial).next() || m_store.query(isRenewed, till, serial).next();
}

} // namespace evertill::sandbox
