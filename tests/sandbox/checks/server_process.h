#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace evertill::sandbox {

/// The real evertill-sandbox-oms on a data folder of its own, which lives as long as this.
class ServerProcess final {
public:
    explicit ServerProcess(QString program) : m_program(std::move(program)) { }
    ~ServerProcess();

    /// Starts it with --data and these; \a anyPort adds --port 0. True when it said that it is ready.
    [[nodiscard]] bool start(const QStringList &arguments, bool anyPort = true);
    /// SIGTERM; true when it ended by itself with 0.
    [[nodiscard]] bool stop();
    /// True when it ends with 0 soon.
    [[nodiscard]] bool ended();

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("oms")); }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }

private:
    const QString m_program;
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace evertill::sandbox
