#include "tests/core/support/shared_data.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("unreadable: %s", qPrintable(path));
    auto lines = file.readAll().split('\n');
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

QString sharedData(const QString &name)
{
    const QString beside = QStringLiteral(EVERTILL_SOURCE_DIR) + u"/../shared/data"_s;
    const QString path = QDir(qEnvironmentVariable("EVERTILL_SHARED_DATA", beside)).filePath(name);
    return QFile::exists(path) ? path : QString();
}

std::vector<QJsonObject> jsonLines(const QString &path)
{
    std::vector<QJsonObject> objects;
    for (const QByteArray &line : linesOf(path))
        objects.push_back(QJsonDocument::fromJson(line).object());
    return objects;
}

std::vector<QList<QByteArray>> tsvRows(const QString &path)
{
    std::vector<QList<QByteArray>> rows;
    for (const QByteArray &line : linesOf(path))
        rows.push_back(line.split('\t'));
    rows.erase(rows.begin());
    return rows;
}

} // namespace evertill::test
