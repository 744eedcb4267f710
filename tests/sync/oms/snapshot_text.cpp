#include "tests/sync/oms/snapshot_text.h"

#include <QCryptographicHash>

namespace evertill::test {

QByteArray closing(int count, const QByteArray &lines)
{
    const QByteArray hash = QCryptographicHash::hash(lines, QCryptographicHash::Sha256).toHex();
    return R"({"end":true,"count":)" + QByteArray::number(count) + R"(,"sha256":")" + hash
        + R"(","cursor":"c9","included":{"epoch":1,"seq":4}})" + '\n';
}

} // namespace evertill::test
