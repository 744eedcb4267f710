#include "tests/sync/e2e/sandbox_process.h"
#include "tests/sync/e2e/till.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// How a machine becomes a till of the reference OMS.
class EnrolmentTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_oms.start(); }
    void anUnknownCodeIsDenied();
    void theSameCodeWithTheSameKeyGivesTheSameAnswer();
    void aUsedCodeIsDeniedToAnotherKey();
    void keepsThePrivateKeyToTheOwner();

private:
    SandboxProcess m_oms;
};

void EnrolmentTest::anUnknownCodeIsDenied()
{
    Till till;
    const auto config = till.enrol(m_oms.url(), m_oms.ca(), u"NOPE-NOPE"_s);
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::Denied);
    QCOMPARE(config.error().facts.value(u"error"_s).toString(), u"unknown_code"_s);
    QCOMPARE(loadOmsIdentity(till.folder()).error().code, Code::NotEnrolled);
}

void EnrolmentTest::theSameCodeWithTheSameKeyGivesTheSameAnswer()
{
    Till till;
    const QString code = m_oms.codeFor(u"BER1T1"_s);
    const auto first = till.enrol(m_oms.url(), m_oms.ca(), code);
    QVERIFY(first);
    const QByteArray certificate = fileContent(till.folder() + u"/till.pem"_s);
    const auto second = till.enrol(m_oms.url(), m_oms.ca(), code);
    QVERIFY(second);
    QCOMPARE(*first, *second);
    QVERIFY(!certificate.isEmpty());
    QCOMPARE(fileContent(till.folder() + u"/till.pem"_s), certificate);
}

void EnrolmentTest::aUsedCodeIsDeniedToAnotherKey()
{
    Till till;
    Till other;
    const QString code = m_oms.codeFor(u"BER1T1"_s);
    QVERIFY(till.enrol(m_oms.url(), m_oms.ca(), code));
    const auto config = other.enrol(m_oms.url(), m_oms.ca(), code);
    QVERIFY(!config);
    QCOMPARE(config.error().facts.value(u"error"_s).toString(), u"code_used"_s);
}

void EnrolmentTest::keepsThePrivateKeyToTheOwner()
{
    Till till;
    till.enrolAs(u"BER1T1"_s, m_oms);
    const auto permissions = QFileInfo(till.folder() + u"/till.key"_s).permissions();
    QCOMPARE(permissions & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::EnrolmentTest)
#include "tst_enrolment.moc"
