#include "ui/shell/ask_ledger.h"

#include "core/store/machine_failure.h"

#include <QDebug>

namespace evertill {

using namespace Qt::StringLiterals;

Refusal refusalFor(const std::exception &broken)
{
    qWarning() << "evertill:" << broken.what();
    if (isDiskFull(broken))
        return {Code::DiskFull, {}};
    return {Code::DamagedFile, {{u"problem"_s, QString::fromUtf8(broken.what())}}};
}

} // namespace evertill
