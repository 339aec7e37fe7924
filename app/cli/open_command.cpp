#include "app/cli/open_report.h"
#include "app/cli/output_file.h"
#include "core/base/text.h"
#include "core/studio/lease.h"
#include "core/studio/library.h"
#include "player/playback/frame_reader.h"

namespace keyreel::cli {

using nlohmann::json;

std::vector<playback::TrackSource> playbackSources(const studio::OpenedFilm& film) {
    std::vector<playback::TrackSource> sources;
    for (const auto& track : film.tracks)
        sources.push_back({track.kind == package::ManifestTrack::Kind::Video ? playback::TrackKind::Video
                                                                             : playback::TrackKind::Audio,
                           track.clear, track.label});
    return sources;
}

json openReportJson(const studio::OpenReport& report) {
    json nodes = json::array();
    for (const auto& node : report.nodes)
        nodes.push_back({{"name", node.name},
                         {"url", node.url},
                         {"code", node.code},
                         {"ms", node.milliseconds},
                         {"witness", node.witness},
                         {"keyAgreement", node.keyAgreement}});
    return {{"nodes", std::move(nodes)},   {"threshold", report.threshold},
            {"suite", report.suite},       {"gatewayKeyAgreement", report.gatewayKeyAgreement},
            {"rightsMs", report.rightsMs}, {"capabilityMs", report.capabilityMs},
            {"sharesMs", report.sharesMs}, {"totalMs", report.totalMs},
            {"proof", report.proof}};
}

void sayNodes(const Console& console, const studio::OpenReport& report) {
    for (const auto& node : report.nodes)
        console.line("  " + node.name + ": " + node.code + " in " +
                     std::to_string(static_cast<int>(node.milliseconds)) + " ms" +
                     (node.keyAgreement.empty() ? "" : ", TLS 1.3 with " + node.keyAgreement));
    console.line("  Shares sealed with suite " + std::to_string(report.suite) +
                 ", gateway over TLS 1.3 with " + report.gatewayKeyAgreement);
}

Result<json> decodeFrames(const studio::OpenedFilm& film, const DecodeWish& wish,
                          const std::stop_token& stop) {
    const auto begun = std::chrono::steady_clock::now();
    KEYREEL_TRY(const auto reader, playback::FrameReader::open(playbackSources(film), stop));
    json hashes = json::array();
    std::uint64_t frames = 0;
    double firstFrameMs = 0;
    bool pictured = false;
    for (;;) {
        if (wish.frames != 0 && frames >= wish.frames) break;
        KEYREEL_TRY(const auto frame, reader->nextFrame());
        if (!frame) break;
        if (++frames == 1)
            firstFrameMs =
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
        if (wish.hashes) hashes.push_back(toHex(frame->planesHash));
        // A third into the asked-for frames there is something to see; a film that ends sooner shows its
        // first.
        if (!wish.png.empty() && (frames == 1 || (!pictured && frames >= wish.pictureAt))) {
            pictured = frames >= wish.pictureAt;
            KEYREEL_TRY(const auto picture, reader->picture());
            KEYREEL_CHECK(playback::writePng(picture, wish.png));
        }
    }
    json result = {{"frames", frames}, {"firstFrameMs", firstFrameMs}};
    if (wish.hashes) result["sha256"] = std::move(hashes);
    if (!wish.png.empty()) result["png"] = wish.png;
    if (wish.audio) {
        KEYREEL_TRY(const auto sound, reader->decodeAudio());
        if (sound)
            result["audio"] = {{"frames", sound->frames},
                               {"sampleRate", sound->sampleRate},
                               {"channels", sound->channels},
                               {"peak", sound->peak}};
    }
    return result;
}

namespace {

int open(const Context& context, const std::string& linkText, const DecodeWish& wish,
         std::uint32_t maxHeight) {
    const Console console = context.console();
    auto link = studio::Link::parse(linkText);
    if (!link) return console.failed(link.error());
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    auto there = studio::sessionAt(*work->session, *link, context.stop);
    if (!there) return console.failed(there.error());
    (*there)->maxHeight = maxHeight;
    studio::OpenReport report;
    auto film = studio::openFilm(**there, *link, context.stop, {}, &report);
    if (!film) {
        sayNodes(console, report);
        return console.failed(film.error());
    }
    console.line("Opened '" + film->manifest.title + "' in " +
                 std::to_string(static_cast<int>(report.totalMs)) + " ms");
    sayNodes(console, report);
    auto decoded = decodeFrames(*film, wish, context.stop);
    if (!decoded) return console.failed(decoded.error());
    console.line("Decoded " + std::to_string((*decoded)["frames"].get<std::uint64_t>()) +
                 " frames in memory");
    studio::LibraryEntry entry;
    entry.link = link->text();
    entry.title = film->manifest.title;
    entry.description = film->manifest.description;
    entry.creatorName = film->manifest.creatorName;
    entry.role = film->manifest.creator == work->session->identity->accountId() ? studio::Role::Mine
                 : film->manifest.grantedOnly                                   ? studio::Role::Granted
                                                                                : studio::Role::Free;
    entry.durationMs = film->manifest.durationMs;
    entry.added = entry.lastOpened = context.clock.now();
    if (const auto kept = studio::Library(work->places).put(std::move(entry)); !kept)
        return console.failed(kept.error());
    return console.done({{"title", film->manifest.title},
                         {"link", link->text()},
                         {"open", openReportJson(report)},
                         {"decoded", std::move(*decoded)}});
}

/// Without a network: no server is started, nobody is asked.
int openOffline(const Context& context, const std::string& linkText, const DecodeWish& wish) {
    const Console console = context.console();
    const auto link = studio::Link::parse(linkText);
    if (!link) return console.failed(link.error());
    const auto session = beginOffline(context, *link);
    if (!session) return console.failed(session.error());
    const auto film = studio::openLeased(**session, *link);
    if (!film) return console.failed(film.error());
    const auto decoded = decodeFrames(*film, wish, context.stop);
    if (!decoded) return console.failed(decoded.error());
    console.line("Opened '" + film->manifest.title + "' from its offline lease");
    return console.done({{"title", film->manifest.title}, {"link", link->text()}, {"decoded", *decoded}});
}

}  // namespace

void addOpenCommand(Command app, Context& context, Action& action) {
    struct Arguments {
        std::string link;
        DecodeWish wish;
        bool offline = false;
        bool force = false;
        std::uint32_t maxHeight = 0;
    };
    auto arguments = std::make_shared<Arguments>();
    arguments->wish.frames = 60;
    arguments->wish.hashes = true;
    const Command command =
        app.addSubcommand("open", "Open a film through its key nodes and decode it in memory");
    command.addOption("LINK", arguments->link, "keyreel://HOST[:PORT]/CONTENTID").required();
    command.addOption("--frames", arguments->wish.frames, "How many frames to decode; 0: all").showDefault();
    command.addOption("--png", arguments->wish.png, "Write a decoded frame as a picture");
    const Option highest =
        command.addOption("--max-height", arguments->maxHeight,
                          "Of a film with several pictures the highest of at most so many lines");
    command.addFlag("--offline", arguments->offline, "From its offline lease, without any network")
        .excludes(highest);
    command.addFlag("--force", arguments->force, "Replace the picture when it is there already");
    command.callback([=, &context, &action] {
        arguments->wish.pictureAt = std::max<std::uint64_t>(1, arguments->wish.frames / 3);
        action = [=, &context] {
            const auto& wish = arguments->wish;
            if (!wish.png.empty())
                if (const auto may = mayWriteFile(wish.png, {}, arguments->force); !may)
                    return context.console().failed(may.error());
            return arguments->offline ? openOffline(context, arguments->link, wish)
                                      : open(context, arguments->link, wish, arguments->maxHeight);
        };
    });
}

}  // namespace keyreel::cli
