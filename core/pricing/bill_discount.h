#pragma once

#include "core/pricing/model/priced_basket.h"
#include "core/tax/tax_provider.h"

namespace evertill {

/// What is taken off a bill that is reckoned, as a line of its own would be: of what the lines are to pay
/// with their taxes, and of each of those taxes, its percentage, each rounded once; the net gives way. Each
/// line bears its share. A tax that is an amount for each unit stays, and what it raised in others. Where
/// several come, each is of what the ones before have left.
class BillDiscount final {
public:
    /// \a answer is to \a question, asked in \a order, and is what is lowered; both outlive this.
    BillDiscount(const TaxQuestion &question, TaxAnswer &answer, const std::vector<std::size_t> &order);

    /// How much less each of \a lines is priced at now, taxes that its price holds included.
    [[nodiscard]] std::vector<DiscountShare> take(Percentage rate, const std::vector<std::size_t> &lines);

private:
    void lowerTax(const QString &id, Percentage rate, const std::vector<std::size_t> &lines);
    void lowerNet(std::int64_t by, const std::vector<std::size_t> &lines);
    void addUp();

    const TaxQuestion &m_question;
    TaxAnswer &m_answer;
    std::vector<TaxAnswerLine> m_open; ///< the part of each line that may be lowered still
};

} // namespace evertill
