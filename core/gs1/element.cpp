#include "core/gs1/element.h"

#include "core/gs1/ai_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill::gs1 {

const std::string *valueOf(std::span<const Element> elements, std::string_view ai)
{
    const auto found =
        std::find_if(elements.begin(), elements.end(), [&](const Element &one) { return one.ai == ai; });
    return found == elements.end() ? nullptr : &found->value;
}

std::string bracketed(std::span<const Element> elements)
{
    std::string text;
    for (const Element &element : elements) {
        text += '(' + element.ai + ')';
        for (const char c : element.value)
            text += c == '(' ? std::string("\\(") : std::string(1, c);
    }
    return text;
}

std::string elementString(std::span<const Element> elements, char separator)
{
    std::string data;
    bool needsSeparator = false;
    for (const Element &element : elements) {
        if (needsSeparator)
            data += separator;
        data += element.ai + element.value;
        const AiSpec *spec = findAi(element.ai);
        needsSeparator = !spec || !spec->isFixedLength;
    }
    return data;
}

tl::unexpected<Refusal> malformed(const Flaw &flaw, std::string_view ai)
{
    return refuse(Code::MalformedCode,
        {{u"ai"_s, QString::fromLatin1(ai.data(), qsizetype(ai.size()))}, {u"at"_s, qint64(flaw.at)},
            {u"length"_s, qint64(flaw.length)}, {u"problem"_s, QString::fromStdString(flaw.problem)}});
}

} // namespace evertill::gs1
