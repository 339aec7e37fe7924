#include "core/studio/publish_journal.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/media/ladder.h"
#include "core/studio/json_fields.h"

namespace keyreel::studio {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxJournal = 4U << 20;
constexpr int kVersion = 1;

std::filesystem::path fileOf(const std::filesystem::path& folder) {
    return folder / "journal.json";
}

/// A path is bytes and JSON is text: beside the form for people stand the bytes whenever that form loses
/// some.
void putPath(json& object, const std::string& name, const std::filesystem::path& path) {
    object[name] = path.string();
    if (!isUtf8(asBytes(path.string()))) object[name + "Bytes"] = toHex(asBytes(path.string()));
}

std::filesystem::path pathOr(const json& object, const std::string& name) {
    const auto bytes = fromHex(fieldOr(object, (name + "Bytes").c_str(), std::string()));
    if (bytes && !bytes->empty()) return std::string(asText(*bytes));
    return fieldOr(object, name.c_str(), std::string());
}

json offerJson(const Offer& offer) {
    json royalties = json::array();
    for (const auto& row : offer.royalties)
        royalties.push_back({{"account", toHex(row.account)}, {"units", row.units}});
    return {
        {"sold", offer.sold},         {"resale", offer.resale},           {"price", offer.price},
        {"currency", offer.currency}, {"editions", offer.editions},       {"resellerCut", offer.resellerCut},
        {"royalties", royalties},     {"offlineDays", offer.offlineDays}, {"suite", offer.suite}};
}

/// Terms that cannot be read are never replaced by others: a film is not sold for another price than asked.
Result<Offer> offerFrom(const json& object, const std::filesystem::path& folder) {
    const auto damaged = [&] {
        return fail("job_damaged", "The terms in " + fileOf(folder).string() + " cannot be read.",
                    "Remove the folder " + folder.string() + " and publish the film again.");
    };
    if (!object.is_object() || !object.contains("royalties") || !object["royalties"].is_array())
        return damaged();
    Offer offer;
    offer.sold = fieldOr(object, "sold", false);
    offer.resale = fieldOr(object, "resale", false);
    offer.price = fieldOr(object, "price", std::string());
    offer.currency = fieldOr(object, "currency", std::string());
    offer.editions = fieldOr(object, "editions", 0U);
    offer.resellerCut = static_cast<std::uint16_t>(fieldOr(object, "resellerCut", 0xFFFFU));
    // Jobs from before there were leases name none.
    offer.offlineDays = fieldOr(object, "offlineDays", 0U);
    offer.suite = static_cast<std::uint16_t>(fieldOr(object, "suite", 1U));
    unsigned total = 0;
    for (const json& row : object["royalties"]) {
        if (!row.is_object()) return damaged();
        const auto account = fromHexExact<32>(fieldOr(row, "account", std::string()));
        const unsigned units = fieldOr(row, "units", 0U);
        if (!account || units > 1000) return damaged();
        total += units;
        offer.royalties.push_back({*account, static_cast<std::uint16_t>(units)});
    }
    if (!completeOffer(offer, total == 0 ? 0 : 1000 - std::min(total, 1000U))) return damaged();
    return offer;
}

json stageJson(const StageReport& stage) {
    return {{"status", wordOf(stage.status)},
            {"done", stage.progress.done},
            {"total", stage.progress.total},
            {"seconds", stage.seconds}};
}

StageStatus statusOf(const std::string& word) {
    for (const StageStatus status : {StageStatus::NotBegun, StageStatus::Running, StageStatus::Done,
                                     StageStatus::Failed, StageStatus::Stopped})
        if (word == wordOf(status)) return status;
    return StageStatus::NotBegun;
}

}  // namespace

std::string mediaTypeOf(const std::string& name) {
    const auto ends = [&](std::string_view tail) {
        return name.size() >= tail.size() && name.compare(name.size() - tail.size(), tail.size(), tail) == 0;
    };
    if (ends(".mpd")) return "application/dash+xml";
    if (ends(".m3u8")) return "application/vnd.apple.mpegurl";
    if (ends(".mp4") && name.rfind("text", 0) == 0) return "application/mp4";
    if (ends(".mp4")) return name.rfind("audio", 0) == 0 ? "audio/mp4" : "video/mp4";
    if (ends(".vtt")) return "text/vtt";
    if (ends(".jpg")) return "image/jpeg";
    return "application/octet-stream";
}

Status PublishJournal::save(const std::filesystem::path& folder) const {
    json stages = json::object();
    for (const Stage stage : kAllStages)
        stages[std::string(wordOf(stage))] = stageJson(report.at(stage));
    json fileList = json::array();
    for (const auto& file : files) {
        json row = {{"name", file.name}, {"cid", file.cid}, {"size", file.size}, {"type", file.mediaType}};
        putPath(row, "path", file.path);
        fileList.push_back(std::move(row));
    }
    json request = {{"title", report.request.title},
                    {"description", report.request.description},
                    {"access", wordOf(report.request.access)},
                    {"adult", report.request.adult},
                    {"aiTraining", report.request.aiTraining},
                    {"offer", offerJson(report.request.offer)},
                    {"ladder", media::ladderText(report.request.ladder)},
                    {"keepSource", report.request.keepSource},
                    {"keyNodes", toText(report.request.holders)}};
    if (!report.request.tags.empty()) request["tags"] = report.request.tags;
    if (report.request.chapters) {
        json chapters = json::array();
        for (const media::Chapter& chapter : *report.request.chapters)
            chapters.push_back({chapter.startMs, chapter.title});
        request["chapters"] = std::move(chapters);
    }
    if (const media::FilmPart& part = report.request.part; !part.isWhole())
        request["part"] = {{"from", part.from}, {"to", part.to}};
    if (const auto& preview = report.request.preview)
        request["preview"] = {{"from", preview->from}, {"seconds", preview->seconds}};
    putPath(request, "film", report.request.film);
    if (report.request.cover) putPath(request, "cover", *report.request.cover);
    json state = {{"version", kVersion},
                  {"id", report.id},
                  {"created", report.created},
                  {"request", std::move(request)},
                  {"stages", std::move(stages)},
                  {"link", report.link},
                  {"filmSeconds", report.filmSeconds},
                  {"packageBytes", report.packageBytes},
                  {"remarks", report.remarks},
                  {"contentId", toHex(contentId)},
                  {"manifestCid", manifestCid},
                  {"files", std::move(fileList)},
                  {"uploads", uploads}};
    if (logKey) {
        state["gateway"] = gatewayUrl;
        state["logKey"] = toHex(*logKey);
    }
    putPath(state, "cover", report.cover);
    if (report.error)
        state["error"] = {
            {"code", report.error->code}, {"what", report.error->what}, {"next", report.error->next}};
    return writeFileAtomically(fileOf(folder),
                               asBytes(state.dump(1, ' ', false, json::error_handler_t::replace)));
}

Status PublishJournal::checkNetwork(const Places& places, const Network& network) const {
    if (!logKey || *logKey == network.logKey) return {};
    const auto own = loadNetwork(places.network);
    const bool ours = own && own->logKey == *logKey;
    return fail("job_other_network",
                "'" + report.request.title + "' was begun at " +
                    (ours ? "this computer's own network" : gatewayUrl) + ", and the network in use is " +
                    network.gatewayUrl + ".",
                "Switch back with: keyreel-cli network use" + (ours ? std::string() : " " + gatewayUrl) +
                    ". Then go on.");
}

Result<PublishJournal> PublishJournal::load(const std::filesystem::path& folder) {
    auto bytes = readFile(fileOf(folder), kMaxJournal);
    if (!bytes) {
        if (bytes.error().code == "file_missing")
            return fail("job_missing", "There is no publish job " + folder.filename().string() + ".");
        return tl::unexpected<Error>(std::move(bytes).error());
    }
    const json state = json::parse(asText(*bytes), nullptr, false);
    const auto contentId = state.is_object() ? fromHexExact<16>(fieldOr(state, "contentId", std::string()))
                                             : Result<std::array<std::uint8_t, 16>>(fail("job_damaged", ""));
    if (!contentId || fieldOr(state, "version", 0) != kVersion || !state.contains("request") ||
        !state["request"].is_object() || !state.contains("stages") || !state["stages"].is_object())
        return fail("job_damaged", fileOf(folder).string() + " is not the journal of a publish job.",
                    "Remove the folder " + folder.string() + " and publish the film again.");
    PublishJournal journal;
    JobReport& report = journal.report;
    report.id = fieldOr(state, "id", std::string());
    report.created = fieldOr(state, "created", std::int64_t{0});
    const json& request = state["request"];
    report.request.film = pathOr(request, "film");
    report.request.title = fieldOr(request, "title", std::string());
    report.request.description = fieldOr(request, "description", std::string());
    report.request.tags = textsOr(request, "tags");
    // Whatever is not plainly "free" stays closed.
    report.request.access =
        fieldOr(request, "access", std::string()) == wordOf(Access::Free) ? Access::Free : Access::Granted;
    if (auto cover = pathOr(request, "cover"); !cover.empty()) report.request.cover = std::move(cover);
    report.request.adult = fieldOr(request, "adult", false);
    report.request.aiTraining = fieldOr(request, "aiTraining", false);
    if (const auto heights = fieldOr(request, "ladder", std::string()); !heights.empty()) {
        auto ladder = media::parseLadder(heights);
        if (!ladder) return failFrom(ladder.error(), fileOf(folder).string());
        report.request.ladder = std::move(*ladder);
    }
    report.request.keepSource = fieldOr(request, "keepSource", false);
    // Others than those that were asked for never get a share.
    auto holders = keyHoldersFrom(fieldOr(request, "keyNodes", std::string()));
    if (!holders) return failFrom(std::move(holders).error(), fileOf(folder).string());
    report.request.holders = std::move(*holders);
    if (const auto chapters = request.find("chapters"); chapters != request.end() && chapters->is_array()) {
        auto& list = report.request.chapters.emplace();
        for (const json& row : *chapters)
            if (row.is_array() && row.size() == 2 && row[0].is_number_unsigned() && row[1].is_string())
                list.push_back({row[0].get<std::uint64_t>(), row[1].get<std::string>()});
    }
    // More of a film than was to be seen is never published.
    if (const auto part = request.find("part"); part != request.end()) {
        const double from = part->is_object() ? fieldOr(*part, "from", -1.0) : -1;
        const double to = part->is_object() ? fieldOr(*part, "to", -1.0) : -1;
        if (!(from >= 0 && from <= media::kMaxDurationSeconds) || !(to >= 0 && (to == 0 || to > from)))
            return fail("job_damaged",
                        "The part of the film in " + fileOf(folder).string() + " cannot be read.",
                        "Remove the folder " + folder.string() + " and publish the film again.");
        report.request.part = {from, to};
    }
    // Nor is another part of it given away.
    if (const auto preview = request.find("preview"); preview != request.end()) {
        const media::PreviewClip clip{preview->is_object() ? fieldOr(*preview, "from", -1.0) : -1,
                                      preview->is_object() ? fieldOr(*preview, "seconds", 0U) : 0};
        if (!media::checkPreview(clip, report.request.part, 0))
            return fail("job_damaged", "The preview in " + fileOf(folder).string() + " cannot be read.",
                        "Remove the folder " + folder.string() + " and publish the film again.");
        report.request.preview = clip;
    }
    if (request.contains("offer")) {
        KEYREEL_TRY(report.request.offer, offerFrom(request["offer"], folder));
    }
    for (const Stage stage : kAllStages) {
        const auto found = state["stages"].find(std::string(wordOf(stage)));
        if (found == state["stages"].end() || !found->is_object()) continue;
        StageReport& row = report.stages[static_cast<std::size_t>(stage) - 1];
        row.status = statusOf(fieldOr(*found, "status", std::string()));
        row.progress = {fieldOr(*found, "done", std::uint64_t{0}),
                        fieldOr(*found, "total", std::uint64_t{0})};
        row.seconds = fieldOr(*found, "seconds", 0.0);
        // Nothing runs when a journal is read: what ran when the process died was interrupted.
        if (row.status == StageStatus::Running) row.status = StageStatus::Stopped;
    }
    report.link = fieldOr(state, "link", std::string());
    report.cover = pathOr(state, "cover");
    report.filmSeconds = fieldOr(state, "filmSeconds", 0.0);
    report.packageBytes = fieldOr(state, "packageBytes", std::uint64_t{0});
    report.remarks = textsOr(state, "remarks");
    if (const auto error = state.find("error"); error != state.end() && error->is_object())
        report.error = Error{fieldOr(*error, "code", std::string()), fieldOr(*error, "what", std::string()),
                             fieldOr(*error, "next", std::string())};
    journal.contentId = *contentId;
    journal.gatewayUrl = fieldOr(state, "gateway", std::string());
    if (state.contains("logKey")) {
        const auto key = fromHexExact<32>(fieldOr(state, "logKey", std::string()));
        if (!key)
            return fail("job_damaged", "The network in " + fileOf(folder).string() + " cannot be read.",
                        "Remove the folder " + folder.string() + " and publish the film again.");
        journal.logKey = *key;
    }
    journal.manifestCid = fieldOr(state, "manifestCid", std::string());
    if (const auto files = state.find("files"); files != state.end() && files->is_array())
        for (const json& file : *files)
            if (file.is_object())
                journal.files.push_back({fieldOr(file, "name", std::string()), pathOr(file, "path"),
                                         fieldOr(file, "cid", std::string()),
                                         fieldOr(file, "size", std::uint64_t{0}),
                                         fieldOr(file, "type", std::string())});
    if (const auto uploads = state.find("uploads"); uploads != state.end() && uploads->is_object())
        for (const auto& [name, url] : uploads->items())
            if (url.is_string()) journal.uploads[name] = url.get<std::string>();
    return journal;
}

}  // namespace keyreel::studio
