#pragma once

#include "sync/http/oms_exchange.h"

namespace evertill {

/// Asks the OMS something beside sync's lanes, with the till's present certificate. Callable on any thread;
/// returns at once. \a done is called once, on the sync thread; not at all once sync ends.
class OmsQuestions {
public:
    virtual ~OmsQuestions() = default;
    virtual void ask(const HttpRequest &request, OmsExchange::Done done) = 0;
};

} // namespace evertill
