#include "ui/shell/foot_bar.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/icon.h"
#include "ui/words/figures.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFootIcon = 18;
constexpr int kTickMs = 1000;

QString troubleText(ConnectionStatus::Trouble trouble)
{
    switch (trouble) {
    case ConnectionStatus::Forked:
        return FootBar::tr("Another till works under this till's name: call support");
    case ConnectionStatus::TooLarge:
        return FootBar::tr("The head office can't take what was sold, it is too large: call support");
    case ConnectionStatus::Untrusted:
        return FootBar::tr("Not the head office that this till trusts: check the network, call support");
    case ConnectionStatus::Unreadable:
        return FootBar::tr("The head office answers nonsense: call support");
    case ConnectionStatus::Expired:
        return FootBar::tr("This till's certificate has ended: call support");
    case ConnectionStatus::Disk:
        return FootBar::tr("This till's disk can't keep the head office's news: call support");
    case ConnectionStatus::Denied:
    case ConnectionStatus::NoTrouble:
        break;
    }
    return FootBar::tr("Refused by the head office: call support");
}

QString clockText(std::chrono::minutes ahead)
{
    const QString minutes = QLocale().toString(qlonglong(std::chrono::abs(ahead).count()));
    return ahead > std::chrono::minutes(0) ? FootBar::tr("This clock is %1 min behind").arg(minutes)
                                           : FootBar::tr("This clock is %1 min ahead").arg(minutes);
}

QString stateText(const ConnectionStatus &status, const Clock &clock)
{
    switch (status.state) {
    case ConnectionStatus::Online:
        return FootBar::tr("Online");
    case ConnectionStatus::Offline:
        return FootBar::tr("Offline since %1").arg(timeText(status.since, clock));
    case ConnectionStatus::Connecting:
        return FootBar::tr("Connecting");
    case ConnectionStatus::Refused:
        return troubleText(status.trouble);
    case ConnectionStatus::Bare:
        return FootBar::tr("On its own, no head office");
    }
    return {};
}

const char *toneOf(ConnectionStatus::State state)
{
    switch (state) {
    case ConnectionStatus::Online:
        return "money";
    case ConnectionStatus::Offline:
        return "waiting";
    case ConnectionStatus::Refused:
        return "refusal";
    case ConnectionStatus::Connecting:
    case ConnectionStatus::Bare:
        return "";
    }
    return "";
}

QLabel *quietLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

QString connectionText(const ConnectionStatus &status, const Clock &clock)
{
    const QString state = stateText(status, clock);
    if (status.state == ConnectionStatus::Bare)
        return state;
    const QString queue = status.unsent == 0
        ? FootBar::tr("all sent")
        : FootBar::tr("%1 to send").arg(QLocale().toString(qlonglong(status.unsent)));
    const QString said = FootBar::tr("%1 · %2").arg(state, queue);
    if (status.clockAhead == std::chrono::minutes(0))
        return said;
    return FootBar::tr("%1 · %2").arg(said, clockText(status.clockAhead));
}

FootBar::FootBar(const Clock &clock, const TillConfig &config, QWidget *parent)
    : QFrame(parent), m_clock(clock), m_connectionIcon(new QLabel(this)),
      m_connection(quietLabel(u"connection"_s, this)), m_time(quietLabel(u"clock"_s, this))
{
    setObjectName(u"footBar"_s);
    QLabel *place = quietLabel(u"tillAndStore"_s, this);
    place->setText(tr("%1 · %2").arg(config.till, config.store.name));
    QLabel *cashier = quietLabel(u"cashier"_s, this);
    cashier->setText(config.cashier.isEmpty() ? tr("No one signed in") : config.cashier);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_connectionIcon);
    row->addWidget(m_connection);
    row->addStretch(1);
    row->addWidget(place);
    row->addSpacing(24);
    row->addWidget(cashier);
    row->addSpacing(24);
    row->addWidget(m_time);

    connect(&m_timer, &QTimer::timeout, this, &FootBar::tick);
    m_timer.start(kTickMs);
    tick();
}

void FootBar::showStatus(const ConnectionStatus &status)
{
    const bool cutOff =
        status.state == ConnectionStatus::Offline || status.state == ConnectionStatus::Refused;
    const char *tone = toneOf(status.state);
    setTone(*m_connection, tone);
    m_connection->ensurePolished();
    m_connectionIcon->setPixmap(iconPixmap(cutOff ? u"offline"_s : u"online"_s,
        m_connection->palette().color(QPalette::WindowText), kFootIcon, devicePixelRatioF()));
    m_connection->setText(connectionText(status, m_clock));
}

void FootBar::tick() { m_time->setText(timeText(m_clock.now(), m_clock)); }

} // namespace evertill
