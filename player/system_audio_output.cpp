#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QElapsedTimer>
#include <QIODevice>
#include <QMediaDevices>
#include <QObject>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <utility>
#include <vector>

#include "player/audio_output.h"

namespace keyreel::player {

namespace {

constexpr int kBufferMilliseconds = 150;
constexpr int kWatchMilliseconds = 250;
constexpr qint64 kSilentMilliseconds = 500;  ///< Without a pull for this long the device is gone.
constexpr qint64 kRetryMilliseconds = 2000;
constexpr qint64 kStartMilliseconds = 2000;  ///< A sound server may take its time for the first pull.
constexpr unsigned long kJoinMilliseconds = 1000;
constexpr std::int64_t kMaxLatency = 2'000'000;

/// Between the GUI thread and the device's: closing it ends pulling at once, whatever the device is doing.
class Gate {
public:
    void set(std::shared_ptr<AudioFeed> feed) {
        const std::lock_guard lock(m_mutex);
        m_feed = std::move(feed);
    }
    void pull(std::span<float> samples, std::chrono::microseconds latency) {
        const std::lock_guard lock(m_mutex);
        if (m_feed)
            m_feed->pull(samples, latency);
        else
            std::fill(samples.begin(), samples.end(), 0.0F);
    }

private:
    std::mutex m_mutex;
    std::shared_ptr<AudioFeed> m_feed;
};

/// What QAudioSink reads from.
class PullDevice final : public QIODevice {
public:
    PullDevice(std::shared_ptr<Gate> gate, bool floats) : m_gate(std::move(gate)), m_floats(floats) {
        m_sincePull.start();
    }
    void setSink(QAudioSink* sink) { m_sink = sink; }
    [[nodiscard]] qint64 sincePull() const { return m_sincePull.elapsed(); }
    [[nodiscard]] bool pulled() const { return m_pulled; }
    void restartWatch() { m_sincePull.restart(); }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return 1 << 20; }

protected:
    qint64 readData(char* data, qint64 size) override {
        m_sincePull.restart();
        m_pulled = true;
        const qint64 sampleBytes = m_floats ? qint64(sizeof(float)) : qint64(sizeof(qint16));
        const qint64 frames = std::max<qint64>(size, 0) / (sampleBytes * kAudioChannels);
        m_samples.resize(static_cast<std::size_t>(frames) * kAudioChannels);
        m_gate->pull(m_samples, latency(sampleBytes));
        if (m_floats) {
            std::copy(m_samples.begin(), m_samples.end(), reinterpret_cast<float*>(data));
        } else {
            auto* out = reinterpret_cast<qint16*>(data);
            for (const float sample : m_samples)
                *out++ = static_cast<qint16>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F));
        }
        return frames * sampleBytes * kAudioChannels;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    [[nodiscard]] std::chrono::microseconds latency(qint64 sampleBytes) const {
        const qint64 queued =
            m_sink == nullptr ? 0 : m_sink->bufferSize() - std::max<qint64>(m_sink->bytesFree(), 0);
        const qint64 microseconds = queued * 1'000'000 / (sampleBytes * kAudioChannels * kAudioRate);
        return std::chrono::microseconds(std::clamp<qint64>(microseconds, 0, kMaxLatency));
    }

    std::shared_ptr<Gate> m_gate;
    const bool m_floats;
    bool m_pulled = false;
    QAudioSink* m_sink = nullptr;
    QElapsedTimer m_sincePull;
    std::vector<float> m_samples;
};

struct Shared {
    std::shared_ptr<Gate> gate = std::make_shared<Gate>();
    std::atomic<AudioOutput::State> state{AudioOutput::State::Closed};
    std::mutex mutex;
    std::function<void()> changed;

    std::string wanted;                ///< Under the mutex, as
    std::vector<AudioDevice> devices;  ///< these.

    [[nodiscard]] QByteArray wantedId() {
        const std::lock_guard lock(mutex);
        return QByteArray::fromStdString(wanted);
    }
    void setDevices(std::vector<AudioDevice> found) {
        const std::lock_guard lock(mutex);
        if (std::exchange(devices, found) != found && changed) changed();
    }
    void setState(AudioOutput::State next) {
        if (state.exchange(next) == next) return;
        const std::lock_guard lock(mutex);
        if (changed) changed();
    }
};

/// Lives on the sound thread.
class Worker final : public QObject {
public:
    explicit Worker(std::shared_ptr<Shared> shared) : m_shared(std::move(shared)) {}

    void start() {
        m_wanted = true;
        m_paused = false;
        if (m_watch == nullptr) {
            m_watch = new QTimer(this);
            m_watch->setInterval(kWatchMilliseconds);
            connect(m_watch, &QTimer::timeout, this, [this] { watch(); });
        }
        m_watch->start();
        open();
    }

    void stop() {
        m_wanted = false;
        if (m_watch != nullptr) m_watch->stop();
        closeSink();
        m_shared->state = AudioOutput::State::Closed;
    }

    /// Another device is wanted, or is there. PulseAudio moves what plays on the old default to the new one,
    /// also what was opened by name, and Qt does not tell.
    void follow() {
        if (m_wanted &&
            (wantedDevice().id() != m_id || QMediaDevices::defaultAudioOutput().id() != m_default))
            open();
    }

    void setPaused(bool paused) {
        m_paused = paused;
        if (!m_sink) return;
        if (paused)
            m_sink->suspend();
        else
            m_sink->resume();
        m_device->restartWatch();
    }

private:
    [[nodiscard]] QAudioDevice wantedDevice() const {
        const QByteArray wanted = m_shared->wantedId();
        for (const QAudioDevice& device : QMediaDevices::audioOutputs())
            if (!wanted.isEmpty() && device.id() == wanted) return device;
        return QMediaDevices::defaultAudioOutput();
    }

    void look() {
        std::vector<AudioDevice> found;
        for (const QAudioDevice& device : QMediaDevices::audioOutputs())
            found.push_back({device.id().toStdString(), device.description().toStdString()});
        m_shared->setDevices(std::move(found));
    }

    void open() {
        closeSink();
        m_sinceTry.start();
        look();
        const QAudioDevice device = wantedDevice();
        m_id = device.id();
        m_default = QMediaDevices::defaultAudioOutput().id();
        if (device.isNull()) {
            m_shared->setState(AudioOutput::State::NoDevice);
            return;
        }
        QAudioFormat format;
        format.setSampleRate(kAudioRate);
        format.setChannelCount(kAudioChannels);
        format.setSampleFormat(QAudioFormat::Float);
        const bool floats = device.isFormatSupported(format);
        if (!floats) format.setSampleFormat(QAudioFormat::Int16);
        m_device = std::make_unique<PullDevice>(m_shared->gate, floats);
        m_device->open(QIODevice::ReadOnly);
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_sink->setBufferSize(format.bytesForDuration(kBufferMilliseconds * 1000));
        m_device->setSink(m_sink.get());
        m_sink->start(m_device.get());
        if (m_sink->error() != QAudio::NoError || m_sink->state() == QAudio::StoppedState) {
            lose();
            return;
        }
        if (m_paused) m_sink->suspend();
        m_device->restartWatch();
        m_shared->setState(AudioOutput::State::Running);
    }

    void closeSink() {
        if (m_device) m_device->setSink(nullptr);
        if (m_sink) m_sink->reset();
        m_sink.reset();
        m_device.reset();
    }

    void lose() {
        closeSink();
        m_sinceTry.start();
        m_shared->setState(AudioOutput::State::NoDevice);
    }

    void watch() {
        if (!m_wanted) return;
        if (!m_sink) {
            if (m_sinceTry.elapsed() >= kRetryMilliseconds) open();
            return;
        }
        // A dead server says so; a device that was taken away does not, its pulls just end.
        if (m_sink->state() == QAudio::StoppedState ||
            (!m_paused &&
             m_device->sincePull() > (m_device->pulled() ? kSilentMilliseconds : kStartMilliseconds))) {
            lose();
        } else if (m_sinceTry.elapsed() >= kRetryMilliseconds) {
            m_sinceTry.start();
            look();
            follow();
        }
    }

    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<PullDevice> m_device;
    std::unique_ptr<QAudioSink> m_sink;
    QByteArray m_id;
    QByteArray m_default;  ///< Whatever is wanted: the system's when this was opened.
    QTimer* m_watch = nullptr;
    QElapsedTimer m_sinceTry;
    bool m_wanted = false;
    bool m_paused = false;
};

class SystemAudioOutput final : public AudioOutput {
public:
    SystemAudioOutput() : m_thread(new QThread), m_worker(new Worker(m_shared)) {
        m_thread->setObjectName(QStringLiteral("keyreel-sound"));
        m_worker->moveToThread(m_thread);
        m_thread->start();
    }

    ~SystemAudioOutput() override {
        stop();
        QObject::connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread->quit();
        // A sound server that hangs must not hang the window: the thread is then left behind.
        if (m_thread->wait(kJoinMilliseconds)) delete m_thread;
    }

    void start(std::shared_ptr<AudioFeed> feed, std::function<void()> changed) override {
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->changed = std::move(changed);
        }
        m_shared->gate->set(std::move(feed));
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker] { worker->start(); }, Qt::QueuedConnection);
    }

    void stop() override {
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->changed = nullptr;
        }
        m_shared->gate->set(nullptr);
        m_shared->state = State::Closed;
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker] { worker->stop(); }, Qt::QueuedConnection);
    }

    void setPaused(bool paused) override {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, paused] { worker->setPaused(paused); }, Qt::QueuedConnection);
    }

    [[nodiscard]] State state() const override { return m_shared->state; }

    void setDevice(std::string id) override {
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->wanted = std::move(id);
        }
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker] { worker->follow(); }, Qt::QueuedConnection);
    }

    [[nodiscard]] std::vector<AudioDevice> devices() const override {
        const std::lock_guard lock(m_shared->mutex);
        return m_shared->devices;
    }

private:
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
    QThread* m_thread;
    Worker* m_worker;
};

}  // namespace

std::unique_ptr<AudioOutput> makeSystemAudioOutput() {
    return std::make_unique<SystemAudioOutput>();
}

}  // namespace keyreel::player
