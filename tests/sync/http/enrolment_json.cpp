#include "tests/sync/http/enrolment_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace evertill::test {

QByteArray enrolmentJson(const QByteArray &certificate)
{
    const QJsonObject store = {
        {u"id"_s, u"BER1"_s}, {u"name"_s, u"Demo"_s}, {u"address"_s, QJsonArray{u"Street 1"_s}}};
    const QJsonObject config = {{u"currency"_s, u"EUR"_s}, {u"country"_s, u"DE"_s},
        {u"tax_mode"_s, u"inclusive"_s}, {u"tax_rounding"_s, u"line"_s}};
    const QJsonObject answer = {{u"till"_s, u"BER1T1"_s}, {u"store"_s, store},
        {u"certificate"_s, QString::fromLatin1(certificate)}, {u"config"_s, config}};
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

} // namespace evertill::test
