#include "core/tax/tax_provider.h"

namespace evertill {

bool holdsToTheCent(const TaxQuestion &question, const TaxAnswer &answer)
{
    if (answer.lines.size() != question.lines.size())
        return false;
    std::int64_t charged = 0;
    for (const TaxAnswerLine &line : answer.lines) {
        std::int64_t gross = line.net;
        for (const TaxOnLine &tax : line.taxes)
            gross += tax.charged;
        charged += gross - line.net;
        if (gross != line.gross)
            return false;
    }
    for (const TaxSummaryRow &row : answer.summary)
        charged -= row.charged;
    return charged == 0;
}

Result<TaxAnswer> FallbackTaxProvider::answer(const TaxQuestion &question) const
{
    auto answer = m_first.answer(question);
    if (answer && holdsToTheCent(question, *answer))
        return answer;
    return m_otherwise.answer(question);
}

} // namespace evertill
