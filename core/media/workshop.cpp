#include "core/media/workshop.h"

#include <unistd.h>

#include <algorithm>
#include <mutex>

#include "core/base/file.h"
#include "core/media/remote_engine.h"
#include "core/media/watched_film.h"
#include "core/media/worker_process.h"

namespace keyreel::media {
namespace {

using worker::MessageType;
using worker::Patience;
using worker::WorkerProcess;

/// Starting a worker loads a hundred libraries from a disk that may be busy.
constexpr std::chrono::seconds kStartPatience{30};
constexpr std::chrono::seconds kAnswerProcessorTime{120};
/// Files without an index of text are read to their end.
constexpr std::chrono::seconds kTextProcessorTime{1800};
/// Twenty thousand key frames of the largest picture.
constexpr std::chrono::seconds kThumbnailProcessorTime{14400};

std::uint64_t defaultMemory() {
    constexpr std::uint64_t kGiB = std::uint64_t{1} << 30;
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long pageSize = ::sysconf(_SC_PAGESIZE);
    if (pages <= 0 || pageSize <= 0) return 4 * kGiB;
    const std::uint64_t all = static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(pageSize);
    return std::clamp(all / 2, 2 * kGiB, 8 * kGiB);
}

tl::unexpected<Error> unexpectedMessage() {
    return fail("media_worker_protocol", "The media worker answers what nobody asked.");
}

Patience within(std::chrono::milliseconds time, const std::stop_token& stop) {
    return {stop, std::chrono::steady_clock::now() + time};
}

}  // namespace

class Workshop::Bench {
public:
    explicit Bench(WorkshopSettings chosen) : settings(std::move(chosen)) {
        if (settings.worker.empty()) settings.worker = worker::findWorkerProgram();
        if (settings.memory == 0) settings.memory = defaultMemory();
    }

    void warmUp() {
        const std::scoped_lock lock(m_mutex);
        if (m_ready) return;
        if (auto started = WorkerProcess::start(settings.worker, settings.memory))
            m_ready = std::move(*started);
    }

    /// A worker that has greeted.
    Result<std::unique_ptr<WorkerProcess>> takeWorker(const std::stop_token& stop) {
        if (auto ready = takeReady()) {
            if (settings.keepReady) warmUp();
            const Status greeted = ready->greet(within(kStartPatience, stop));
            if (greeted) return ready;
            if (greeted.error().code == "cancelled") return tl::unexpected<Error>(greeted.error());
            // Somebody ended it while it waited; that says nothing about the next one.
        }
        KEYREEL_TRY(auto started, WorkerProcess::start(settings.worker, settings.memory));
        if (settings.keepReady) warmUp();
        KEYREEL_CHECK(started->greet(within(kStartPatience, stop)));
        return started;
    }

    /// Gives a worker one task with one file. `take(type, payload)` is called for each of its messages until
    /// it says that this was the last, or that it is not to be believed.
    template <class Take>
    Status order(const std::filesystem::path& path, worker::Request request, const std::stop_token& stop,
                 std::chrono::seconds processorTime, Take take) {
        KEYREEL_TRY(const WatchedFilm film, WatchedFilm::open(path));
        KEYREEL_TRY(const auto process, takeWorker(stop));
        request.name = film.name();
        request.size = film.size();
        process->allowProcessorTime(processorTime);
        const auto explained = [&](const Error& error) {
            return tl::unexpected<Error>(process->explain(error, film.name()));
        };
        auto& channel = process->channel();
        if (const auto sent = channel.send(MessageType::Request, encodeRequest(request), film.descriptor());
            !sent)
            return explained(sent.error());
        for (;;) {
            const auto message = channel.receive(within(settings.answer, stop));
            if (!message) return explained(message.error());
            if (message->type == MessageType::Failed) {
                const auto error = worker::decodeFailed(message->payload);
                if (!error) return explained(error.error());
                KEYREEL_CHECK(film.unchanged());
                return tl::unexpected<Error>(*error);
            }
            const Result<bool> last = take(message->type, message->payload);
            if (!last) return explained(last.error());
            if (*last) return {};
        }
    }

    /// One question with one answer.
    template <class Decode>
    auto ask(const std::filesystem::path& path, const worker::Request& request, MessageType expected,
             Decode decode, const std::stop_token& stop) -> decltype(decode(ByteView{})) {
        decltype(decode(ByteView{})) answer = fail("media_worker_protocol", "No answer.");
        KEYREEL_CHECK(order(path, request, stop, kAnswerProcessorTime,
                            [&](MessageType type, ByteView payload) -> Result<bool> {
                                if (type != expected) return unexpectedMessage();
                                answer = decode(payload);
                                if (!answer) return tl::unexpected<Error>(answer.error());
                                return true;
                            }));
        return answer;
    }

    Result<Image> askForPicture(const std::filesystem::path& path, worker::Task task, std::uint32_t maxWidth,
                                std::uint32_t maxHeight, const std::stop_token& stop, double seconds = 0) {
        const auto side = [](std::uint32_t asked) {
            return asked == 0 ? worker::kMaxPictureAnswer : std::min(asked, worker::kMaxPictureAnswer);
        };
        worker::Request request;
        request.task = task;
        request.seconds = seconds;
        request.maxWidth = side(maxWidth);
        request.maxHeight = side(maxHeight);
        return ask(
            path, request, MessageType::Picture,
            [&](ByteView payload) -> Result<Image> {
                KEYREEL_TRY(Image image, worker::decodePicture(payload));
                if (image.width > request.maxWidth || image.height > request.maxHeight)
                    return fail("media_worker_protocol", "A larger picture than asked for.");
                return image;
            },
            stop);
    }

    WorkshopSettings settings;

private:
    std::unique_ptr<WorkerProcess> takeReady() {
        const std::scoped_lock lock(m_mutex);
        return std::move(m_ready);
    }

    std::mutex m_mutex;
    std::unique_ptr<WorkerProcess> m_ready;
};

Workshop::Workshop(WorkshopSettings settings) : m_bench(std::make_unique<Bench>(std::move(settings))) {}
Workshop::~Workshop() = default;

void Workshop::warmUp() const {
    m_bench->warmUp();
}

Result<MediaInfo> Workshop::probe(const std::filesystem::path& film, std::stop_token stop) const {
    worker::Request request;
    request.maxWidth = request.maxHeight = worker::kMaxPictureAnswer;
    KEYREEL_TRY(MediaInfo info, m_bench->ask(film, request, MessageType::Info, &worker::decodeInfo, stop));
    info.path = film;
    return info;
}

Result<Image> Workshop::posterFrame(const std::filesystem::path& film, std::uint32_t maxWidth,
                                    std::stop_token stop) const {
    return m_bench->askForPicture(film, worker::Task::Poster, maxWidth, 0, stop);
}

Result<Image> Workshop::frameAt(const std::filesystem::path& film, double seconds, std::uint32_t maxWidth,
                                std::stop_token stop) const {
    // Also what is no number.
    if (!(seconds >= 0)) seconds = 0;
    return m_bench->askForPicture(film, worker::Task::Frame, maxWidth, 0, stop,
                                  std::min(seconds, worker::kMaxFrameSeconds));
}

Result<Image> Workshop::coverArt(const std::filesystem::path& film, std::uint32_t maxWidth,
                                 std::uint32_t maxHeight, std::stop_token stop) const {
    return m_bench->askForPicture(film, worker::Task::Cover, maxWidth, maxHeight, stop);
}

Result<Image> Workshop::readImage(const std::filesystem::path& picture, std::uint32_t maxWidth,
                                  std::uint32_t maxHeight, std::stop_token stop) const {
    return m_bench->askForPicture(picture, worker::Task::Picture, maxWidth, maxHeight, stop);
}

Result<std::vector<TextTrack>> Workshop::readTexts(const std::filesystem::path& film, std::stop_token stop,
                                                   std::vector<std::string>* leftOut) const {
    worker::Request request;
    request.task = worker::Task::Texts;
    request.maxWidth = request.maxHeight = worker::kMaxPictureAnswer;
    std::vector<TextTrack> tracks;
    KEYREEL_CHECK(m_bench->order(film, request, stop, kTextProcessorTime,
                                 [&](MessageType type, ByteView payload) -> Result<bool> {
                                     if (type == MessageType::LeftOut) {
                                         KEYREEL_TRY(auto reasons, worker::decodeLeftOut(payload));
                                         if (leftOut != nullptr) *leftOut = std::move(reasons);
                                         return true;
                                     }
                                     if (type != MessageType::Text || tracks.size() == kMaxTextTracks)
                                         return unexpectedMessage();
                                     KEYREEL_TRY(TextTrack track, worker::decodeText(payload));
                                     tracks.push_back(std::move(track));
                                     return false;
                                 }));
    return tracks;
}

Result<std::vector<TextFont>> Workshop::readFonts(const std::filesystem::path& film,
                                                  std::stop_token stop) const {
    worker::Request request;
    request.task = worker::Task::Fonts;
    request.maxWidth = request.maxHeight = worker::kMaxPictureAnswer;
    std::vector<TextFont> fonts;
    std::size_t all = 0;
    KEYREEL_CHECK(m_bench->order(film, request, stop, kAnswerProcessorTime,
                                 [&](MessageType type, ByteView payload) -> Result<bool> {
                                     if (type == MessageType::End) return true;
                                     if (type != MessageType::Font || fonts.size() == kMaxFonts)
                                         return unexpectedMessage();
                                     KEYREEL_TRY(TextFont font, worker::decodeFont(payload));
                                     all += font.data.size();
                                     if (all > kMaxAllFontBytes) return unexpectedMessage();
                                     fonts.push_back(std::move(font));
                                     return false;
                                 }));
    return fonts;
}

Status Workshop::makeThumbnails(const std::filesystem::path& film, const ThumbnailPlan& plan,
                                const SheetSink& sink, std::stop_token stop) const {
    worker::Request request;
    request.task = worker::Task::Thumbnails;
    request.maxWidth = request.maxHeight = worker::kMaxPictureAnswer;
    request.thumbnails = plan;
    std::uint32_t made = 0;
    // What the sink says about its disk is not the worker's failure.
    Status taken;
    KEYREEL_CHECK(m_bench->order(film, request, stop, kThumbnailProcessorTime,
                                 [&](MessageType type, ByteView payload) -> Result<bool> {
                                     if (type != MessageType::Picture) return unexpectedMessage();
                                     KEYREEL_TRY(const Image sheet, worker::decodePicture(payload));
                                     if (sheet.width != plan.columns * plan.tileWidth ||
                                         sheet.height != plan.rows * plan.tileHeight || sheet.channels != 3)
                                         return fail("media_worker_protocol",
                                                     "A sheet of another size than asked for.");
                                     taken = sink(sheet);
                                     return !taken || ++made == plan.sheets();
                                 }));
    return taken;
}

Result<SampleReader> Workshop::openReader(const std::filesystem::path& film, const ReaderOptions& options,
                                          std::stop_token stop) const {
    KEYREEL_TRY(WatchedFilm watched, WatchedFilm::open(film));
    KEYREEL_TRY(auto process, m_bench->takeWorker(stop));
    KEYREEL_TRY(auto engine,
                RemoteEngine::begin(std::move(process), std::move(watched), options,
                                    {m_bench->settings.answer, m_bench->settings.silence}, stop));
    return SampleReader(std::move(engine));
}

Result<WorkshopGuards> Workshop::guards(std::stop_token stop) const {
    KEYREEL_TRY(const auto process, m_bench->takeWorker(stop));
    const worker::Hello& hello = process->hello();
    return WorkshopGuards{hello.seccomp, hello.landlock, hello.memory};
}

}  // namespace keyreel::media
