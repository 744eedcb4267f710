#include "core/catalog/code_patterns.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

struct Country {
    const char *code;
    const char *patterns; ///< commas between
};

// The Swedish rules, which products on sale in Norway follow too.
constexpr char kSwedish[] =
    "20IIIIIIPPPPC,21IIIIIIPPPPC*10,22IIIIIIPPPPC*100,23IIIIIIWWWWC,24IIIIIIWWWWC*10,25IIIIIIWWWWC*100";
constexpr char kWeightsOnly[] = "23IIIIIIWWWWC,24IIIIIIWWWWC*10,25IIIIIIWWWWC*100";

/// Each from the pages of its GS1 organisation:
/// DE GS1 Germany, "GTIN in der Anwendung": 22, 23 prices, 25, 26 pieces, 28, 29 weights, all with a verifier
/// DK gs1.dk, "GTIN-13 pris" and "GTIN-13 vægt"
/// EE, LV, LT gs1lv.org, "Variable measure in Latvia"
/// FI gs1.fi, "How to identify a product with a GTIN"
/// GB gs1uk.org, "How to barcode variable measure items"
/// SE gs1.se, "How do I create my variable weight numbers?"
/// US, CA the UPC's number system 2: item, price verifier, price (GS1 General Specifications, 2.1.14)
constexpr Country kCountries[] = {
    {"CA", "02IIIIIVPPPPC"},
    {"DE", "22IIIIVPPPPPC,23IIIIVPPPPPC,25IIIIVNNNNNC,26IIIIVNNNNNC,28IIIIVWWWWWC,29IIIIVWWWWWC"},
    {"DK",
        "21IIIIPPPPPPC,22IIIIPPPPPPC,23IIIIPPPPPPC,24IIIIPPPPPPC,26IIIIWWWWWWC,27IIIIIWWWWWC,28IIIIWWWWWWC"},
    {"EE", kWeightsOnly},
    {"FI", kWeightsOnly},
    {"GB", "20IIIIIVPPPPC,28IIIIIVPPPPC"},
    {"LT", kWeightsOnly},
    {"LV", kWeightsOnly},
    {"NO", kSwedish},
    {"SE", kSwedish},
    {"US", "02IIIIIVPPPPC"},
};

} // namespace

QStringList nationalPatterns(const QString &country)
{
    for (const Country &one : kCountries) {
        if (country == QLatin1StringView(one.code))
            return QString::fromLatin1(one.patterns).split(u',');
    }
    return {};
}

} // namespace evertill
