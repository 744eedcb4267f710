#include "ui/widgets/letter_layout.h"

namespace evertill {

using namespace Qt::StringLiterals;

std::vector<LetterRows> letterRows(QLocale::Language language)
{
    const LetterRows english{u"qwertyuiop"_s, u"asdfghjkl"_s, u"zxcvbnm"_s};
    switch (language) {
    case QLocale::German:
        return {{u"qwertzuiop\u00fc"_s, u"asdfghjkl\u00f6\u00e4"_s, u"yxcvbnm\u00df"_s}};
    case QLocale::French:
        return {{u"azertyuiop\u00e0"_s, u"qsdfghjklm\u00e7"_s, u"wxcvbn\u00e9\u00e8"_s}};
    case QLocale::Spanish:
        return {{u"qwertyuiop"_s, u"asdfghjkl\u00f1"_s, u"zxcvbnm"_s}};
    case QLocale::Arabic:
        return {english,
            {u"\u0636\u0635\u062b\u0642\u0641\u063a\u0639\u0647\u062e\u062d\u062c"_s,
                u"\u0634\u0633\u064a\u0628\u0644\u0627\u062a\u0646\u0645\u0643\u0637"_s,
                u"\u062f\u0630\u0631\u0632\u0638\u0648\u0629\u0649\u0621"_s}};
    default:
        return {english};
    }
}

} // namespace evertill
