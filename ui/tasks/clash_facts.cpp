#include "ui/tasks/clash_facts.h"

#include "core/base/json_fields.h"
#include "ui/words/figures.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

struct Clash {
    Q_DECLARE_TR_FUNCTIONS(Tasks)
};

/// More than that a sentence can't carry.
constexpr int kMostNamed = 5;

} // namespace

ClashFacts::ClashFacts(const OpenTask &task, const QString &till, Currency currency, const Clock &clock)
    : m_facts(task.facts), m_till(till),
      m_currency(Currency::fromCode(task.facts.value(u"currency"_s).toString()).value_or(currency)),
      m_at{exactInteger(task.facts.value(u"at"_s)).value_or(task.openedAt.us)}, m_clock(clock)
{
}

QString ClashFacts::money(QStringView name) const
{
    const auto minor = exactInteger(m_facts.value(name));
    return minor ? moneyText(Money::minor(*minor, m_currency)) : QString();
}

QString ClashFacts::count(QStringView name) const
{
    const auto count = exactInteger(m_facts.value(name));
    return count ? QLocale().toString(qlonglong(*count)) : QString();
}

QString ClashFacts::when() const
{
    const bool today = m_clock.localDate(m_at) == m_clock.localDate(m_clock.now());
    return today ? timeText(m_at, m_clock) : dateTimeText(m_at, m_clock);
}

QString ClashFacts::tillWords(const QString &till) const
{
    if (till.isEmpty())
        return Clash::tr("another till");
    return till == m_till ? Clash::tr("this till") : Clash::tr("till %1").arg(till);
}

bool ClashFacts::hasStep(const QString &kind) const
{
    for (const QJsonValue step : m_facts.value(u"steps"_s).toArray()) {
        if (step.toObject().value(u"kind"_s) == kind)
            return true;
    }
    return false;
}

QString ClashFacts::goods(QStringView name, QStringView key) const
{
    return goodsIn(m_facts.value(name).toArray(), key);
}

QString ClashFacts::goodsHandedOver() const
{
    for (const QJsonValue step : m_facts.value(u"steps"_s).toArray()) {
        const QJsonArray lines = step.toObject().value(u"lines"_s).toArray();
        if (!lines.isEmpty())
            return goodsIn(lines, u"quantity");
    }
    return {};
}

QString ClashFacts::goodsIn(const QJsonArray &list, QStringView key)
{
    QStringList named;
    for (const QJsonValue value : list) {
        const QJsonObject item = value.toObject();
        const QString name = item.value(u"name"_s).toString(item.value(u"sku"_s).toString());
        const auto quantity = exactInteger(item.value(key));
        if (name.isEmpty() || !quantity)
            continue;
        if (named.size() == kMostNamed) {
            named.append(Clash::tr("and more"));
            break;
        }
        const QString figure = quantityText(Quantity::thousandths(*quantity), u"ea"_s);
        //: a quantity and what it is of: 2 × Green tea; or goods and their level: Green tea: −2
        named.append(key == u"on_hand" ? Clash::tr("%1: %2").arg(name, figure)
                                       : Clash::tr("%1 × %2").arg(figure, name));
    }
    return named.join(u", "_s);
}

QString ClashFacts::firstName(QStringView name) const
{
    const QJsonArray list = m_facts.value(name).toArray();
    const QJsonObject first = list.at(0).toObject();
    const QString text = first.value(u"name"_s).toString(first.value(u"sku"_s).toString());
    return list.size() < 2 ? text : Clash::tr("%1 and %2 more").arg(text).arg(list.size() - 1);
}

QString ClashFacts::others() const
{
    QStringList named;
    for (const QJsonValue value : m_facts.value(u"others"_s).toArray()) {
        const QJsonObject other = value.toObject();
        if (named.size() < kMostNamed)
            named.append(
                Clash::tr("%1 at %2")
                    .arg(other.value(u"receipt"_s).toString(), tillWords(other.value(u"till"_s).toString())));
    }
    return named.join(u", "_s);
}

} // namespace evertill
