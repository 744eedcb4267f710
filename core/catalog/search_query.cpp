#include "core/catalog/search_query.h"

#include "core/catalog/gtin.h"
#include "core/replica/folded_name.h"

namespace evertill {
namespace {

// More than any name holds; what lies beyond was not typed by a person.
constexpr qsizetype kLongestText = 120;
constexpr qsizetype kMostWords = 8;
constexpr qsizetype kTrigram = 3;

bool isWordPart(char32_t c) { return QChar::isLetterOrNumber(c); }

QString spacedOut(const QString &text)
{
    QString spaced;
    for (const QChar c : text.left(kLongestText))
        spaced += c.isPrint() || c.isSurrogate() ? c : QChar(u' ');
    return spaced.simplified();
}

QString quoted(QString word) { return u'"' + word.replace(u'"', QStringLiteral("\"\"")) + u'"'; }

bool isDigits(const QString &text) { return std::all_of(text.begin(), text.end(), isDigit); }

std::vector<SearchQuery::Range> gtinsBeginningWith(const QString &digits)
{
    std::vector<SearchQuery::Range> ranges;
    for (const int length : {13, 8, 12, 14}) {
        if (digits.size() > length)
            continue;
        std::int64_t width = 1;
        for (auto i = digits.size(); i < length; ++i)
            width *= 10;
        const std::int64_t first = digits.toLongLong() * width;
        ranges.push_back({first, first + width - 1});
    }
    return ranges;
}

} // namespace

SearchQuery SearchQuery::parse(const QString &text)
{
    SearchQuery query;
    const QString spaced = spacedOut(text);
    const QStringList words = foldedName(spaced).split(u' ', Qt::SkipEmptyParts).mid(0, kMostWords);
    for (const QString &word : words) {
        const auto letters = word.toUcs4();
        if (letters.size() >= kTrigram) {
            query.trigrams += quoted(word) + u' ';
        } else if (std::any_of(letters.begin(), letters.end(), isWordPart)) {
            query.prefixes += quoted(word) + QStringLiteral("* ");
            query.shortWords.append(word);
        }
    }
    const bool hasDigit =
        std::any_of(spaced.begin(), spaced.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (words.size() == 1 && hasDigit && spaced.size() <= 40)
        query.skuPrefix = spaced;
    if (!spaced.isEmpty() && isDigits(spaced))
        query.gtins = gtinsBeginningWith(spaced);
    return query;
}

bool SearchQuery::shortWordsFit(const QString &name) const
{
    const QString folded = foldedName(name);
    const auto beginsAWord = [&](const QString &word) {
        for (qsizetype at = folded.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = folded.indexOf(word, at + 1, Qt::CaseInsensitive)) {
            if (at == 0 || !folded[at - 1].isLetterOrNumber())
                return true;
        }
        return false;
    };
    return std::all_of(shortWords.begin(), shortWords.end(), beginsAWord);
}

} // namespace evertill
