#include "tests/sandbox/checks/oms_fixture.h"

#include "tests/sandbox/store/json_text.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

OmsFixture::OmsFixture()
{
    m_oms = again();
    DemoCatalog demo;
    for (const QString &sku : {u"A"_s, u"B"_s, u"C"_s}) {
        demo.products.append(QJsonObject{{u"sku"_s, sku}, {u"name"_s, u"Product "_s + sku},
            {u"unit"_s, u"ea"_s}, {u"price"_s, 1000}, {u"tax"_s, u"standard"_s}});
        demo.stock.append(QJsonObject{{u"sku"_s, sku}, {u"on_hand"_s, 20'000}});
    }
    if (!m_oms->load(demo, now))
        qFatal("the demo catalogue did not load");
}

std::unique_ptr<Oms> OmsFixture::again() const { return on(m_folder.filePath(u"oms.db"_s)); }

std::unique_ptr<Oms> OmsFixture::restoredCopy()
{
    const QString copy = m_folder.filePath(u"copy.db"_s);
    if (!m_oms->tables().run(u"VACUUM INTO '%1'"_s.arg(copy)))
        qFatal("the file could not be copied");
    return on(copy);
}

std::unique_ptr<Oms> OmsFixture::on(const QString &path)
{
    const auto engine = std::make_shared<std::mt19937>(4711);
    return std::make_unique<Oms>(path, StoreSettings(), [engine](int count) {
        QByteArray bytes;
        for (int i = 0; i < count; ++i)
            bytes += static_cast<char>((*engine)());
        return bytes;
    });
}

QString OmsFixture::push(const QString &till, const QJsonObject &batch)
{
    const Result<QJsonObject> answer = m_oms->pushEvents(till, batch, now);
    if (!answer)
        return answer.error().error;
    QStringList outcomes;
    for (const QJsonValue &value : answer->value(u"outcomes"_s).toArray())
        outcomes.append(value.toObject().value(u"outcome"_s).toString());
    return outcomes.join(u' ');
}

QJsonArray OmsFixture::table(const QString &name)
{
    return m_oms->tables().rows(name, 1000, 0).value_or(QJsonArray());
}

QStringList OmsFixture::tasks()
{
    QStringList found;
    for (const QJsonValue &task : table(u"task"_s))
        found.append(task.toObject().value(u"task"_s).toString() + u' '
            + task.toObject().value(u"state"_s).toString());
    return found;
}

QJsonObject OmsFixture::facts(const QString &task)
{
    for (const QJsonValue &row : table(u"task"_s)) {
        if (row.toObject().value(u"task"_s) == task)
            return jsonObject(row.toObject().value(u"facts"_s).toString().toUtf8());
    }
    return {};
}

qint64 OmsFixture::number(const QString &sql)
{
    const Result<QJsonObject> answer = m_oms->tables().run(u"SELECT (%1) AS n"_s.arg(sql));
    return answer ? answer->value(u"rows"_s).toArray().at(0).toObject().value(u"n"_s).toInteger(-999) : -999;
}

QString OmsFixture::placeOrder(const QString &sku, qint64 quantity)
{
    const Result<QByteArray> row = m_oms->placeOrder({u"Ada"_s, now + 1, {{sku, quantity}}}, now);
    return row ? jsonObject(*row).value(u"order"_s).toString() : QString();
}

} // namespace evertill::sandbox
