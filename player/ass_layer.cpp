#include "player/ass_layer.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace keyreel::player {
namespace {

/// Fonts of the whole system are looked at before the first view is there.
constexpr int kFirstTakes = 5;

}  // namespace

class AssLayer::Work : public std::enable_shared_from_this<Work> {
public:
    explicit Work(AssLayer& layer) : m_layer(&layer) {}

    /// What the layer says.
    void want(const AssView& view) {
        const std::scoped_lock lock(m_mutex);
        m_wanted = view;
        m_news.notify_one();
    }
    void end() {
        const std::scoped_lock lock(m_mutex);
        m_layer = nullptr;
        m_stop.request_stop();
        m_news.notify_one();
    }

    /// What the thread does.
    void run(const AssScript& script) {
        auto renderer = AssRenderer::open(script);
        if (!renderer) return tell([error = renderer.error()](AssLayer& layer) { layer.giveUp(error); });
        while (const std::optional<AssView> view = next()) {
            auto patches = renderer->render(*view, m_stop.get_token());
            tell(
                [view = *view, patches = std::move(patches)](AssLayer& layer) { layer.take(view, patches); });
        }
    }

private:
    std::optional<AssView> next() {
        std::unique_lock lock(m_mutex);
        m_news.wait(lock, [this]() { return m_wanted || m_layer == nullptr; });
        return m_layer == nullptr ? std::nullopt : std::exchange(m_wanted, std::nullopt);
    }

    /// The layer is there as long as the lock is held; what it has not yet got when it goes is forgotten.
    template <class Act>
    void tell(Act act) {
        const std::scoped_lock lock(m_mutex);
        if (m_layer == nullptr) return;
        QMetaObject::invokeMethod(
            m_layer,
            [self = shared_from_this(), layer = m_layer, act = std::move(act)]() {
                if (layer->m_work == self) act(*layer);
            },
            Qt::QueuedConnection);
    }

    std::mutex m_mutex;
    std::condition_variable m_news;
    std::optional<AssView> m_wanted;
    AssLayer* m_layer;
    std::stop_source m_stop;
};

AssLayer::AssLayer(QObject* parent, std::chrono::milliseconds patience)
    : QObject(parent), m_patience(patience) {
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, [this]() {
        giveUp({"text_too_slow", "The styles of these subtitles take too long to draw.",
                "Their words are shown without them."});
    });
}

AssLayer::~AssLayer() {
    if (m_work) m_work->end();
}

void AssLayer::setScript(std::shared_ptr<const AssScript> script) {
    if (m_work) std::exchange(m_work, nullptr)->end();
    m_watchdog.stop();
    m_wanted.reset();
    m_first = true;
    if (!std::exchange(m_patches, {}).isEmpty()) Q_EMIT changed();
    if (!script) return;
    m_work = std::make_shared<Work>(*this);
    std::thread([work = m_work, script = std::move(script)]() { work->run(*script); }).detach();
}

void AssLayer::want(const AssView& view) {
    if (!m_work || m_wanted == view) return;
    m_wanted = view;
    m_work->want(view);
    if (!m_watchdog.isActive()) m_watchdog.start(m_first ? m_patience * kFirstTakes : m_patience);
}

void AssLayer::take(const AssView& view, const std::optional<AssPatches>& patches) {
    m_first = false;
    m_watchdog.stop();
    if (view != m_wanted) m_watchdog.start(m_patience);
    if (!patches) return;
    m_patches = *patches;
    Q_EMIT changed();
}

void AssLayer::giveUp(const Error& error) {
    setScript(nullptr);
    Q_EMIT givenUp(error);
}

}  // namespace keyreel::player
