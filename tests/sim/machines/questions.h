#pragma once

#include "sync/http/oms_questions.h"
#include "tests/sim/machines/scene.h"

namespace evertill::sim {

/// What a till asks the OMS beside sync's lanes while a customer stands there: at once, and through the same
/// network, which loses questions and answers, doubles them and spoils them.
class Questions final : public OmsQuestions {
public:
    Questions(Scene &scene, Till &till) : m_scene(scene), m_till(till) { }

    void ask(const HttpRequest &request, OmsExchange::Done done) override;
    /// What the OMS said last, whether the till heard it or not; nothing where it was not asked.
    [[nodiscard]] const std::optional<HttpAnswer> &said() const { return m_said; }
    /// Whether the till heard just that.
    [[nodiscard]] bool isHeard() const { return m_isHeard; }

private:
    Scene &m_scene;
    Till &m_till;
    std::optional<HttpAnswer> m_said;
    bool m_isHeard = false;
};

} // namespace evertill::sim
