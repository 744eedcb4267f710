#include "sync/trust/till_certificate.h"

#include "sync/trust/till_key.h"

#include <QDateTime>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

std::optional<CertificateLife> lifeOf(const QByteArray &pem)
{
    const QList<QSslCertificate> read = QSslCertificate::fromData(pem, QSsl::Pem);
    if (read.isEmpty())
        return std::nullopt;
    const auto instant = [](const QDateTime &at) { return Instant{at.toMSecsSinceEpoch() * 1000}; };
    return CertificateLife{instant(read.first().effectiveDate()), instant(read.first().expiryDate())};
}

StoreFailure failure(const Refusal &refusal)
{
    return {
        refusal.facts.value(u"path"_s).toString() + u": "_s + refusal.facts.value(u"problem"_s).toString()};
}

} // namespace

TillCertificate::TillCertificate(QString folder, OmsIdentity identity)
    : m_folder(std::move(folder)), m_identity(std::move(identity))
{
}

std::optional<CertificateLife> TillCertificate::life() const { return lifeOf(m_identity.certificate); }

Result<QByteArray> TillCertificate::signingRequest() const
{
    return TillKey::fromPem(m_identity.key, tillKeyPath(m_folder)).map([](const TillKey &key) {
        return key.signingRequest();
    });
}

Result<QSslConfiguration> TillCertificate::nextTls() const
{
    OmsIdentity next = m_identity;
    next.certificate = m_identity.nextCertificate;
    return tlsFor(next);
}

Outcome TillCertificate::keep(const KeepCertificate &what)
{
    const auto key = TillKey::fromPem(m_identity.key, tillKeyPath(m_folder));
    if (!key)
        return failure(key.error());
    if (!key->isIn(what.certificate))
        return HttpFailure{HttpFailure::BadAnswer, u"the renewed certificate is not of this till's key"_s};
    const auto present = life();
    const auto next = lifeOf(what.certificate);
    if (!next || (present && next->ends <= present->ends))
        return HttpFailure{
            HttpFailure::BadAnswer, u"the renewed certificate lasts no longer than the present one"_s};
    if (const auto kept = keepNextCertificate(m_folder, what.certificate); !kept)
        return failure(kept.error());
    m_identity.nextCertificate = what.certificate;
    return Done{};
}

Outcome TillCertificate::adopt()
{
    if (const auto adopted = adoptNextCertificate(m_folder); !adopted)
        return failure(adopted.error());
    m_identity.certificate = std::exchange(m_identity.nextCertificate, {});
    return CertificateAdopted{life().value_or(CertificateLife())};
}

Outcome TillCertificate::forget()
{
    dropNextCertificate(m_folder);
    m_identity.nextCertificate.clear();
    return Done{};
}

} // namespace evertill
