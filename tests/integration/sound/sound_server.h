#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

#include "tests/support/temporary_folder.h"

namespace keyreel::test {

/// A PulseAudio server of its own with one null sink; this process, and what it starts, talks to it and to no
/// other.
class SoundServer {
public:
    /// Points this process to the server's socket; does not start it.
    SoundServer();
    ~SoundServer();

    /// Starts the server and waits until it answers.
    [[nodiscard]] bool start();
    /// As a crash would end it.
    void kill();
    /// Adds or removes the only device.
    [[nodiscard]] bool plug();
    [[nodiscard]] bool unplug();

    /// Records what the device plays: interleaved 16-bit stereo at 48 kHz.
    void startCapture();
    [[nodiscard]] QByteArray captured();

private:
    bool pactl(const QStringList& arguments);

    TemporaryFolder m_folder;
    QString m_socket;
    QString m_module;
    QString m_answer;
    QProcess m_server;
    QProcess m_capture;
};

}  // namespace keyreel::test
