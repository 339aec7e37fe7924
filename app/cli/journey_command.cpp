#include <algorithm>
#include <chrono>
#include <cmath>

#include "app/cli/open_report.h"
#include "app/cli/output_file.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/media/sample_film.h"
#include "core/media/workshop.h"
#include "core/studio/plaintext_scan.h"
#include "core/studio/publish_job.h"
#include "player/playback/frame_reader.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;
using SteadyTime = std::chrono::steady_clock::time_point;

double secondsSince(SteadyTime begun) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

std::string milliseconds(double value) {
    return std::to_string(static_cast<int>(value + 0.5)) + " ms";
}

/// The film to go on the journey: the person's, or the sample, made at first use.
Result<std::filesystem::path> filmOf(const Context& context, const studio::Places& places,
                                     const std::string& named) {
    if (!named.empty()) return std::filesystem::absolute(named);
    const auto path = places.samples / "keyreel-sample.mp4";
    if (std::error_code error; std::filesystem::exists(path, error)) return path;
    context.console().event("Making a sample film", {{"event", "sample"}});
    KEYREEL_CHECK(makePrivateFolder(places.samples));
    KEYREEL_CHECK(media::makeSampleFilm(path, {}, context.stop));
    return path;
}

Status ensureIdentity(const Context& context, const studio::Places& places) {
    identity::SecretServiceKeyStore keys;
    const auto status = identity::Identity::inspect(places.profile, keys);
    if (status.state != identity::IdentityState::FirstRun)
        return status.problem ? Status(tl::unexpected<Error>(*status.problem)) : Status();
    context.console().event("Creating an identity", {{"event", "identity"}});
    KEYREEL_CHECK(identity::Identity::create(places.profile, keys, "Keyreel journey", "This computer"));
    return {};
}

/// Decodes the source itself by the player's engine, as the measure for what comes out of the opened film.
Result<json> decodeSource(const std::filesystem::path& film, const std::stop_token& stop) {
    std::vector<playback::TrackSource> sources;
    KEYREEL_TRY(auto video, FileSource::open(film));
    sources.push_back({playback::TrackKind::Video, std::make_shared<FileSource>(std::move(video)), "source"});
    KEYREEL_TRY(const auto reader, playback::FrameReader::open(std::move(sources), stop));
    json hashes = json::array();
    for (;;) {
        KEYREEL_TRY(const auto frame, reader->nextFrame());
        if (!frame) return hashes;
        hashes.push_back(toHex(frame->planesHash));
    }
}

/// How many pictures the film should give, and how far off that may be.
struct Expected {
    double pictures = 0;
    double tolerance = 0;
};

/// A carried film gives a picture for each of its samples that an edit list does not cut off. Of a transcoded
/// one only its length and rate are known without doing it all again; they are declared, and rounded, by
/// whoever made the file.
Result<Expected> expectedPictures(const media::MediaInfo& info, const std::stop_token& stop) {
    if (!info.video().carried) {
        const double pictures = info.video().durationSeconds * info.video().frameRate;
        return Expected{pictures, pictures / 10 + 3};
    }
    media::ReaderOptions options;
    options.audioTracks = 0;
    KEYREEL_TRY(auto reader, media::Workshop().openReader(info.path, options, stop));
    double pictures = 0;
    for (;;) {
        KEYREEL_TRY(const auto sample, reader.nextPlace(stop));
        if (!sample) return Expected{pictures, pictures / 50 + 3};
        if (sample->presentationTime() >= 0) ++pictures;
    }
}

Status checkPictures(const media::MediaInfo& info, std::uint64_t decoded, const std::stop_token& stop) {
    KEYREEL_TRY(const Expected expected, expectedPictures(info, stop));
    if (decoded > 0 && (expected.pictures == 0 ||
                        std::abs(static_cast<double>(decoded) - expected.pictures) <= expected.tolerance))
        return {};
    return fail("frames_missing",
                "The opened film gave " + std::to_string(decoded) + " frames; about " +
                    std::to_string(std::llround(expected.pictures)) + " were expected.",
                "This is a defect of Keyreel; keep the film and report it.");
}

/// The sound that was decoded against what the source says of its own tracks.
Status checkSound(const media::MediaInfo& info, const json& decoded) {
    double shortest = 0;
    double longest = 0;
    bool sounds = false;
    for (const auto& track : info.tracks) {
        if (track.kind != media::TrackKind::Audio || !track.selected) continue;
        shortest = sounds ? std::min(shortest, track.durationSeconds) : track.durationSeconds;
        longest = std::max(longest, track.durationSeconds);
        sounds = true;
    }
    if (!sounds) return {};
    double seconds = 0;
    if (decoded.contains("audio"))
        seconds = decoded["audio"]["frames"].get<double>() / decoded["audio"]["sampleRate"].get<double>();
    // Matroska declares one length for all tracks: a sound track that ends sooner is no defect there.
    const bool ownLength = info.container != "Matroska" && info.container != "WebM";
    const double least = ownLength ? shortest * 0.9 - 0.5 : shortest * 0.5 - 0.5;
    if (seconds > 0 && seconds >= least && (longest == 0 || seconds <= longest * 1.1 + 0.5)) return {};
    return fail(
        "sound_missing",
        "The opened film gave " + timeText(seconds) + " of sound; its source has " + timeText(longest) + ".",
        "This is a defect of Keyreel; keep the film and report it.");
}

struct JourneyArguments {
    std::string film;
    std::string png = "journey.png";
};

int journey(const Context& context, const JourneyArguments& arguments) {
    const Console console = context.console();
    const auto begun = std::chrono::steady_clock::now();
    const auto fileTime = std::filesystem::file_time_type::clock::now();
    json report;

    auto places = context.places();
    if (!places) return console.failed(places.error());
    if (const auto ready = ensureIdentity(context, *places); !ready) return console.failed(ready.error());
    auto film = filmOf(context, *places, arguments.film);
    if (!film) return console.failed(film.error());
    // The picture of an earlier journey is replaced; the film never is.
    if (const auto may = mayWriteFile(arguments.png, {*film}, true); !may) return console.failed(may.error());
    const auto info = media::Workshop().probe(*film, context.stop);
    if (!info) return console.failed(info.error());
    console.line("Film: " + film->string() + ", " + timeText(info->durationSeconds) + ", " +
                 bytesText(info->size));

    auto phase = std::chrono::steady_clock::now();
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    report["networkSeconds"] = secondsSince(phase);
    console.line("Network: a gateway and " + std::to_string(work->session->network.nodes.size()) +
                 " key nodes, up in " + milliseconds(secondsSince(phase) * 1000));

    studio::PublishRequest request;
    request.film = *film;
    request.title = film->stem().string();
    auto job = studio::PublishJob::create(work->places, request, context.clock, *work->session->workshop);
    if (!job) return console.failed(job.error());
    auto linkText = job->run(*work->session, context.stop, {});
    if (!linkText) return console.failed(linkText.error());
    json stages = json::object();
    for (const studio::Stage stage : studio::kAllStages) {
        const std::string name(studio::wordOf(stage));
        stages[name] = job->report().at(stage).seconds;
        console.line("  " + name + ": " + milliseconds(job->report().at(stage).seconds * 1000));
    }
    console.line("Published: " + *linkText);
    report["link"] = *linkText;
    report["stages"] = std::move(stages);

    auto link = studio::Link::parse(*linkText);
    if (!link) return console.failed(link.error());
    studio::OpenReport opening;
    auto opened = studio::openFilm(*work->session, *link, context.stop, {}, &opening);
    report["open"] = openReportJson(opening);
    console.line("Key nodes:");
    sayNodes(console, opening);
    if (!opened) return console.failed(opened.error());

    phase = std::chrono::steady_clock::now();
    DecodeWish wish;
    wish.hashes = wish.audio = true;
    wish.png = arguments.png;
    wish.pictureAt =
        static_cast<std::uint64_t>(std::max(1.0, info->durationSeconds / 3 * info->video().frameRate));
    auto decoded = decodeFrames(*opened, wish, context.stop);
    if (!decoded) return console.failed(decoded.error());
    const double firstFrameMs = opening.totalMs + (*decoded)["firstFrameMs"].get<double>();
    const auto frames = (*decoded)["frames"].get<std::uint64_t>();
    console.line("First frame " + milliseconds(firstFrameMs) + " after opening; " + std::to_string(frames) +
                 " frames decoded in memory in " + milliseconds(secondsSince(phase) * 1000));
    console.line("Picture: " + arguments.png);
    report["framesDecoded"] = frames;
    report["firstFrameMs"] = firstFrameMs;
    report["png"] = arguments.png;
    if (decoded->contains("audio")) {
        report["audio"] = (*decoded)["audio"];
        console.line("Sound: " + std::to_string((*decoded)["audio"]["frames"].get<std::uint64_t>()) +
                     " samples decoded");
    }
    if (const auto whole = checkPictures(*info, frames, context.stop); !whole)
        return console.failed(whole.error());
    if (const auto whole = checkSound(*info, *decoded); !whole) return console.failed(whole.error());
    // The player's engine is the measure, and it reads MP4 only; other sources are compared by the interop
    // tests.
    const bool comparable = info->container == "MP4" || info->container == "QuickTime";
    if (info->video().carried && comparable) {
        auto expected = decodeSource(*film, context.stop);
        if (!expected) return console.failed(expected.error());
        if (*expected != (*decoded)["sha256"])
            return console.failed({"frames_differ",
                                   "The opened film does not decode to the frames of its source.",
                                   "This is a defect of Keyreel; keep the film and report it."});
        console.line("Every frame is bit for bit that of the source");
        report["framesEqualSource"] = true;
    }

    auto found = studio::lookForPlaintext(*places, *film, *opened, fileTime, context.stop);
    if (!found) return console.failed(found.error());
    report["plaintext"] = {{"publishedBlocks", found->publishedBlocks},
                           {"sourceBlocks", found->sourceBlocks},
                           {"files", found->files},
                           {"bytes", found->bytes},
                           {"findings", found->findings.size()},
                           {"skipped", found->unread.size()}};
    if (!found->findings.empty())
        return console.failed({"plaintext_found",
                               "Clear film was left in " + found->findings.front().file.string() + ".",
                               "This is a defect of Keyreel; report it."});
    if (found->publishedBlocks == 0)
        console.line(
            "Nothing to look for of the published film: it is too short or too empty to be told from "
            "other bytes");
    if (found->publishedBlocks + found->sourceBlocks > 0)
        console.line("No clear film on the disk: " + std::to_string(found->files) + " files, " +
                     bytesText(found->bytes) + " searched");
    if (!found->unread.empty())
        console.line(
            "Skipped, since other programs keep them closed: " + std::to_string(found->unread.size()) +
            " places, the first " + found->unread.front().path.string());
    report["seconds"] = secondsSince(begun);
    return console.done(std::move(report));
}

}  // namespace

void addJourneyCommand(Command app, Context& context, Action& action) {
    auto arguments = std::make_shared<JourneyArguments>();
    const Command command = app.addSubcommand(
        "journey",
        "The main job in one go: publish a film, open it through its key nodes, play it, and report");
    command.addOption("FILE", arguments->film, "The film; without it a sample is made");
    command.addOption("--png", arguments->png, "Where to write a decoded frame").showDefault();
    command.callback(
        [=, &context, &action] { action = [=, &context] { return journey(context, *arguments); }; });
}

}  // namespace keyreel::cli
