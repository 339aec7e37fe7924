#include "app/cli/packaging_options.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "app/cli/film_part.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/media/ladder.h"
#include "core/media/loudness.h"
#include "core/package/cpix.h"

namespace keyreel::cli {
namespace {

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

/// What a file among the inputs is: subtitles are known by their names.
bool isTextFile(const std::string& file) {
    std::string ending = std::filesystem::path(file).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".vtt" || ending == ".srt" || ending == ".ass" || ending == ".ssa" ||
           ending == ".ttml" || ending == ".dfxp";
}

Status takeInputs(const std::vector<std::string>& files, package::PackageRequest& request) {
    for (const std::string& file : files) {
        if (isTextFile(file))
            request.texts.push_back({file});
        else if (request.source.empty())
            request.source = file;
        else
            request.moreSources.emplace_back(file);
    }
    if (!request.source.empty()) return {};
    return fail("media_no_video", "There are only subtitles to package.", "Name a film as well.");
}

Result<media::Rational> parseFrameRate(const std::string& text) {
    media::Rational rate{0, 1};
    int end = 0;
    int all = 0;
    const int parts = std::sscanf(text.c_str(), "%7d%n/%7d%n", &rate.num, &end, &rate.den, &all);
    if (parts == 2) end = all;
    if (parts < 1 || static_cast<std::size_t>(end) != text.size() || rate.den < 1 || rate.num < rate.den ||
        rate.num > media::kMaxFrameRateTerm || rate.den > media::kMaxFrameRateTerm ||
        static_cast<double>(rate.num) / rate.den > media::kMaxFrameRate)
        return fail("frame_rate_invalid", "\"" + text + "\" is not a number of pictures in a second.",
                    "For example --frame-rate 25 or --frame-rate 30000/1001; 1 to 1000.");
    return rate;
}

}  // namespace

Result<package::PackageRequest> requestFrom(const PackageArguments& arguments) {
    package::PackageRequest request;
    KEYREEL_CHECK(takeInputs(arguments.files, request));
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
    if (arguments.loudness != 0) {
        if (!(arguments.loudness >= media::kMinLoudness && arguments.loudness <= media::kMaxLoudness))
            return fail("request_invalid", "Sound can be made as loud as -36 to -10 LUFS.",
                        "For example --loudness -23, or -16 for the web.");
        // What is carried cannot be changed.
        request.reader.loudness = arguments.loudness;
        request.reader.transcodeAudio = true;
    }
    request.trickPlay = arguments.trickPlay;
    KEYREEL_TRY(request.reader.part, parsePart(arguments.from, arguments.to));
    // The player here would show its colours wrong; who packages for others may still want it.
    request.reader.onlyDolbyVision = true;
    request.thumbnailSeconds = arguments.thumbnails;
    request.embeddedText = !arguments.noEmbeddedText;
    if (!arguments.ladder.empty()) {
        KEYREEL_TRY(request.reader.ladder, media::parseLadder(arguments.ladder));
    }
    request.reader.keepSource = arguments.keepSource;
    request.reader.preset = arguments.preset.c_str();
    request.reader.pictureOptional = true;
    if (!arguments.frameRate.empty()) {
        KEYREEL_TRY(request.reader.frameRate, parseFrameRate(arguments.frameRate));
    }
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

void addPackageOptions(Command command, PackageArguments& wanted) {
    command
        .addOption(
            "IN", wanted.files,
            "The film, or sound alone; then files with further sound, and subtitles (vtt, srt, ass, ttml)")
        .required();
    command.addOption("--out", wanted.out, "Folder for the files").required();
    command.addOption("--key", wanted.keys,
                      "[LABEL=]KID:KEY[:IV] in hexadecimal, may be repeated; LABEL is AUDIO, VIDEO, SD, "
                      "HD, UHD1, UHD2 or a track's label; several of one LABEL are for successive "
                      "crypto periods; without any key they are made and shown");
    command.addOption("--cpix", wanted.cpix, "Take the keys from a CPIX document with clear keys")
        .excludes("--key");
    command.addOption("--export-cpix", wanted.exportCpix, "Write the keys into a CPIX document");
    command.addFlag("--keys-in-the-clear", wanted.clearKeys,
                    "Agree that --export-cpix writes content keys that anybody can read");
    command.addOption("--key-layout", wanted.keyLayout, "Which tracks share a key that is made here")
        .oneOf({"one", "type", "track"})
        .showDefault();
    command.addOption("--scheme", wanted.scheme, "Common Encryption scheme")
        .oneOf({"cenc", "cbc1", "cens", "cbcs"})
        .showDefault();
    command.addOption("--pattern", wanted.pattern, "Encrypted and skipped blocks of pictures (cens, cbcs)")
        .showDefault();
    command.addOption("--fragment", wanted.fragmentSeconds, "Least length of a fragment in seconds")
        .showDefault();
    command
        .addOption("--segment-files", wanted.segments,
                   "Every fragment in a file of its own (DASH live profile), named by number or by time")
        .oneOf({"none", "number", "time"})
        .showDefault();
    addPartOptions(command, wanted.from, wanted.to);
    const Option ladder = command.addOption(
        "--ladder", wanted.ladder,
        "Pictures of several heights from one decode, for example 1080,720,480,360; never enlarged");
    command
        .addFlag("--keep-source", wanted.keepSource,
                 "The film's own pictures, as they are, at the top of the ladder if their key frames fit")
        .needs(ladder);
    command.addOption("--preset", wanted.preset, "Speed against size of pictures that are encoded anew")
        .oneOf({media::kEncoderPresets.begin(), media::kEncoderPresets.end()})
        .showDefault();
    command.addOption("--frame-rate", wanted.frameRate,
                      "Pictures in a second of a raw H.264 or HEVC stream, such as 25 or 30000/1001; "
                      "without it what the stream says");
    command.addOption("--clear-lead", wanted.clearLead,
                      "Leave fragments that begin in the first SECONDS clear");
    const Option seconds =
        command.addOption("--rotate-seconds", wanted.rotateSeconds, "Change the key every SECONDS");
    command.addOption("--rotate-segments", wanted.rotateSegments, "Change the key every N segments")
        .excludes(seconds);
    command.addFlag("--pssh-in-fragments", wanted.psshInFragments,
                    "Put the headers into every fragment, too");
    command
        .addOption("--protection-systems", wanted.systems,
                   "Headers to make: common, widevine, playready, none")
        .splitAt(',')
        .oneOf({"common", "widevine", "playready", "none"})
        .showDefault();
    command.addOption("--pssh", wanted.pssh, "More pssh boxes, as hexadecimal or a file of them");
    command.addFlag("--hls-session-keys", wanted.sessionKeys,
                    "Name all keys in the multivariant playlist, too");
    command.addOption("--hls-key-uri", wanted.keyUri, "Also a key tag with this URI (skd:// for FairPlay)");
    command.addOption(
        "--text", wanted.texts,
        "Subtitles, FILE[,lang=TAG][,label=TEXT][,role=ROLE][,default]: WebVTT, SubRip, "
        "ASS (its words) or TTML; ROLE is subtitle, caption, forced or description; may be repeated");
    command.addFlag("--no-embedded-text", wanted.noEmbeddedText,
                    "Leave out the subtitles that are in the film itself");
    command.addOption("--audio", wanted.audio,
                      "About a sound track, NUMBER[,lang=TAG][,label=TEXT][,role=ROLE][,default]; ROLE is "
                      "main, commentary, description, dub or intelligible; numbers count over all inputs, "
                      "from 1; may be repeated");
    command.addOption("--thumbnails", wanted.thumbnails,
                      "Sheets of small pictures, one every SECONDS (10 is sensible), for the time lines of "
                      "players. They are "
                      "clear pictures of the film: anybody can see them without a key");
    command.addOption("--loudness", wanted.loudness,
                      "Encode all sound anew, as loud as this in LUFS (EBU R 128: -23; the web: -16); it is "
                      "measured before, and its true peaks are at most -1 dBTP before it is encoded");
    command.addFlag("--trick-play", wanted.trickPlay,
                    "Also a track of the key frames alone, with which DASH players wind");
    command.addFlag("--no-digests", wanted.noDigests,
                    "Leave out the SHA-256 of segments and files, which only a manifest needs");
}

}  // namespace keyreel::cli
