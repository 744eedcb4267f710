#pragma once

#include "sync/enrol/journal_at_oms.h"
#include "sync/trust/oms_identity.h"

namespace evertill {

/// The journal of \a till, asked for with the certificate of \a identity.
class JournalOverHttps final : public JournalAtOms {
public:
    JournalOverHttps(QString till, OmsIdentity identity)
        : m_till(std::move(till)), m_identity(std::move(identity))
    {
    }

    [[nodiscard]] Result<Accepted> position() const override;
    [[nodiscard]] Result<JournalPiece> after(Position after, int limit) const override;

private:
    [[nodiscard]] Result<QByteArray> ask(const QString &path, std::int64_t limit) const;

    QString m_till;
    OmsIdentity m_identity;
};

} // namespace evertill
