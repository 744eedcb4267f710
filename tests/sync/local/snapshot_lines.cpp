#include "tests/sync/local/snapshot_lines.h"

#include <QCryptographicHash>

namespace evertill::test {
namespace {

QByteArray closed(const QByteArray &lines)
{
    return lines + "{\"end\":true,\"count\":" + QByteArray::number(lines.count('\n')) + ",\"sha256\":\""
        + QCryptographicHash::hash(lines, QCryptographicHash::Sha256).toHex()
        + "\",\"cursor\":\"c9\",\"included\":{\"epoch\":1,\"seq\":4}}\n";
}

} // namespace

QByteArray emptySnapshot() { return closed({}); }

QByteArray stockSnapshot(int rows)
{
    QByteArray lines;
    for (int n = 0; n < rows; ++n) {
        const QByteArray sku = "S" + QByteArray::number(n);
        lines += R"({"op":"put","entity":"stock","id":")" + sku
            + R"(","through":{"epoch":0,"seq":0},"row":{"sku":")" + sku
            + R"(","on_hand":1000,"reserved":0}})"
              "\n";
    }
    return closed(lines);
}

QByteArray productSnapshot(int rows)
{
    QByteArray lines;
    for (int n = 0; n < rows; ++n) {
        const QByteArray sku = "P" + QByteArray::number(n);
        lines += R"({"op":"put","entity":"product","id":")" + sku + R"(","row":{"sku":")" + sku
            + R"(","name":"Hazelnut spread no. )" + sku
            + R"(","unit":"ea","price":299,"tax":"A"}})"
              "\n";
    }
    return closed(lines);
}

} // namespace evertill::test
