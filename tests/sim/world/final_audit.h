#pragma once

#include "tests/sim/machines/scene.h"

#include <QJsonArray>

namespace evertill::sim {

/// Both sides in full, once all has healed: the OMS's tables, the tills' journals and tables, and the oracle.
class FinalAudit final {
public:
    explicit FinalAudit(Scene &scene) : m_scene(scene) { }

    /// Throws Finding.
    void check();

private:
    void checkJournal(Till &till);
    void checkReceiptNumbers(const Till &till);
    void checkSales(OmsHouse &house);
    void checkReturns(OmsHouse &house);
    void checkLines(OmsHouse &house);
    void checkOffers(OmsHouse &house);
    void checkMoney(OmsHouse &house);
    void checkPurses(OmsHouse &house);
    void checkStock(OmsHouse &house);
    void checkOrders(OmsHouse &house);
    void checkTasks(OmsHouse &house);
    [[nodiscard]] static QJsonArray table(OmsHouse &house, const QString &name);

    Scene &m_scene;
};

} // namespace evertill::sim
