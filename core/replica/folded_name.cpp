#include "core/replica/folded_name.h"

#include <algorithm>

namespace evertill {
namespace {

bool isAccent(QChar c) { return c.unicode() >= 0x0300 && c.unicode() <= 0x036f; }

/// Letters that Unicode does not take apart.
QStringView spelledOut(QChar c)
{
    switch (c.unicode()) {
    case u'ß':
        return u"ss";
    case u'æ':
        return u"ae";
    case u'Æ':
        return u"AE";
    case u'œ':
        return u"oe";
    case u'Œ':
        return u"OE";
    case u'ø':
        return u"o";
    case u'Ø':
        return u"O";
    case u'ł':
        return u"l";
    case u'Ł':
        return u"L";
    case u'đ':
        return u"d";
    case u'Đ':
        return u"D";
    case u'ı':
        return u"i";
    default:
        return {};
    }
}

} // namespace

QString foldedName(const QString &name)
{
    if (std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; }))
        return name;
    const QString apart = name.normalized(QString::NormalizationForm_D);
    QString folded;
    folded.reserve(apart.size());
    for (const QChar c : apart) {
        if (isAccent(c))
            continue;
        if (const QStringView spelled = spelledOut(c); !spelled.isEmpty())
            folded += spelled;
        else
            folded += c;
    }
    return folded.normalized(QString::NormalizationForm_C);
}

} // namespace evertill
