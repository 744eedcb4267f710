#include "app/till/stop_signal.h"

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace evertill {
namespace {

int ends[2] = {-1, -1};

// Only what may be done between any two instructions: one byte through a socket.
void pass(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(ends[0], &byte, 1);
}

} // namespace

StopSignal::StopSignal(QObject *parent) : QObject(parent)
{
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        return;
    m_notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT asked();
    });
    std::signal(SIGTERM, pass);
    std::signal(SIGINT, pass);
}

StopSignal::~StopSignal()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    for (int &end : ends)
        close(std::exchange(end, -1));
}

} // namespace evertill
