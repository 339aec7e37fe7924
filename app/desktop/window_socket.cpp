#include "app/desktop/window_socket.h"

#include <sys/file.h>

#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QThread>
#include <memory>

namespace keyreel::desktop {
namespace {

constexpr int kHandOverMs = 500;
constexpr int kAgainMs = 20;
/// So many paths of the longest length that the system knows.
constexpr qint64 kMostBytes = ui::Wish::kMostTargets * 4096;

}  // namespace

WindowSocket::WindowSocket(const studio::Places& places)
    : m_name(QString::fromStdString((places.profile / "window.socket").string())) {
    // Without the lock or the socket a second window opens instead; nothing else depends on them.
    auto lock = File::openForUpdate(places.profile / "window.lock");
    if (!lock || ::flock(lock->descriptor(), LOCK_EX | LOCK_NB) != 0) return;
    m_lock.emplace(std::move(*lock));
    QLocalServer::removeServer(m_name);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    (void)m_server.listen(m_name);
}

bool WindowSocket::handOver(const ui::Wish& wish) const {
    if (m_lock) return false;
    // The other may have the lock already and the socket in a moment.
    const QDeadlineTimer patience(kHandOverMs);
    while (!patience.hasExpired()) {
        QLocalSocket socket;
        socket.connectToServer(m_name);
        if (socket.waitForConnected(kHandOverMs)) {
            socket.write(wish.toBytes());
            bool goesOn = true;
            while (goesOn && socket.bytesToWrite() > 0)
                goesOn = socket.waitForBytesWritten(kHandOverMs);
            return true;
        }
        QThread::msleep(kAgainMs);
    }
    return false;
}

void WindowSocket::serve(QObject* context, std::function<void(const ui::Wish& wish)> take) {
    if (!m_lock) return;
    const auto accept = [this, context, take = std::move(take)]() {
        while (QLocalSocket* socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            const auto read = [socket, take]() {
                if (socket->bytesAvailable() > kMostBytes) return socket->abort();
                if (const auto wish = ui::Wish::fromBytes(socket->peek(kMostBytes))) {
                    socket->readAll();
                    take(*wish);
                }
            };
            QObject::connect(socket, &QLocalSocket::readyRead, context, read);
            // What came with the connection itself is told by no signal.
            read();
        }
    };
    QObject::connect(&m_server, &QLocalServer::newConnection, context, accept);
    accept();
}

}  // namespace keyreel::desktop
