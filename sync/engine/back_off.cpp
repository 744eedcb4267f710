#include "sync/engine/back_off.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace evertill {
namespace {

constexpr std::chrono::microseconds kFirst = 500ms;
constexpr std::chrono::seconds kLongestAsked = 600s;
constexpr int kDoublings = 12; // beyond any limit

} // namespace

std::chrono::microseconds BackOff::jittered(std::chrono::microseconds length)
{
    const auto half = std::uint64_t(length.count() / 2);
    return std::chrono::microseconds(std::int64_t(half + m_random.next64() % (half + 1)));
}

void BackOff::begin(Instant now, std::chrono::microseconds length)
{
    m_begin = now;
    m_end = now + length;
}

void BackOff::failed(Instant now, std::chrono::seconds longest, std::optional<std::chrono::seconds> asked)
{
    const auto length = jittered(
        std::min<std::chrono::microseconds>(longest, kFirst * (1 << std::min(m_failures, kDoublings))));
    ++m_failures;
    m_wasAsked = asked && *asked > 0s;
    // Never earlier than asked for, and spread over what comes after.
    begin(now, m_wasAsked ? std::min(*asked, kLongestAsked) + length : length);
}

void BackOff::rest(Instant now, std::chrono::milliseconds length)
{
    m_wasAsked = false;
    begin(now, jittered(length * 2));
}

void BackOff::succeeded()
{
    m_failures = 0;
    m_wasAsked = false;
    m_end.reset();
}

void BackOff::cutShort()
{
    if (!m_wasAsked)
        m_end.reset();
}

bool BackOff::isOn(Instant now) const { return m_end && now < *m_end && now >= m_begin; }

} // namespace evertill
