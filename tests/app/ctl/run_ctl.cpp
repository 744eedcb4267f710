#include "tests/app/ctl/run_ctl.h"

#include <QJsonDocument>
#include <QProcess>

namespace evertill::test {

QJsonObject CtlRun::said() const { return QJsonDocument::fromJson(out).object(); }

QList<QJsonObject> CtlRun::lines() const
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

QJsonObject CtlRun::refused() const { return QJsonDocument::fromJson(err).object(); }

CtlRun runCtl(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace evertill::test
