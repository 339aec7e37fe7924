#include "app/cli/commands.h"
#include "core/base/byte_source.h"
#include "core/base/text.h"
#include "core/cenc/conformance.h"
#include "core/isobmff/box_tree.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

json boxJson(const isobmff::BoxNode& box) {
    json out = {{"type", isobmff::toText(box.type)}, {"offset", box.offset}, {"size", box.size}};
    for (const auto& [name, value] : box.fields) {
        json& field = out["fields"][name];
        // A list such as the kids of a pssh repeats its name.
        if (field.is_null())
            field = value;
        else if (field.is_array())
            field.push_back(value);
        else
            field = json::array({field, value});
    }
    for (const isobmff::BoxNode& child : box.children)
        out["boxes"].push_back(boxJson(child));
    return out;
}

void printBox(const Console& console, const isobmff::BoxNode& box, std::size_t depth) {
    std::string line = std::string(2 * depth, ' ') + isobmff::toText(box.type) + " @" +
                       std::to_string(box.offset) + " " + std::to_string(box.size);
    for (const auto& [name, value] : box.fields)
        line += "  " + name + "=" + value;
    console.line(line);
    for (const isobmff::BoxNode& child : box.children)
        printBox(console, child, depth + 1);
}

json trackJson(const cenc::TrackSummary& track) {
    json out = {{"track", track.id},
                {"handler", isobmff::toText(track.handler)},
                {"format", isobmff::toText(track.format)},
                {"timescale", track.timescale},
                {"fragments", track.fragments},
                {"samples", track.samples},
                {"bytes", track.bytes}};
    if (track.fragments > 0) out["syncSamples"] = track.syncSamples;
    if (track.scheme == 0) return out;
    out["encryption"] = {{"scheme", isobmff::toText(track.scheme)},
                         {"defaultKid", toUuid(track.defaultKeyId)},
                         {"samples", track.protectedSamples},
                         {"subsamples", track.subsamples},
                         {"protectedBytes", track.protectedBytes}};
    return out;
}

void printTrack(const Console& console, const cenc::TrackSummary& track) {
    std::string line = "Track " + std::to_string(track.id) + ": " + isobmff::toText(track.handler) + " " +
                       isobmff::toText(track.format) + ", " + std::to_string(track.samples) + " samples";
    if (track.fragments > 0)
        line += " (" + std::to_string(track.syncSamples) + " sync) in " + std::to_string(track.fragments) +
                " fragments";
    line += ", " + bytesText(track.bytes);
    if (track.scheme == 0)
        line += ", clear";
    else
        line += ", " + isobmff::toText(track.scheme) + " with key id " + toUuid(track.defaultKeyId) + ": " +
                std::to_string(track.protectedSamples) + " samples protected, " +
                std::to_string(track.subsamples) + " subsamples, " + bytesText(track.protectedBytes) +
                " in protected ranges";
    console.line(line);
}

int inspect(const Context& context, const std::string& file, bool check) {
    const Console console = context.console();
    auto source = FileSource::open(file);
    if (!source) return console.failed(source.error());
    const isobmff::BoxTree tree = isobmff::readBoxTree(*source);
    json out = {{"file", file}, {"size", source->size()}, {"boxes", json::array()}};
    for (const isobmff::BoxNode& box : tree.boxes) {
        if (console.json())
            out["boxes"].push_back(boxJson(box));
        else
            printBox(console, box, 0);
    }
    if (tree.damage) return console.failed(*tree.damage);
    const auto conformance = cenc::checkConformance(*source);
    if (!conformance) {
        // A media segment by itself has boxes to show, but no tables.
        if (check) return console.failed(conformance.error());
        console.line(conformance.error().what);
        return console.done(std::move(out));
    }
    out["tracks"] = json::array();
    for (const cenc::TrackSummary& track : conformance->tracks) {
        printTrack(console, track);
        out["tracks"].push_back(trackJson(track));
    }
    if (!check) return console.done(std::move(out));
    out["findings"] = json::array();
    for (const cenc::Finding& finding : conformance->findings) {
        console.line(finding.rule + " (" + finding.clause + "): " + finding.what);
        out["findings"].push_back(
            {{"rule", finding.rule}, {"clause", finding.clause}, {"what", finding.what}});
    }
    for (const auto& [rule, times] : conformance->broken) {
        if (times > cenc::kMaxFindings) console.line(rule + ": " + std::to_string(times) + " times in all");
        out["broken"][rule] = times;
    }
    if (conformance->findings.empty()) {
        console.line("No rule is broken.");
        return console.done(std::move(out));
    }
    return console.failed(
        {"rules_broken", file + " breaks " + std::to_string(conformance->broken.size()) + " rules.",
         "The findings name each place and its clause."},
        std::move(out));
}

}  // namespace

void addInspectCommand(Command app, Context& context, Action& action) {
    struct Arguments {
        std::string file;
        bool check = false;
    };
    auto arguments = std::make_shared<Arguments>();
    const Command command =
        app.addSubcommand("inspect", "Show the boxes, samples and protection of an ISO media file");
    command.addOption("FILE", arguments->file).required();
    command.addFlag("--check", arguments->check, "Name the rules that the file breaks, by clause");
    command.callback([=, &context, &action] {
        action = [=, &context] { return inspect(context, arguments->file, arguments->check); };
    });
}

}  // namespace keyreel::cli
