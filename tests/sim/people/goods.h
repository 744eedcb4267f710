#pragma once

#include <array>
#include <cstdint>

namespace evertill::sim {

/// Goods of the simulated shops, all in pieces: stock moves, prices are the office's.
struct Goods {
    const char *sku;
    std::int64_t price;
    std::int64_t deposit = 0; ///< comes along with each piece
};
inline constexpr Goods kGoods[] = {{"A", 1000}, {"B", 249}, {"C", 1999}, {"D", 5}, {"E", 333, 25}};
inline constexpr const char *kDepositSku = "EMPTY";
inline constexpr std::int64_t kTaxPpm = 190'000;

/// What a till takes off, or asks less for: what the office may set it to, 0 where it is taken away.
/// The price of a B where somebody buys three of them, by a price list.
inline constexpr const char *kBulkList = "bulk";
inline constexpr const char *kBulkSku = "B";
inline constexpr std::int64_t kBulkFrom = 3'000;
inline constexpr std::array<std::int64_t, 3> kBulkPrices = {220, 199, 0};
/// Per cent off C.
inline constexpr const char *kPercentOff = "percent-off-c";
inline constexpr const char *kPercentSku = "C";
inline constexpr std::array<std::int64_t, 3> kPercents = {10, 33, 0};
/// Off the ticket for whoever has the code, so many times in all.
inline constexpr const char *kWelcome = "welcome";
inline constexpr const char *kWelcomeCode = "WELCOME5";
inline constexpr std::int64_t kWelcomeOff = 500;
inline constexpr std::int64_t kWelcomeFrom = 700;
inline constexpr std::array<std::int64_t, 3> kWelcomeUses = {2, 1, 0};

/// Gift cards that go round in each shop, and what is on each when it opens.
inline constexpr const char *kGiftCards[] = {"EVG-SIMCARD1", "EVG-SIMCARD2"};
inline constexpr std::int64_t kGiftCardWorth = 4'000;

/// Customers of each shop, and the points and the credit that they begin with.
inline constexpr const char *kCustomers[] = {"EVC-SIMCUST1", "EVC-SIMCUST2"};
inline constexpr std::int64_t kPoints = 300;
inline constexpr std::int64_t kCredit = 8'000;

} // namespace evertill::sim
