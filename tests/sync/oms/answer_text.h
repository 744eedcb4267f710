#pragma once

#include <QByteArray>

namespace evertill::test {

inline const QByteArray kHash(64, 'a');

/// A position 2-7 with kHash, and \a more fields after it.
[[nodiscard]] QByteArray accepted(const QByteArray &more = {});

/// A whole answer to an enrolment.
extern const QByteArray kEnrolment;

} // namespace evertill::test
