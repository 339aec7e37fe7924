#include <chrono>

#include "app/cli/commands.h"
#include "core/base/text.h"
#include "core/crypto/random.h"
#include "core/media/probe.h"
#include "core/package/decrypt_file.h"
#include "core/package/package_film.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

json trackJson(const media::TrackInfo& track) {
    json out = {
        {"index", track.index},     {"kind", track.kind == media::TrackKind::Video ? "video" : "audio"},
        {"codec", track.codecName}, {"language", track.language},
        {"bitRate", track.bitRate}, {"carried", track.carried},
        {"reason", track.reason},   {"selected", track.selected}};
    if (track.kind == media::TrackKind::Video)
        out.update({{"width", track.width},
                    {"height", track.height},
                    {"displayWidth", track.displayWidth},
                    {"displayHeight", track.displayHeight},
                    {"rotation", track.rotation},
                    {"frameRate", track.frameRate},
                    {"colour", track.colourName}});
    else
        out.update({{"sampleRate", track.sampleRate},
                    {"channels", track.channels},
                    {"layout", track.channelLayout}});
    return out;
}

std::string describe(const media::TrackInfo& track) {
    std::string text = track.codecName;
    if (track.kind == media::TrackKind::Video)
        text += ", " + std::to_string(track.displayWidth) + " x " + std::to_string(track.displayHeight) +
                ", " + track.colourName;
    else
        text +=
            ", " + track.channelLayout + ", " + std::to_string(track.sampleRate) + " Hz, " + track.language;
    if (!track.selected) return text + " (left out)";
    return text + (track.carried ? " (carried as it is)" : " (re-encoded: " + track.reason + ")");
}

int probe(const Context& context, const std::string& file) {
    const Console console = context.console();
    auto info = media::probe(file);
    if (!info) return console.failed(info.error());
    console.line(file + ": " + info->container + ", " + timeText(info->durationSeconds) + ", " +
                 bytesText(info->size));
    json tracks = json::array();
    for (const auto& track : info->tracks) {
        console.line("  " + describe(track));
        tracks.push_back(trackJson(track));
    }
    return console.done({{"container", info->container},
                         {"seconds", info->durationSeconds},
                         {"bytes", info->size},
                         {"bitRate", info->bitRate},
                         {"title", info->title},
                         {"coverArt", info->hasCoverArt},
                         {"tracks", std::move(tracks)}});
}

int package(const Context& context, const std::string& file, const std::string& folder,
            const std::string& key, const std::string& scheme, bool digests) {
    const Console console = context.console();
    package::TrackKey shared;
    if (key.empty()) {
        shared.keyId = crypto::randomArray<16>();
        shared.key = crypto::randomSecret(16);
    } else {
        auto parsed = package::parseKeyArgument(key);
        if (!parsed) return console.failed(parsed.error());
        shared = std::move(*parsed);
    }
    package::PackageRequest request;
    request.source = file;
    request.folder = folder;
    request.digests = digests;
    if (scheme == cenc::schemeName(cenc::Scheme::Cbcs)) request.scheme = cenc::Scheme::Cbcs;
    request.keyFor = [&](const std::string&) -> Result<package::TrackKey> {
        return package::TrackKey{shared.keyId, shared.key.clone()};
    };
    const auto begun = std::chrono::steady_clock::now();
    auto made = package::packageFilm(request, context.stop);
    if (!made) return console.failed(made.error());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    json files = json::array();
    for (const auto& entry : made->files) {
        console.line("  " + entry.name + ", " + bytesText(entry.size));
        json described = {{"name", entry.name}, {"size", entry.size}};
        if (digests) described["sha256"] = toHex(entry.digest);
        files.push_back(std::move(described));
    }
    console.line("Packaged in " + timeText(seconds) + " into " + folder);
    json result = {{"folder", folder},
                   {"scheme", scheme},
                   {"files", std::move(files)},
                   {"kid", toHex(shared.keyId)},
                   {"seconds", seconds}};
    // A key that was made here would be lost with the process: its owner gets it, once.
    if (key.empty()) {
        console.line("Key (KID:KEY, shown once): " + toHex(shared.keyId) + ":" + toHex(shared.key.view()));
        result["key"] = toHex(shared.key.view());
    }
    return console.done(std::move(result));
}

int decrypt(const Context& context, const std::string& input, const std::vector<std::string>& keys,
            const std::string& output) {
    const Console console = context.console();
    std::vector<package::TrackKey> parsed;
    for (const std::string& key : keys) {
        auto one = package::parseKeyArgument(key);
        if (!one) return console.failed(one.error());
        parsed.push_back(std::move(*one));
    }
    if (const auto done = package::decryptFile(input, std::move(parsed), output, context.stop); !done)
        return console.failed(done.error());
    console.line("Wrote " + output);
    return console.done({{"output", output}});
}

}  // namespace

void addPackagingCommands(CLI::App& app, Context& context, Action& action) {
    struct Arguments {
        std::string file;
        std::string out;
        std::string key;
        std::string scheme = cenc::schemeName(cenc::Scheme::Cenc);
        bool noDigests = false;
        std::vector<std::string> keys;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* probeCommand = app.add_subcommand("probe", "Say what a file is and what would happen to it");
    probeCommand->add_option("FILE", arguments->file)->required();
    probeCommand->callback(
        [=, &context, &action] { action = [=, &context] { return probe(context, arguments->file); }; });

    CLI::App* packageCommand =
        app.add_subcommand("package", "Encrypt a film into CMAF with DASH and HLS playlists");
    packageCommand->add_option("FILE", arguments->file)->required();
    packageCommand->add_option("--out", arguments->out, "Folder for the files")->required();
    packageCommand->add_option("--key", arguments->key,
                               "KID:KEY in hexadecimal; without it a key is made and shown");
    packageCommand->add_option("--scheme", arguments->scheme, "Common Encryption scheme")
        ->check(CLI::IsMember({"cenc", "cbcs"}))
        ->capture_default_str();
    packageCommand->add_flag("--no-digests", arguments->noDigests,
                             "Leave out the SHA-256 of segments and files, which only a manifest needs");
    packageCommand->callback([=, &context, &action] {
        action = [=, &context] {
            return package(context, arguments->file, arguments->out, arguments->key, arguments->scheme,
                           !arguments->noDigests);
        };
    });

    CLI::App* decryptCommand = app.add_subcommand("decrypt", "Write the clear form of a protected file");
    decryptCommand->add_option("IN", arguments->file)->required();
    decryptCommand->add_option("--key", arguments->keys, "KID:KEY in hexadecimal; may be repeated")
        ->required();
    decryptCommand->add_option("-o,--output", arguments->out)->required();
    decryptCommand->callback([=, &context, &action] {
        action = [=, &context] { return decrypt(context, arguments->file, arguments->keys, arguments->out); };
    });
}

}  // namespace keyreel::cli
