#pragma once

#include <QByteArray>

namespace evertill::test {

/// A whole answer to an enrolment, with \a certificate (PEM).
[[nodiscard]] QByteArray enrolmentJson(const QByteArray &certificate);

} // namespace evertill::test
