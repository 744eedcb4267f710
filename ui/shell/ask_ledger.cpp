#include "ui/shell/ask_ledger.h"

#include "core/store/database.h"

#include <QDebug>

namespace evertill {

using namespace Qt::StringLiterals;

Refusal refusalFor(const std::exception &broken)
{
    qWarning() << "evertill:" << broken.what();
    constexpr int kSqliteFull = 13;
    const auto *sqlite = dynamic_cast<const SQLite::Exception *>(&broken);
    if (sqlite && sqlite->getErrorCode() == kSqliteFull)
        return {Code::DiskFull, {}};
    return {Code::DamagedFile, {{u"problem"_s, QString::fromUtf8(broken.what())}}};
}

} // namespace evertill
