#include "sync/trust/till_key.h"
#include "tests/sync/e2e/sandbox_process.h"
#include "tests/sync/e2e/till.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

constexpr auto kApproval = "APPROVAL-4711-2209"_L1;

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a till does in a day that could give a secret away, in a process of its own: it enrols, takes a card,
/// syncs, fails to sync. Tells its folder on standard output.
int liveADay(const QStringList &arguments)
{
    Till till;
    const QUrl oms(arguments.at(2));
    const QByteArray ca = fileContent(arguments.at(3));
    (void)till.enrol(oms, ca, u"WRONG-CODE"_s);
    if (!till.enrol(oms, ca, arguments.at(4)))
        return 2;
    till.approveCard(QString(kApproval));
    SyncSettings settings = till.settings(u"BER1T1"_s);
    if (!till.syncOnce(settings))
        return 3;
    till.approveCard(QString(kApproval));
    settings.identity.oms = QUrl(u"https://localhost:1"_s);
    if (till.syncOnce(settings))
        return 4;
    settings.identity.oms = oms;
    settings.identity.certificate = "torn";
    (void)till.syncOnce(settings);
    // What is left in the folder is looked through too.
    const QString kept = arguments.at(5);
    for (const QString &name : QDir(till.folder()).entryList(QDir::Files))
        QFile::copy(QDir(till.folder()).filePath(name), QDir(kept).filePath(name));
    return 0;
}

} // namespace

/// Nothing that has to stay a secret is written where people read: logs, standard error, plain files.
class SecretsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingSecretIsLogged();
};

void SecretsTest::nothingSecretIsLogged()
{
    SandboxProcess oms;
    oms.start();
    const QTemporaryDir kept;
    const QString ca = kept.filePath(u"store.pem"_s);
    QFile file(ca);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(oms.ca()) > 0);
    file.close();
    const QString code = oms.codeFor(u"BER1T1"_s);
    const QTemporaryDir folder;
    QProcess day;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s); // all that any part of the program can say
    day.setProcessEnvironment(environment);
    day.start(QCoreApplication::applicationFilePath(),
        {u"--live-a-day"_s, oms.url().toString(), ca, code, folder.path()});
    QVERIFY(day.waitForFinished(60'000));
    const QByteArray said = day.readAllStandardError() + day.readAllStandardOutput();
    QVERIFY2(day.exitStatus() == QProcess::NormalExit && day.exitCode() == 0, said.constData());
    QVERIFY2(said.contains("evertill.sync"), "the log was on");

    const QByteArray key = fileContent(folder.filePath(u"till.key"_s));
    QVERIFY(key.contains("PRIVATE KEY"));
    QByteArrayList secrets = {"PRIVATE KEY", code.toLatin1(), QByteArray(kApproval.data())};
    for (const QByteArray &line : key.split('\n')) {
        if (line.size() >= 20 && !line.startsWith("-----"))
            secrets += line.first(20);
    }
    QVERIFY(secrets.size() >= 5);
    QByteArray readable = said;
    for (const QString &name : QDir(folder.path()).entryList({u"*.json"_s, u"*.pem"_s, u"*.url"_s}))
        readable += fileContent(folder.filePath(name));
    QVERIFY2(readable.contains("BEGIN CERTIFICATE"), "the folder was looked through");
    for (const QByteArray &secret : secrets)
        QVERIFY2(!readable.contains(secret), secret.constData());
}

} // namespace evertill::test

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"--live-a-day"_s)
        return evertill::test::liveADay(QCoreApplication::arguments());
    evertill::test::SecretsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_secrets.moc"
