#include "ui/words/coupon_words.h"

#include <QCoreApplication>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

class CouponText {
    Q_DECLARE_TR_FUNCTIONS(Coupon)
public:
    static QString of(const QString &why)
    {
        if (why == u"spent"_s)
            return tr("Coupon %1 was used before.");
        if (why == u"used_up"_s || why == u"budget"_s)
            return tr("Coupon %1 is used up.");
        if (why == u"not_now"_s)
            return tr("Coupon %1 does not count now.");
        if (why == u"not_reached"_s)
            return tr("Coupon %1 counts once there is enough on the ticket.");
        if (why == u"not_combinable"_s)
            return tr("Coupon %1 does not go with what is taken off already.");
        if (why == u"no_goods"_s)
            return tr("Coupon %1: none of its goods are on the ticket yet.");
        if (why == u"no_gift"_s)
            return tr("Coupon %1: its gift can't be handed out here.");
        return tr("Coupon %1 is not one of this shop's.");
    }
};

} // namespace

QString couponWords(const QString &code, const QString &why) { return CouponText::of(why).arg(code); }

} // namespace evertill
