#include "ui/print/code128.h"

#include <zint.h>

#include <memory>

namespace evertill {

std::vector<bool> code128Modules(const QString &text)
{
    const QByteArray latin = text.toLatin1();
    if (latin.isEmpty() || QString::fromLatin1(latin) != text)
        return {};
    const std::unique_ptr<zint_symbol, void (*)(zint_symbol *)> symbol(ZBarcode_Create(), &ZBarcode_Delete);
    if (!symbol)
        return {};
    symbol->symbology = BARCODE_CODE128;
    const auto *source = reinterpret_cast<const unsigned char *>(latin.constData());
    if (ZBarcode_Encode(symbol.get(), source, int(latin.size())) >= ZINT_ERROR)
        return {};
    std::vector<bool> modules(std::size_t(symbol->width));
    for (std::size_t at = 0; at < modules.size(); ++at)
        modules[at] = ((symbol->encoded_data[0][at / 8] >> (at % 8)) & 1) != 0;
    return modules;
}

} // namespace evertill
