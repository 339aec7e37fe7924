#include <chrono>
#include <filesystem>
#include <system_error>

#include "app/cli/commands.h"
#include "app/cli/output_file.h"
#include "app/cli/packaging_options.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/media/workshop.h"
#include "core/package/cpix.h"
#include "core/package/decrypt_file.h"
#include "core/package/key_plan.h"
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
    auto info = media::Workshop().probe(file, context.stop);
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

/// Keys that were made here would be lost with the process: their owner gets them, once.
json usedKeys(const Console& console, const package::KeyPlan& plan, bool made) {
    json keys = json::array();
    for (const package::UsedKey& used : plan.used()) {
        const std::string label = used.label.empty() ? "every track" : used.label;
        json entry = {{"label", used.label}, {"period", used.period}, {"kid", toHex(used.key.keyId)}};
        if (made) {
            console.line("Key of " + label + ", period " + std::to_string(used.period + 1) +
                         " (KID:KEY, shown once): " + toHex(used.key.keyId) + ":" +
                         toHex(used.key.key.view()));
            entry["key"] = toHex(used.key.key.view());
        }
        keys.push_back(std::move(entry));
    }
    return keys;
}

Status exportKeys(const std::string& file, const package::KeyPlan& plan,
                  const package::PackageRequest& request) {
    KEYREEL_TRY(const SecretBytes document,
                package::writeCpix(plan.used(), request.scheme, request.extraPssh));
    return writeFileAtomically(file, document.view());
}

int package(const Context& context, const PackageArguments& arguments) {
    const Console console = context.console();
    const auto workshop = std::make_shared<const media::Workshop>();
    workshop->warmUp();
    auto request = requestFrom(arguments);
    if (!request) return console.failed(request.error());
    request->workshop = workshop;
    if (!arguments.exportCpix.empty() && !arguments.clearKeys)
        return console.failed({"keys_in_the_clear",
                               "A CPIX document holds the content keys: who reads it can decrypt the film.",
                               "Say --keys-in-the-clear as well, and keep the file safe."});
    std::error_code ignored;
    if (!arguments.exportCpix.empty() && std::filesystem::exists(arguments.exportCpix, ignored))
        return console.failed({"file_exists", arguments.exportCpix + " exists already and is left as it is.",
                               "Name another file for the keys."});
    auto plan = planFrom(arguments, *request);
    if (!plan) return console.failed(plan.error());
    request->keyFor = [&](const package::KeyQuery& query) { return plan->keyFor(query); };
    request->whenKeysAreKnown = [&] { return plan->checkUsed(); };
    const auto begun = std::chrono::steady_clock::now();
    auto made = package::packageFilm(*request, context.stop);
    if (!made) return console.failed(made.error());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    const bool keysMade = arguments.keys.empty() && arguments.cpix.empty();
    if (!arguments.exportCpix.empty()) {
        if (const auto kept = exportKeys(arguments.exportCpix, *plan, *request); !kept) {
            // The package stands; without its keys it would be lost.
            json keys = usedKeys(console, *plan, keysMade);
            if (keysMade) console.event("", {{"event", "keys"}, {"keys", std::move(keys)}});
            return console.failed(kept.error());
        }
        console.line("Keys are in " + arguments.exportCpix + ", readable for you alone.");
    }
    json files = json::array();
    for (const auto& entry : made->files) {
        console.line("  " + entry.name + ", " + bytesText(entry.size));
        json described = {{"name", entry.name}, {"size", entry.size}};
        if (entry.digest) described["sha256"] = toHex(*entry.digest);
        files.push_back(std::move(described));
    }
    json texts = json::array();
    for (const auto& text : made->texts)
        texts.push_back({{"label", text.label},
                         {"language", text.language},
                         {"title", text.title},
                         {"codecs", text.codecs},
                         {"default", text.isDefault}});
    if (!made->texts.empty()) console.line("Text tracks are in the clear.");
    if (made->thumbnails)
        console.line(std::to_string(made->thumbnails->plan.count) +
                     " thumbnails are in the clear: they can be seen without a key.");
    for (const std::string& left : made->leftOut)
        console.line("Left out: " + left);
    for (const std::string& remark : made->remarks)
        console.line(remark);
    console.line("Packaged in " + timeText(seconds) + " into " + arguments.out);
    json result = {{"folder", arguments.out},
                   {"scheme", arguments.scheme},
                   {"files", std::move(files)},
                   {"texts", std::move(texts)},
                   {"leftOut", made->leftOut},
                   {"remarks", made->remarks},
                   {"kid", toHex(made->tracks.front().keyId)},
                   {"seconds", seconds}};
    result["keys"] = usedKeys(console, *plan, keysMade);
    if (keysMade && plan->used().size() == 1) result["key"] = toHex(plan->used().front().key.key.view());
    return console.done(std::move(result));
}

int decrypt(const Context& context, const std::string& input, const std::vector<std::string>& keys,
            const std::string& output, bool force) {
    const Console console = context.console();
    if (const auto may = mayWriteFile(output, {input}, force); !may) return console.failed(may.error());
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

void addPackagingCommands(Command app, Context& context, Action& action) {
    struct Arguments {
        std::string file;
        std::string out;
        std::vector<std::string> keys;
    };
    auto arguments = std::make_shared<Arguments>();
    const Command probeCommand = app.addSubcommand("probe", "Say what a file is and what would happen to it");
    probeCommand.addOption("FILE", arguments->file).required();
    probeCommand.callback(
        [=, &context, &action] { action = [=, &context] { return probe(context, arguments->file); }; });

    auto wanted = std::make_shared<PackageArguments>();
    const Command packageCommand =
        app.addSubcommand("package", "Encrypt a film into CMAF with DASH and HLS playlists");
    addPackageOptions(packageCommand, *wanted);
    packageCommand.callback(
        [=, &context, &action] { action = [=, &context] { return package(context, *wanted); }; });

    const Command decryptCommand = app.addSubcommand("decrypt", "Write the clear form of a protected file");
    decryptCommand.addOption("IN", arguments->file).required();
    decryptCommand.addOption("--key", arguments->keys, "KID:KEY in hexadecimal; may be repeated").required();
    decryptCommand.addOption("-o,--output", arguments->out).required();
    auto force = std::make_shared<bool>(false);
    decryptCommand.addFlag("--force", *force, "Replace the output when it is there already");
    decryptCommand.callback([=, &context, &action] {
        action = [=, &context] {
            return decrypt(context, arguments->file, arguments->keys, arguments->out, *force);
        };
    });
}

}  // namespace keyreel::cli
