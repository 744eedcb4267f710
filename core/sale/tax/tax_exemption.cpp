#include "core/sale/tax/tax_exemption.h"

using namespace Qt::StringLiterals;

namespace evertill {

Result<> checkExemption(const TaxExemption &exemption)
{
    if (exemption.certificate.trimmed().isEmpty()
        || exemption.certificate.size() > TaxExemption::kLongestCertificate)
        return refuse(Code::BadInput, {{u"problem"_s, u"a certificate without a number, or a longer one"_s}});
    return {};
}

void writeExemption(JsonWriter &writer, const std::optional<TaxExemption> &exemption)
{
    if (exemption)
        writer.key("exemption").beginObject().field("certificate", exemption->certificate).endObject();
}

std::optional<TaxExemption> readExemption(JsonFields &fields)
{
    if (!fields.has("exemption"_L1))
        return std::nullopt;
    JsonFields one(fields.object("exemption"_L1), u"exemption"_s);
    const TaxExemption exemption{one.text("certificate"_L1)};
    if (!checkExemption(exemption))
        one.fail(u"certificate: none"_s);
    if (!one.ok())
        fields.fail(one.problem());
    return exemption;
}

} // namespace evertill
