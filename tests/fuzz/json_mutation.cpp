#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstring>
#include <random>

/// Changes lines that are JSON as JSON: a fuzzer that flips bytes seldom gets past a strict reader.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t most);
extern "C" std::size_t LLVMFuzzerCustomMutator(
    std::uint8_t *data, std::size_t size, std::size_t most, unsigned seed);

namespace evertill::fuzz {
namespace {

class Mutation final {
public:
    explicit Mutation(unsigned seed) : m_random(seed) { }

    int below(qsizetype bound) { return int(m_random() % std::uint32_t(std::max<qsizetype>(bound, 1))); }
    QJsonValue changed(const QJsonValue &value);

private:
    QJsonValue odd(const QJsonValue &instead);
    QString changed(QString text);
    QJsonArray changed(QJsonArray array);
    QJsonObject changed(QJsonObject object);

    std::minstd_rand m_random;
};

/// A value that readers stumble over.
QJsonValue Mutation::odd(const QJsonValue &instead)
{
    static const QJsonArray odds{0, 1, -1, 2147483648LL, 4294967297LL, 4194304, 1099511627776LL,
        9007199254740991LL, -9007199254740991LL, 9007199254740992.0, 1e300, 0.5, QString(),
        QStringLiteral("\u0000"), QStringLiteral("2026-02-30"), QStringLiteral("EUR"), QStringLiteral("JPY"),
        true, QJsonValue(), QJsonArray(), QJsonObject()};
    if (instead.isDouble() && below(2) == 0)
        return instead.toInteger() + below(3) - 1;
    return odds.at(below(odds.size()));
}

QString Mutation::changed(QString text)
{
    // An envelope inside an answer is JSON again.
    const QJsonDocument inner =
        text.startsWith(u'{') ? QJsonDocument::fromJson(text.toUtf8()) : QJsonDocument();
    if (inner.isObject() && below(8) != 0)
        return QString::fromUtf8(QJsonDocument(changed(inner.object())).toJson(QJsonDocument::Compact));
    QByteArray bytes = text.toUtf8();
    const qsizetype size = bytes.size();
    bytes.resize(size + 32);
    auto *data = reinterpret_cast<std::uint8_t *>(bytes.data());
    bytes.resize(qsizetype(LLVMFuzzerMutate(data, std::size_t(size), std::size_t(size + 32))));
    return QString::fromUtf8(bytes);
}

QJsonArray Mutation::changed(QJsonArray array)
{
    const int at = below(array.size());
    switch (array.isEmpty() ? 0 : below(6)) {
    case 0:
        array.append(array.isEmpty() ? odd({}) : array.at(at));
        break;
    case 1:
        array.removeAt(at);
        break;
    case 2:
        array.insert(below(array.size()), QJsonValue(array.at(at)));
        break;
    default:
        array[at] = changed(array.at(at));
    }
    return array;
}

QJsonObject Mutation::changed(QJsonObject object)
{
    if (object.isEmpty())
        return object;
    const QString name = object.keys().at(below(object.size()));
    switch (below(12)) {
    case 0:
        object.remove(name);
        break;
    case 1:
        object.insert(name, object.value(object.keys().at(below(object.size()))));
        break;
    case 2:
        object.insert(changed(name), object.value(name));
        break;
    default:
        object.insert(name, changed(object.value(name)));
    }
    return object;
}

QJsonValue Mutation::changed(const QJsonValue &value)
{
    if (value.isObject() && below(20) != 0)
        return changed(value.toObject());
    if (value.isArray() && below(20) != 0)
        return changed(value.toArray());
    if (value.isString() && below(3) != 0)
        return changed(value.toString());
    return odd(value);
}

} // namespace
} // namespace evertill::fuzz

std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t most, unsigned seed)
{
    evertill::fuzz::Mutation mutation(seed);
    if (mutation.below(4) == 0)
        return LLVMFuzzerMutate(data, size, most);
    QByteArrayList lines = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)).split('\n');
    QByteArray &line = lines[mutation.below(lines.size())];
    const QJsonDocument json = QJsonDocument::fromJson(line);
    if (!json.isObject())
        return LLVMFuzzerMutate(data, size, most);
    QJsonValue changed = json.object();
    for (int times = 1 + mutation.below(3); times > 0; --times)
        changed = mutation.changed(changed);
    line = QJsonDocument(changed.toObject()).toJson(QJsonDocument::Compact);
    if (mutation.below(12) == 0)
        lines.append(QByteArray(lines.at(mutation.below(lines.size()))));
    const QByteArray whole = lines.join('\n');
    if (std::size_t(whole.size()) > most)
        return LLVMFuzzerMutate(data, size, most);
    std::memcpy(data, whole.constData(), std::size_t(whole.size()));
    return std::size_t(whole.size());
}
