#include "tests/sync/oms/answer_text.h"

namespace evertill::test {

QByteArray accepted(const QByteArray &more)
{
    return R"({"epoch":2,"accepted_through":7,"hash":")" + kHash + '"' + more + '}';
}

const QByteArray kEnrolment =
    R"({"till":"BER1T1","store":{"id":"BER1","name":"Demo","address":["Street 1","Berlin"],"tax_id":"DE1"},
    "certificate":"PEM","config":{"currency":"EUR","country":"DE","tax_mode":"inclusive","tax_rounding":"line",
    "cashier":"c-1","codes":["2IIIIIIPPPPPC"],"refund_order":["cash","card"]}})";

} // namespace evertill::test
