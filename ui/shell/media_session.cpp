#include "ui/shell/media_session.h"

#include <QCoreApplication>
#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <utility>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

const QString kName = u"org.mpris.MediaPlayer2.keyreel"_s;
const QString kPath = u"/org/mpris/MediaPlayer2"_s;
const QString kRoot = u"org.mpris.MediaPlayer2"_s;
const QString kPlayer = u"org.mpris.MediaPlayer2.Player"_s;
const QString kBus = u"org.freedesktop.DBus"_s;
/// org.freedesktop.DBus.RequestName: not to wait in line.
constexpr quint32 kDoNotQueue = 4;
constexpr quint32 kPrimaryOwner = 1;
constexpr quint32 kAlreadyOwner = 4;
constexpr int kPatienceMs = 3000;
/// Turning a wheel is one change, and nobody sees the difference.
constexpr int kTogetherMs = 40;

QDBusMessage busCall(const QString& method) {
    return QDBusMessage::createMethodCall(kBus, u"/org/freedesktop/DBus"_s, kBus, method);
}

QString instanceName() {
    return kName + u".instance"_s + QString::number(QCoreApplication::applicationPid());
}

QString wordOf(MediaState::Playback playback) {
    switch (playback) {
        case MediaState::Playback::Playing:
            return u"Playing"_s;
        case MediaState::Playback::Paused:
            return u"Paused"_s;
        case MediaState::Playback::Stopped:
            break;
    }
    return u"Stopped"_s;
}

QString loopWord(bool repeats) {
    return repeats ? u"Track"_s : u"None"_s;
}

}  // namespace

/// org.mpris.MediaPlayer2: the program.
class MediaSession::Root : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2")
    Q_PROPERTY(bool CanQuit READ yes CONSTANT)
    Q_PROPERTY(bool CanRaise READ yes CONSTANT)
    Q_PROPERTY(bool CanSetFullscreen READ yes CONSTANT)
    Q_PROPERTY(bool Fullscreen READ fullScreen WRITE setFullScreen)
    Q_PROPERTY(bool HasTrackList READ no CONSTANT)
    Q_PROPERTY(QString Identity READ identity CONSTANT)
    Q_PROPERTY(QString DesktopEntry READ desktopEntry CONSTANT)
    Q_PROPERTY(QStringList SupportedUriSchemes READ none CONSTANT)
    Q_PROPERTY(QStringList SupportedMimeTypes READ none CONSTANT)
public:
    explicit Root(MediaSession* session) : QDBusAbstractAdaptor(session), m_session(*session) {}
    [[nodiscard]] bool yes() const { return true; }
    [[nodiscard]] bool no() const { return false; }
    [[nodiscard]] bool fullScreen() const { return m_session.state().fullScreen; }
    void setFullScreen(bool on) { Q_EMIT m_session.fullScreenRequested(on); }
    [[nodiscard]] QString identity() const { return u"Keyreel"_s; }
    [[nodiscard]] QString desktopEntry() const { return u"keyreel"_s; }
    [[nodiscard]] QStringList none() const { return {}; }

public Q_SLOTS:
    void Raise() { Q_EMIT m_session.raiseRequested(); }
    void Quit() { Q_EMIT m_session.quitRequested(); }

private:
    MediaSession& m_session;
};

/// org.mpris.MediaPlayer2.Player: the film.
class MediaSession::Player : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2.Player")
    // Written out, since only so it is said that Position changes without a signal.
    Q_CLASSINFO(
        "D-Bus Introspection",
        "  <interface name=\"org.mpris.MediaPlayer2.Player\">\n"
        "    <method name=\"Next\"/>\n"
        "    <method name=\"Previous\"/>\n"
        "    <method name=\"Pause\"/>\n"
        "    <method name=\"PlayPause\"/>\n"
        "    <method name=\"Stop\"/>\n"
        "    <method name=\"Play\"/>\n"
        "    <method name=\"Seek\"><arg direction=\"in\" type=\"x\" name=\"Offset\"/></method>\n"
        "    <method name=\"SetPosition\"><arg direction=\"in\" type=\"o\" name=\"TrackId\"/>"
        "<arg direction=\"in\" type=\"x\" name=\"Position\"/></method>\n"
        "    <method name=\"OpenUri\"><arg direction=\"in\" type=\"s\" name=\"Uri\"/></method>\n"
        "    <signal name=\"Seeked\"><arg type=\"x\" name=\"Position\"/></signal>\n"
        "    <property name=\"PlaybackStatus\" type=\"s\" access=\"read\"/>\n"
        "    <property name=\"LoopStatus\" type=\"s\" access=\"readwrite\"/>\n"
        "    <property name=\"Rate\" type=\"d\" access=\"readwrite\"/>\n"
        "    <property name=\"Metadata\" type=\"a{sv}\" access=\"read\">\n"
        "      <annotation name=\"org.qtproject.QtDBus.QtTypeName\" value=\"QVariantMap\"/>\n"
        "    </property>\n"
        "    <property name=\"Volume\" type=\"d\" access=\"readwrite\"/>\n"
        "    <property name=\"Position\" type=\"x\" access=\"read\">\n"
        "      <annotation name=\"org.freedesktop.DBus.Property.EmitsChangedSignal\" value=\"false\"/>\n"
        "    </property>\n"
        "    <property name=\"MinimumRate\" type=\"d\" access=\"read\"/>\n"
        "    <property name=\"MaximumRate\" type=\"d\" access=\"read\"/>\n"
        "    <property name=\"CanGoNext\" type=\"b\" access=\"read\"/>\n"
        "    <property name=\"CanGoPrevious\" type=\"b\" access=\"read\"/>\n"
        "    <property name=\"CanPlay\" type=\"b\" access=\"read\"/>\n"
        "    <property name=\"CanPause\" type=\"b\" access=\"read\"/>\n"
        "    <property name=\"CanSeek\" type=\"b\" access=\"read\"/>\n"
        "    <property name=\"CanControl\" type=\"b\" access=\"read\">\n"
        "      <annotation name=\"org.freedesktop.DBus.Property.EmitsChangedSignal\" value=\"false\"/>\n"
        "    </property>\n"
        "  </interface>\n")
    Q_PROPERTY(QString PlaybackStatus READ playback)
    Q_PROPERTY(QString LoopStatus READ loop WRITE setLoop)
    Q_PROPERTY(double Rate READ rate WRITE setRate)
    Q_PROPERTY(QVariantMap Metadata READ metadata)
    Q_PROPERTY(double Volume READ volume WRITE setVolume)
    Q_PROPERTY(qlonglong Position READ position)
    Q_PROPERTY(double MinimumRate READ slowest CONSTANT)
    Q_PROPERTY(double MaximumRate READ fastest CONSTANT)
    Q_PROPERTY(bool CanGoNext READ canGoNext)
    Q_PROPERTY(bool CanGoPrevious READ canGoPrevious)
    Q_PROPERTY(bool CanPlay READ canPlay)
    Q_PROPERTY(bool CanPause READ canPlay)
    Q_PROPERTY(bool CanSeek READ canSeek)
    Q_PROPERTY(bool CanControl READ canControl CONSTANT)
public:
    explicit Player(MediaSession* session) : QDBusAbstractAdaptor(session), m_session(*session) {}
    [[nodiscard]] QString playback() const { return wordOf(state().playback); }
    [[nodiscard]] QString loop() const { return loopWord(state().repeats); }
    void setLoop(const QString& word) {
        // A list of films ends where it ends.
        if (word == "None"_L1 || word == "Track"_L1) Q_EMIT m_session.repeatRequested(word == "Track"_L1);
    }
    [[nodiscard]] double rate() const { return state().rate; }
    void setRate(double rate) {
        if (!std::isfinite(rate) || rate < 0) return;
        // As the specification has it for clients that know no better.
        if (rate <= 0)
            Pause();
        else
            Q_EMIT m_session.rateRequested(std::clamp(rate, kSlowest, kFastest));
    }
    [[nodiscard]] QVariantMap metadata() const { return m_session.metadata(); }
    [[nodiscard]] double volume() const { return state().volume; }
    void setVolume(double volume) {
        if (std::isfinite(volume)) Q_EMIT m_session.volumeRequested(std::clamp(volume, 0.0, 1.0));
    }
    [[nodiscard]] qlonglong position() const { return m_session.positionUs(); }
    [[nodiscard]] double slowest() const { return kSlowest; }
    [[nodiscard]] double fastest() const { return kFastest; }
    [[nodiscard]] bool canGoNext() const { return state().canGoNext; }
    [[nodiscard]] bool canGoPrevious() const { return state().canGoPrevious; }
    [[nodiscard]] bool canPlay() const { return state().canPlay; }
    [[nodiscard]] bool canSeek() const { return state().canSeek; }
    [[nodiscard]] bool canControl() const { return true; }

public Q_SLOTS:
    void Next() {
        if (state().canGoNext) Q_EMIT m_session.skipRequested(1);
    }
    void Previous() {
        if (state().canGoPrevious) Q_EMIT m_session.skipRequested(-1);
    }
    void Pause() {
        if (state().canPlay) Q_EMIT m_session.pauseRequested();
    }
    void PlayPause() {
        if (state().canPlay) Q_EMIT m_session.toggleRequested();
    }
    void Stop() {
        if (state().canPlay) Q_EMIT m_session.stopRequested();
    }
    void Play() {
        if (state().canPlay) Q_EMIT m_session.playRequested();
    }
    void Seek(qlonglong offset) {
        const qint64 length = state().lengthUs;
        // Bounded before it is added to.
        if (state().canSeek)
            Q_EMIT m_session.seekRequested(std::clamp<qint64>(
                m_session.positionUs() + std::clamp<qint64>(offset, -length, length), 0, length));
    }
    void SetPosition(const QDBusObjectPath& track, qlonglong position) {
        // Another film's, or none of this one: let go of, without an error.
        if (track.path() != m_session.track() || position < 0 || position > state().lengthUs) return;
        if (state().canSeek) Q_EMIT m_session.seekRequested(position);
    }
    void OpenUri(const QString&, const QDBusMessage& asked) {
        asked.setDelayedReply(true);
        QDBusConnection(m_session.m_connection)
            .send(asked.createErrorReply(QDBusError::NotSupported,
                                         u"Keyreel opens what a person opens, in its window."_s));
    }

Q_SIGNALS:
    void Seeked(qlonglong position);

private:
    [[nodiscard]] const MediaState& state() const { return m_session.state(); }
    MediaSession& m_session;
};

MediaSession::MediaSession(QObject* parent) : QObject(parent), m_player(new Player(this)) {
    new Root(this);
    m_flush.setSingleShot(true);
    m_flush.setInterval(kTogetherMs);
    connect(&m_flush, &QTimer::timeout, this, &MediaSession::flush);
    if (!QDBusConnection::sessionBus().isConnected()) return;
    // A connection of its own, since each stands for one window at one path.
    static std::atomic<unsigned> count{0};
    m_connection = u"keyreel-media-%1"_s.arg(++count);
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_connection);
    if (!bus.isConnected() || !bus.registerObject(kPath, this, QDBusConnection::ExportAdaptors)) {
        QDBusConnection::disconnectFromBus(std::exchange(m_connection, QString()));
        return;
    }
}

MediaSession::~MediaSession() {
    if (m_connection.isEmpty()) return;
    QDBusConnection(m_connection).unregisterObject(kPath);
    // The names go with it.
    QDBusConnection::disconnectFromBus(m_connection);
}

void MediaSession::begin(const MediaState& state) {
    ++m_films;
    const bool stays = std::exchange(m_on, true);
    if (stays) {
        m_state = state;
        if (!m_connection.isEmpty() && !m_flush.isActive()) m_flush.start();
        return;
    }
    m_toldFilm = m_films;
    m_state = state;
    m_told = state;
    if (!m_connection.isEmpty()) askForName(kName);
}

void MediaSession::askForName(const QString& name) {
    QDBusConnection bus(m_connection);
    auto* answer = new QDBusPendingCallWatcher(
        bus.asyncCall(busCall(u"RequestName"_s) << name << kDoNotQueue, kPatienceMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
            [this, name, film = m_films](QDBusPendingCallWatcher* done) {
                done->deleteLater();
                const QDBusPendingReply<quint32> reply = *done;
                const bool mine =
                    reply.isValid() && (reply.value() == kPrimaryOwner || reply.value() == kAlreadyOwner);
                // Another Keyreel runs: beside it, as the specification names the second.
                if (reply.isValid() && !mine && name == kName && m_on && film == m_films)
                    askForName(instanceName());
            });
}

void MediaSession::end() {
    if (!std::exchange(m_on, false)) return;
    m_flush.stop();
    m_seeked = false;
    m_state = {};
    if (m_connection.isEmpty()) return;
    QDBusConnection bus(m_connection);
    for (const QString& name : {kName, instanceName()})
        bus.send(busCall(u"ReleaseName"_s) << name);
}

void MediaSession::tell(const MediaState& state) {
    if (!m_on || state == m_state) return;
    m_state = state;
    if (!m_connection.isEmpty() && !m_flush.isActive()) m_flush.start();
}

void MediaSession::tellSeeked() {
    if (!m_on || m_connection.isEmpty()) return;
    m_seeked = true;
    if (!m_flush.isActive()) m_flush.start();
}

QString MediaSession::track() const {
    return u"/keyreel/film/%1"_s.arg(m_films);
}

QVariantMap MediaSession::metadata() const {
    if (!m_on) return {};
    QVariantMap out{{u"mpris:trackid"_s, QVariant::fromValue(QDBusObjectPath(track()))},
                    {u"xesam:title"_s, m_state.title}};
    if (!m_state.artist.isEmpty()) out.insert(u"xesam:artist"_s, QStringList{m_state.artist});
    if (m_state.lengthUs > 0) out.insert(u"mpris:length"_s, static_cast<qlonglong>(m_state.lengthUs));
    return out;
}

void MediaSession::flush() {
    const MediaState was = std::exchange(m_told, m_state);
    const MediaState& is = m_state;
    QVariantMap changed;
    const auto add = [&changed](const QString& name, const auto& before, const auto& now,
                                const QVariant& told) {
        if (before != now) changed.insert(name, told);
    };
    add(u"PlaybackStatus"_s, was.playback, is.playback, wordOf(is.playback));
    add(u"LoopStatus"_s, was.repeats, is.repeats, loopWord(is.repeats));
    add(u"Rate"_s, was.rate, is.rate, is.rate);
    add(u"Volume"_s, was.volume, is.volume, is.volume);
    add(u"CanGoNext"_s, was.canGoNext, is.canGoNext, is.canGoNext);
    add(u"CanGoPrevious"_s, was.canGoPrevious, is.canGoPrevious, is.canGoPrevious);
    add(u"CanPlay"_s, was.canPlay, is.canPlay, is.canPlay);
    add(u"CanPause"_s, was.canPlay, is.canPlay, is.canPlay);
    add(u"CanSeek"_s, was.canSeek, is.canSeek, is.canSeek);
    const bool another = std::exchange(m_toldFilm, m_films) != m_films;
    if (another || was.title != is.title || was.artist != is.artist || was.lengthUs != is.lengthUs)
        changed.insert(u"Metadata"_s, metadata());
    sendChanges(kPlayer, changed);
    if (was.fullScreen != is.fullScreen) sendChanges(kRoot, {{u"Fullscreen"_s, is.fullScreen}});
    if (std::exchange(m_seeked, false)) Q_EMIT m_player->Seeked(positionUs());
}

void MediaSession::sendChanges(const QString& interface, const QVariantMap& changed) {
    if (changed.isEmpty()) return;
    auto signal =
        QDBusMessage::createSignal(kPath, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
    signal << interface << changed << QStringList();
    QDBusConnection(m_connection).send(signal);
}

}  // namespace keyreel::ui

#include "media_session.moc"
