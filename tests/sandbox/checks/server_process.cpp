#include "tests/sandbox/checks/server_process.h"

#include "tests/sandbox/store/json_text.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

ServerProcess::~ServerProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool ServerProcess::start(const QStringList &arguments, bool anyPort)
{
    QStringList all{u"--data"_s, folder(), u"--with-parent"_s};
    if (anyPort)
        all << u"--port"_s << u"0"_s;
    m_process.start(m_program, all + arguments);
    if (!m_process.waitForStarted())
        return false;
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(30'000))
            return false;
    }
    const QJsonObject ready = jsonObject(m_process.readLine());
    m_port = ready.value(u"port"_s).toInt();
    return ready.value(u"ready"_s).toBool();
}

bool ServerProcess::stop()
{
    m_process.terminate();
    return ended();
}

bool ServerProcess::ended()
{
    return m_process.waitForFinished(10'000) && m_process.exitStatus() == QProcess::NormalExit
        && m_process.exitCode() == 0;
}

} // namespace evertill::sandbox
