#include "core/media/worker_service.h"

#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <new>
#include <thread>

#include "core/media/libav_handles.h"
#include "core/media/worker_process.h"

namespace keyreel::media::worker {
namespace {

/// How often a reader tells of itself at least while samples come slowly.
constexpr std::chrono::milliseconds kReportEvery{100};
constexpr std::uint64_t kMaxPictureFile = 64U << 20;

/// libav says it in words only.
bool isOutOfMemory(const Error& error) {
    return error.code == "out_of_memory" || error.what.find(libavError(AVERROR(ENOMEM))) != std::string::npos;
}

Status sayFailed(WorkerChannel& channel, const Request& request, Error error) {
    if (isOutOfMemory(error))
        error = {"media_worker_memory", request.name + " needs more memory than the media worker may have.",
                 "The film may be damaged, or made to attack whoever opens it. Convert it with another "
                 "program, or choose another film."};
    return channel.send(MessageType::Failed, encodeFailed(error));
}

Result<Image> pictureFile(const FilmSource& source, const Request& request) {
    if (request.size > kMaxPictureFile)
        return fail("file_too_large", request.name + " is too large for a picture.",
                    "Choose one of at most 64 MiB.");
    KEYREEL_TRY(const auto file, source.bytes());
    Bytes bytes(static_cast<std::size_t>(file->size()));
    KEYREEL_CHECK(file->read(0, bytes));
    auto image = decodeImage(bytes);
    if (!image) return failFrom(image.error(), request.name);
    return image;
}

Result<Image> pictureFor(const FilmSource& source, const Request& request) {
    auto image = [&]() -> Result<Image> {
        switch (request.task) {
            case Task::Poster:
                return posterFrame(source, request.maxWidth);
            case Task::Frame:
                return frameAt(source, request.seconds, request.maxWidth);
            case Task::Cover:
                return coverArt(source);
            default:
                return pictureFile(source, request);
        }
    }();
    if (!image) return image;
    return scaledToFit(*image, request.maxWidth, request.maxHeight);
}

Status sendSamples(WorkerChannel& channel, SampleReader& reader) {
    SampleBatch batch;
    auto told = std::chrono::steady_clock::now();
    for (;;) {
        KEYREEL_TRY(const auto sample, reader.nextPlace());
        if (sample) {
            SampleRecord record{*sample, reader.leavesBytesInFile(), 0};
            if (record.inFile) record.place = reader.placeInFile();
            if (record.sample.size > kMaxSampleBytes)
                return fail("media_damaged", "The film has a sample that is larger than any picture.",
                            "Convert the film with another program.");
            batch.add(record);
        }
        const auto now = std::chrono::steady_clock::now();
        if (!batch.empty() && (!sample || batch.full() || now - told >= kReportEvery)) {
            KEYREEL_CHECK(channel.send(MessageType::Samples, batch.take(reader.position())));
            told = now;
        }
        if (!sample) return channel.send(MessageType::End, {});
    }
}

Status work(WorkerChannel& channel, const Request& request, const FilmSource& source) {
    switch (request.task) {
        case Task::Probe: {
            KEYREEL_TRY(const MediaInfo info, probe(source));
            return channel.send(MessageType::Info, encodeInfo(info));
        }
        case Task::Poster:
        case Task::Frame:
        case Task::Cover:
        case Task::Picture: {
            KEYREEL_TRY(const Image image, pictureFor(source, request));
            return channel.send(MessageType::Picture, encodePicture(image));
        }
        case Task::Texts: {
            std::vector<std::string> leftOut;
            KEYREEL_TRY(const auto tracks, readTextStreams(source, {}, &leftOut));
            for (const TextTrack& track : tracks)
                KEYREEL_CHECK(channel.send(MessageType::Text, encodeText(track)));
            return channel.send(MessageType::LeftOut, encodeLeftOut(leftOut));
        }
        case Task::Fonts: {
            KEYREEL_TRY(const auto fonts, readFonts(source));
            for (const TextFont& font : fonts)
                KEYREEL_CHECK(channel.send(MessageType::Font, encodeFont(font)));
            return channel.send(MessageType::End, {});
        }
        case Task::Thumbnails:
            return makeThumbnails(source, request.thumbnails, [&](const Image& sheet) {
                return channel.send(MessageType::Picture, encodePicture(sheet));
            });
        case Task::Read: {
            KEYREEL_TRY(SampleReader reader, SampleReader::open(source, request.options));
            KEYREEL_CHECK(channel.send(MessageType::Opened,
                                       encodeOpened({reader.info(), reader.tracks(), reader.remarks()})));
            return sendSamples(channel, reader);
        }
    }
    return {};
}

}  // namespace

Result<Request> awaitRequest(WorkerChannel& channel, const Hello& hello) {
    KEYREEL_CHECK(channel.send(MessageType::Hello, encodeHello(hello)));
    KEYREEL_TRY(const auto message, channel.receive({}));
    if (message.type != MessageType::Request) return fail("media_worker_protocol", "No request.");
    return decodeRequest(message.payload);
}

int serve(WorkerChannel& channel, const Request& request, int film) {
    const auto source = FilmSource::opened(film, request.size, request.name);
    const Status done = work(channel, request, source);
    if (done) return kWorkerDone;
    if (done.error().code == "media_worker_gone") return kWorkerDone;
    return sayFailed(channel, request, done.error()) ? kWorkerDone : kWorkerMisused;
}

void endWithProgram(int socket) {
    std::set_new_handler([] { ::_exit(kWorkerOutOfMemory); });
    std::thread([socket] {
        pollfd watched{socket, 0, 0};
        while (::poll(&watched, 1, -1) < 0 || (watched.revents & (POLLHUP | POLLERR)) == 0) {
        }
        ::_exit(kWorkerDone);
    }).detach();
}

}  // namespace keyreel::media::worker
