#pragma once

#include "core/gs1/lint/flaw.h"

#include <tl/expected.hpp>

#include <vector>

namespace evertill::gs1 {

/// One of up to three purchases that a coupon asks for.
struct CouponPurchase {
    std::string requirement; ///< how much, in the terms of `code`
    char code =
        '0'; ///< 0 pieces, 1 value of the purchase, 2 value of the whole ticket, 3 and 4 weight, 9 none
    std::string family; ///< three digits; 000: any of the maker's
    std::string companyPrefix; ///< empty: none is named
    friend bool operator==(const CouponPurchase &, const CouponPurchase &) = default;
};

/// A North American coupon as AI (8110) or AI (8112) carries it. Numbers stand as the digits that the code
/// has: what they are worth is for the pricing engine and, with 8112, for the positive offer file.
struct Coupon {
    enum Kind { Original, PositiveOffer };
    Kind kind = Original;
    char format = '0'; ///< 8112 alone: 0 digital, 1 paper
    std::string companyPrefix; ///< of who issues it and pays: the funder
    std::string offerCode; ///< six digits
    std::string saveValue; ///< 8110 alone, and so are the rest but for the serial
    std::vector<CouponPurchase> purchases;
    char additionalRule =
        '0'; ///< 0 any of the purchases, 1 all, 2 the first and one more, 3 the first alone counts
    std::string expires; ///< yymmdd
    std::string starts; ///< yymmdd
    std::string serial;
    std::string retailer; ///< the only house that takes it
    char saveValueCode =
        '0'; ///< 0 cents, 1 a free item, 2 free items up to the value, 5 per cent, 6 cents off the ticket
    char appliesTo = '0'; ///< which purchase the value comes off: 0 the first, 1 the second, 2 the third
    bool isStoreCoupon = false;
    bool isNeverMultiplied = false;
    friend bool operator==(const Coupon &, const Coupon &) = default;
};

/// "North American Coupon Application Guideline Using GS1 DataBar Expanded Symbols".
[[nodiscard]] tl::expected<Coupon, Flaw> readCouponCode(std::string_view value);
/// "GS1 AI (8112) Coupon Data Specification".
[[nodiscard]] tl::expected<Coupon, Flaw> readPositiveOffer(std::string_view value);

[[nodiscard]] Verdict couponCode(std::string_view value);
[[nodiscard]] Verdict couponPositiveOffer(std::string_view value);

} // namespace evertill::gs1
