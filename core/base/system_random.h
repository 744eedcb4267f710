#pragma once

#include "core/base/random.h"

namespace evertill {

/// libcrypto's generator, fit for keys. Only a composition root makes one. Ends the program where the machine
/// has no entropy.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

} // namespace evertill
