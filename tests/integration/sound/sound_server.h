#pragma once

#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>

#include "tests/support/temporary_folder.h"

namespace keyreel::test {

/// A PulseAudio server of its own with null sinks, the first of which is "ci"; this process, and what it
/// starts, talks to it and to no other.
class SoundServer {
public:
    static const QString kFirst;

    enum class Session {
        Own,  ///< Also another home, and no bus.
        Kept  ///< All but the sound stays as it is.
    };
    /// Points this process to the server's socket; does not start it.
    explicit SoundServer(Session session = Session::Own);
    ~SoundServer();

    /// Starts the server and waits until it answers.
    [[nodiscard]] bool start();
    /// As a crash would end it.
    void kill();
    /// Adds or removes a device.
    [[nodiscard]] bool plug(const QString& sink = kFirst);
    [[nodiscard]] bool unplug(const QString& sink = kFirst);
    [[nodiscard]] bool makeDefault(const QString& sink);

    /// Records what a device plays: interleaved 16-bit stereo at 48 kHz.
    void startCapture(const QString& sink = kFirst);
    [[nodiscard]] QByteArray captured();

private:
    bool pactl(const QStringList& arguments);

    TemporaryFolder m_folder;
    QString m_socket;
    QMap<QString, QString> m_modules;  ///< By the sink.
    QString m_answer;
    QProcess m_server;
    QProcess m_capture;
};

}  // namespace keyreel::test
