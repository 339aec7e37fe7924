#include "tests/integration/sound/sound_server.h"

#include <QTest>

namespace keyreel::test {

namespace {

constexpr int kPatienceMilliseconds = 60'000;
const QStringList kNullSink{QStringLiteral("rate=48000"), QStringLiteral("channels=2"),
                            // Without it the sink holds two seconds.
                            QStringLiteral("norewinds=1")};

}  // namespace

const QString SoundServer::kFirst = QStringLiteral("ci");

SoundServer::SoundServer(Session session) {
    const QByteArray folder = QByteArray::fromStdString(m_folder.path().string());
    qputenv("PULSE_RUNTIME_PATH", folder);
    m_socket = QString::fromLocal8Bit(folder) + QStringLiteral("/pa.sock");
    qputenv("PULSE_SERVER", QByteArray("unix:") + m_socket.toLocal8Bit());
    if (session == Session::Kept) return;
    for (const char* name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(name, folder);
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"})
        qunsetenv(name);
}

SoundServer::~SoundServer() {
    m_capture.kill();
    m_capture.waitForFinished();
    kill();
}

bool SoundServer::start() {
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(
        QStringLiteral("pulseaudio"),
        {QStringLiteral("-n"), QStringLiteral("--daemonize=no"), QStringLiteral("--exit-idle-time=-1"),
         QStringLiteral("--use-pid-file=no"), QStringLiteral("--disable-shm=yes"),
         QStringLiteral("--log-level=error"), QStringLiteral("-L"),
         QStringLiteral("module-native-protocol-unix socket=%1 auth-anonymous=1").arg(m_socket)});
    if (!m_server.waitForStarted()) return false;
    const bool answers =
        QTest::qWaitFor([this] { return pactl({QStringLiteral("info")}); }, kPatienceMilliseconds);
    return answers && plug();
}

void SoundServer::kill() {
    m_server.kill();
    m_server.waitForFinished();
}

bool SoundServer::plug(const QString& sink) {
    const QStringList load{QStringLiteral("load-module"), QStringLiteral("module-null-sink"),
                           QStringLiteral("sink_name=") + sink};
    if (!pactl(load + kNullSink)) return false;
    m_modules[sink] = m_answer.trimmed();
    return true;
}

bool SoundServer::unplug(const QString& sink) {
    return pactl({QStringLiteral("unload-module"), m_modules.take(sink)});
}

bool SoundServer::makeDefault(const QString& sink) {
    return pactl({QStringLiteral("set-default-sink"), sink});
}

void SoundServer::startCapture(const QString& sink) {
    m_capture.kill();
    m_capture.waitForFinished();
    m_capture.start(
        QStringLiteral("parec"),
        {QStringLiteral("--latency-msec=20"), QStringLiteral("-d"), sink + QStringLiteral(".monitor"),
         QStringLiteral("--format=s16le"), QStringLiteral("--rate=48000"), QStringLiteral("--channels=2")});
}

QByteArray SoundServer::captured() {
    return m_capture.readAllStandardOutput();
}

bool SoundServer::pactl(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral("pactl"), arguments);
    if (!process.waitForFinished(kPatienceMilliseconds)) return false;
    m_answer = QString::fromUtf8(process.readAllStandardOutput());
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

}  // namespace keyreel::test
