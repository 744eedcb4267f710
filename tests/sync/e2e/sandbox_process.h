#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace evertill::test {

/// The sandbox OMS as a process of its own, with the demo shop and a folder that survives stop() and start().
class SandboxProcess final {
public:
    /// \a options are laid on top of those that every start has.
    explicit SandboxProcess(QStringList options = {});
    ~SandboxProcess();

    /// Asserts where it does not get ready within ten seconds. A second start takes the port of the first.
    void start();
    void stop();

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QByteArray ca() const;
    /// A one-time code for \a till.
    [[nodiscard]] QString codeFor(const QString &till);
    /// One of the sandbox's controls: what it answers.
    QJsonObject control(const QByteArray &method, const QString &path, const QByteArray &body = {});
    [[nodiscard]] QJsonArray rows(const QString &table);

private:
    QStringList m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_url;
    QByteArray m_token;
};

} // namespace evertill::test
