#include "app/ctl/command/command.h"

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

void writeLine(std::FILE *stream, const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stream);
    std::fflush(stream);
}

} // namespace

void print(const QJsonObject &object) { writeLine(stdout, object); }

QJsonObject asObject(const Refusal &refusal)
{
    QJsonObject object = QJsonObject::fromVariantMap(refusal.facts);
    if (object.contains(u"error"_s)) // what the OMS said: unknown_code, code_used, wrong_till, fork
        object.insert(u"reason"_s, object.value(u"error"_s));
    object.insert(u"error"_s, codeName(refusal.code));
    return object;
}

void printError(const Refusal &refusal) { writeLine(stderr, asObject(refusal)); }

bool isPrintedWhole() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

} // namespace evertill
