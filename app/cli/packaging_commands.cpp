#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>

#include "app/cli/commands.h"
#include "app/cli/output_file.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/media/ladder.h"
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

/// What `package` was asked for, as it stands on the command line.
struct PackageArguments {
    std::string file;
    std::string out;
    std::vector<std::string> keys;
    std::string keyLayout = "one";
    std::string scheme = cenc::schemeName(cenc::Scheme::Cenc);
    std::string pattern = "1:9";
    double fragmentSeconds = 4;
    double clearLead = 0;
    double rotateSeconds = 0;
    std::size_t rotateSegments = 0;
    bool psshInFragments = false;
    std::vector<std::string> systems{"common"};
    std::vector<std::string> pssh;
    bool sessionKeys = false;
    std::string keyUri;
    bool noDigests = false;
    std::string cpix;
    std::string exportCpix;
    bool clearKeys = false;
    std::vector<std::string> texts;
    bool noEmbeddedText = false;
    std::vector<std::string> audio;
    std::string segments = "none";
    std::string ladder;
    bool keepSource = false;
    std::string preset = "veryfast";
};

/// "WHAT[,lang=TAG][,label=TEXT][,role=NAME][,default]".
struct TrackNote {
    std::string what;
    std::optional<std::string> language;
    std::optional<std::string> label;
    std::optional<std::string> role;
    bool isDefault = false;
};

/// What comes before the first known field is the file's name, commas or not; a label may have commas, too.
TrackNote parseNote(const std::string& argument) {
    TrackNote note;
    std::string* open = &note.what;
    for (std::size_t at = 0; at <= argument.size();) {
        const std::size_t comma = std::min(argument.find(',', at), argument.size());
        const std::string field = argument.substr(at, comma - at);
        const auto takes = [&](std::string_view name, std::optional<std::string>& value) {
            if (!field.starts_with(name)) return false;
            open = &value.emplace(field.substr(name.size()));
            return true;
        };
        if (at == 0)
            note.what = field;
        else if (field == "default")
            note.isDefault = true;
        else if (!takes("lang=", note.language) && !takes("label=", note.label) && !takes("role=", note.role))
            *open += "," + field;
        at = comma + 1;
    }
    return note;
}

tl::unexpected<Error> unknownRole(const std::string& role, const char* known) {
    return fail("role_unknown", "\"" + role + "\" is not a role of such a track.",
                std::string("The roles are ") + known + ".");
}

Result<package::TextInput> parseTextInput(const std::string& argument) {
    const TrackNote note = parseNote(argument);
    package::TextInput input{note.what, note.language.value_or(""), note.label.value_or("")};
    input.isDefault = note.isDefault;
    const std::string role = note.role.value_or("subtitle");
    if (role == "caption")
        input.role = media::TextRole::Caption;
    else if (role == "forced")
        input.role = media::TextRole::Forced;
    else if (role == "description")
        input.role = media::TextRole::Description;
    else if (role != "subtitle")
        return unknownRole(role, "subtitle, caption, forced and description");
    return input;
}

Result<package::AudioNote> parseAudioNote(const std::string& argument) {
    const TrackNote note = parseNote(argument);
    package::AudioNote out;
    int end = 0;
    unsigned number = 0;
    if (std::sscanf(note.what.c_str(), "%3u%n", &number, &end) != 1 ||
        static_cast<std::size_t>(end) != note.what.size())
        return fail("audio_note_invalid", "\"" + note.what + "\" is not the number of a sound track.",
                    "For example --audio 2,lang=de,label=Kommentar,role=commentary.");
    out.number = number;
    out.language = note.language;
    out.title = note.label;
    out.makeDefault = note.isDefault;
    if (!note.role) return out;
    if (*note.role == "main")
        out.role = media::AudioRole::Programme;
    else if (*note.role == "commentary")
        out.role = media::AudioRole::Commentary;
    else if (*note.role == "description")
        out.role = media::AudioRole::Description;
    else if (*note.role == "dub")
        out.role = media::AudioRole::Dub;
    else if (*note.role == "intelligible")
        out.role = media::AudioRole::Intelligible;
    else
        return unknownRole(*note.role, "main, commentary, description, dub and intelligible");
    return out;
}

Result<cenc::Pattern> parsePattern(const std::string& text) {
    unsigned crypt = 0;
    unsigned skip = 0;
    int end = 0;
    if (std::sscanf(text.c_str(), "%2u:%2u%n", &crypt, &skip, &end) != 2 ||
        static_cast<std::size_t>(end) != text.size() || crypt < 1 || crypt > 15 || skip > 15)
        return fail("pattern_invalid", "A pattern is written ENCRYPTED:SKIPPED in blocks of 16 bytes.",
                    "For example --pattern 1:9; 1 to 15 and 0 to 15.");
    return cenc::Pattern{static_cast<std::uint8_t>(crypt), static_cast<std::uint8_t>(skip)};
}

/// pssh boxes from hexadecimal, or from a file that holds nothing else.
Result<std::vector<isobmff::Pssh>> parsePssh(const std::string& argument) {
    if (const auto bytes = fromHex(argument); bytes && !bytes->empty()) return isobmff::readPsshList(*bytes);
    KEYREEL_TRY(const Bytes content, readFile(argument, 1U << 20));
    return isobmff::readPsshList(content);
}

Result<package::PackageRequest> requestFrom(const PackageArguments& arguments) {
    package::PackageRequest request;
    request.source = arguments.file;
    request.folder = arguments.out;
    request.digests = !arguments.noDigests;
    for (const cenc::Scheme scheme : cenc::kSchemes)
        if (arguments.scheme == cenc::schemeName(scheme)) request.scheme = scheme;
    KEYREEL_TRY(request.pattern, parsePattern(arguments.pattern));
    request.fragmentSeconds = arguments.fragmentSeconds;
    request.clearLeadSeconds = arguments.clearLead;
    request.rotation = {arguments.rotateSeconds, arguments.rotateSegments};
    request.psshInFragments = arguments.psshInFragments;
    const auto asked = [&](const char* name) {
        return std::find(arguments.systems.begin(), arguments.systems.end(), name) != arguments.systems.end();
    };
    request.systems = {asked("common"), asked("widevine"), asked("playready")};
    for (const std::string& argument : arguments.pssh) {
        KEYREEL_TRY(const std::vector<isobmff::Pssh> boxes, parsePssh(argument));
        request.extraPssh.insert(request.extraPssh.end(), boxes.begin(), boxes.end());
    }
    request.hlsSessionKeys = arguments.sessionKeys;
    request.hlsKeyUri = arguments.keyUri;
    if (arguments.segments != "none")
        request.segmentFiles =
            arguments.segments == "time" ? package::SegmentFiles::Time : package::SegmentFiles::Number;
    request.embeddedText = !arguments.noEmbeddedText;
    if (!arguments.ladder.empty()) {
        KEYREEL_TRY(request.reader.ladder, media::parseLadder(arguments.ladder));
    }
    request.reader.keepSource = arguments.keepSource;
    request.reader.preset = arguments.preset.c_str();
    for (const std::string& argument : arguments.texts) {
        KEYREEL_TRY(package::TextInput text, parseTextInput(argument));
        request.texts.push_back(std::move(text));
    }
    for (const std::string& argument : arguments.audio) {
        KEYREEL_TRY(package::AudioNote note, parseAudioNote(argument));
        request.audio.push_back(std::move(note));
    }
    return request;
}

/// Keys come from the command line, from a CPIX document (which may carry headers for `request`), or are
/// made.
Result<package::KeyPlan> planFrom(const PackageArguments& arguments, package::PackageRequest& request) {
    if (!arguments.cpix.empty()) {
        KEYREEL_TRY(package::CpixDocument document, package::readCpix(arguments.cpix));
        KEYREEL_CHECK(package::checkScheme(document, request.scheme));
        request.extraPssh.insert(request.extraPssh.end(), document.pssh.begin(), document.pssh.end());
        return package::KeyPlan::of(std::move(document.keys));
    }
    if (arguments.keys.empty())
        return package::KeyPlan::generated(arguments.keyLayout == "type"    ? package::KeyLayout::PerType
                                           : arguments.keyLayout == "track" ? package::KeyLayout::PerTrack
                                                                            : package::KeyLayout::One);
    std::vector<package::LabelledKey> keys;
    for (const std::string& argument : arguments.keys) {
        KEYREEL_TRY(package::LabelledKey key, package::parseLabelledKey(argument));
        keys.push_back(std::move(key));
    }
    return package::KeyPlan::of(std::move(keys));
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
        if (!arguments.noDigests) described["sha256"] = toHex(entry.digest);
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

void addPackagingCommands(CLI::App& app, Context& context, Action& action) {
    struct Arguments {
        std::string file;
        std::string out;
        std::vector<std::string> keys;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* probeCommand = app.add_subcommand("probe", "Say what a file is and what would happen to it");
    probeCommand->add_option("FILE", arguments->file)->required();
    probeCommand->callback(
        [=, &context, &action] { action = [=, &context] { return probe(context, arguments->file); }; });

    auto wanted = std::make_shared<PackageArguments>();
    CLI::App* packageCommand =
        app.add_subcommand("package", "Encrypt a film into CMAF with DASH and HLS playlists");
    packageCommand->add_option("FILE", wanted->file)->required();
    packageCommand->add_option("--out", wanted->out, "Folder for the files")->required();
    packageCommand->add_option(
        "--key", wanted->keys,
        "[LABEL=]KID:KEY[:IV] in hexadecimal, may be repeated; LABEL is AUDIO, VIDEO, SD, "
        "HD, UHD1, UHD2 or a track's label; several of one LABEL are for successive "
        "crypto periods; without any key they are made and shown");
    packageCommand->add_option("--cpix", wanted->cpix, "Take the keys from a CPIX document with clear keys")
        ->excludes("--key");
    packageCommand->add_option("--export-cpix", wanted->exportCpix, "Write the keys into a CPIX document");
    packageCommand->add_flag("--keys-in-the-clear", wanted->clearKeys,
                             "Agree that --export-cpix writes content keys that anybody can read");
    packageCommand
        ->add_option("--key-layout", wanted->keyLayout, "Which tracks share a key that is made here")
        ->check(CLI::IsMember({"one", "type", "track"}))
        ->capture_default_str();
    packageCommand->add_option("--scheme", wanted->scheme, "Common Encryption scheme")
        ->check(CLI::IsMember({"cenc", "cbc1", "cens", "cbcs"}))
        ->capture_default_str();
    packageCommand
        ->add_option("--pattern", wanted->pattern, "Encrypted and skipped blocks of pictures (cens, cbcs)")
        ->capture_default_str();
    packageCommand->add_option("--fragment", wanted->fragmentSeconds, "Least length of a fragment in seconds")
        ->capture_default_str();
    packageCommand
        ->add_option("--segment-files", wanted->segments,
                     "Every fragment in a file of its own (DASH live profile), named by number or by time")
        ->check(CLI::IsMember({"none", "number", "time"}))
        ->capture_default_str();
    CLI::Option* ladder = packageCommand->add_option(
        "--ladder", wanted->ladder,
        "Pictures of several heights from one decode, for example 1080,720,480,360; never enlarged");
    packageCommand
        ->add_flag("--keep-source", wanted->keepSource,
                   "The film's own pictures, as they are, at the top of the ladder if their key frames fit")
        ->needs(ladder);
    packageCommand
        ->add_option("--preset", wanted->preset, "Speed against size of pictures that are encoded anew")
        ->check(CLI::IsMember(media::kEncoderPresets))
        ->capture_default_str();
    packageCommand->add_option("--clear-lead", wanted->clearLead,
                               "Leave fragments that begin in the first SECONDS clear");
    auto* seconds =
        packageCommand->add_option("--rotate-seconds", wanted->rotateSeconds, "Change the key every SECONDS");
    packageCommand->add_option("--rotate-segments", wanted->rotateSegments, "Change the key every N segments")
        ->excludes(seconds);
    packageCommand->add_flag("--pssh-in-fragments", wanted->psshInFragments,
                             "Put the headers into every fragment, too");
    packageCommand
        ->add_option("--protection-systems", wanted->systems,
                     "Headers to make: common, widevine, playready, none")
        ->delimiter(',')
        ->check(CLI::IsMember({"common", "widevine", "playready", "none"}))
        ->capture_default_str();
    packageCommand->add_option("--pssh", wanted->pssh, "More pssh boxes, as hexadecimal or a file of them");
    packageCommand->add_flag("--hls-session-keys", wanted->sessionKeys,
                             "Name all keys in the multivariant playlist, too");
    packageCommand->add_option("--hls-key-uri", wanted->keyUri,
                               "Also a key tag with this URI (skd:// for FairPlay)");
    packageCommand->add_option(
        "--text", wanted->texts,
        "Subtitles, FILE[,lang=TAG][,label=TEXT][,role=ROLE][,default]: WebVTT, SubRip or "
        "TTML; ROLE is subtitle, caption, forced or description; may be repeated");
    packageCommand->add_flag("--no-embedded-text", wanted->noEmbeddedText,
                             "Leave out the subtitles that are in the film itself");
    packageCommand->add_option(
        "--audio", wanted->audio,
        "About a sound track, NUMBER[,lang=TAG][,label=TEXT][,role=ROLE][,default]; ROLE is "
        "main, commentary, description, dub or intelligible; may be repeated");
    packageCommand->add_flag("--no-digests", wanted->noDigests,
                             "Leave out the SHA-256 of segments and files, which only a manifest needs");
    packageCommand->callback(
        [=, &context, &action] { action = [=, &context] { return package(context, *wanted); }; });

    CLI::App* decryptCommand = app.add_subcommand("decrypt", "Write the clear form of a protected file");
    decryptCommand->add_option("IN", arguments->file)->required();
    decryptCommand->add_option("--key", arguments->keys, "KID:KEY in hexadecimal; may be repeated")
        ->required();
    decryptCommand->add_option("-o,--output", arguments->out)->required();
    auto force = std::make_shared<bool>(false);
    decryptCommand->add_flag("--force", *force, "Replace the output when it is there already");
    decryptCommand->callback([=, &context, &action] {
        action = [=, &context] {
            return decrypt(context, arguments->file, arguments->keys, arguments->out, *force);
        };
    });
}

}  // namespace keyreel::cli
