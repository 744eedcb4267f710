#include "core/base/system_random.h"

#include <openssl/rand.h>

namespace evertill {

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    if (RAND_bytes(bytes.data(), int(bytes.size())) != 1)
        qFatal("the machine has no random numbers");
}

} // namespace evertill
