#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/work_unit.h"

namespace evertill::sandbox {

/// journal.sealed: keeps each seal with whether the OMS could verify it: its hash is the accepted one at that
/// position, its key the one the till enrolled with, its signature theirs.
class SealBook final {
public:
    explicit SealBook(WorkUnit &work) : m_work(work) { }

    Outcome book(const Fact &fact);

private:
    [[nodiscard]] bool isValid(const Fact &fact);

    WorkUnit &m_work;
};

} // namespace evertill::sandbox
