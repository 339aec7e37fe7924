#include "core/package/thumbnails.h"

#include <algorithm>
#include <cmath>

#include "core/base/decimal.h"
#include "core/crypto/hash.h"
#include "core/media/thumbnails.h"
#include "core/package/presentation_parts.h"

namespace keyreel::package {
namespace {

/// Of JPEG: small pictures that are looked at for a moment.
constexpr int kQuality = 75;

double sheetSeconds(const media::ThumbnailPlan& plan) {
    return plan.seconds * plan.perSheet();
}

std::string size(std::uint32_t one, std::uint32_t other) {
    return std::to_string(one) + "x" + std::to_string(other);
}

}  // namespace

std::string sheetName(std::uint32_t number) {
    return std::string(kThumbnailsLabel) + "-" + std::to_string(number) + ".jpg";
}

Status mayHaveThumbnails(const media::Track& first) {
    if (first.kind != media::TrackKind::Video)
        return fail("request_invalid", "There are no pictures of which thumbnails could be made.",
                    "Package the film without thumbnails.");
    if (first.dolbyVision && needsDolbyVision(*first.dolbyVision))
        return fail("request_invalid",
                    "Thumbnails would have the wrong colours: the film has those of Dolby Vision only.",
                    "Package the film without thumbnails.");
    return {};
}

Result<WrittenThumbnails> writeThumbnails(const PackageRequest& request, const media::MediaInfo& source,
                                          double filmSeconds, const std::stop_token& stop) {
    WrittenThumbnails written;
    PackagedThumbnails& thumbnails = written.thumbnails;
    KEYREEL_TRY(thumbnails.plan,
                media::planThumbnails(source.video(), filmSeconds, request.thumbnailSeconds));
    thumbnails.plan.begin = source.partBegin;
    const media::ThumbnailPlan& plan = thumbnails.plan;
    const auto take = [&](const media::Image& sheet) -> Status {
        KEYREEL_TRY(const Bytes jpeg, media::encodeJpeg(sheet, kQuality));
        const auto number = static_cast<std::uint32_t>(written.files.size());
        const std::string name = sheetName(number + 1);
        KEYREEL_TRY(TemporaryOutput output, TemporaryOutput::createFile(request.folder, name));
        KEYREEL_CHECK(output.file().writeAt(0, jpeg));
        // The last sheet is for what is left of the film, but for one picture at least.
        const double seconds =
            std::clamp(filmSeconds - number * sheetSeconds(plan), plan.seconds, sheetSeconds(plan));
        thumbnails.sheetSeconds.push_back(seconds);
        thumbnails.peakBitrate =
            std::max(thumbnails.peakBitrate,
                     static_cast<std::uint64_t>(std::ceil(static_cast<double>(jpeg.size()) * 8 / seconds)));
        written.files.push_back({name, jpeg.size(), crypto::sha256(jpeg)});
        written.outputs.push_back(std::move(output));
        return {};
    };
    KEYREEL_CHECK(request.workshop ? request.workshop->makeThumbnails(source.path, plan, take, stop)
                                   : media::makeThumbnails(source.path, plan, take, stop));
    return written;
}

std::string thumbnailSet(const PackagedThumbnails& thumbnails, std::size_t id) {
    const media::ThumbnailPlan& plan = thumbnails.plan;
    // Not of the profiles that the film has, whose segments are ISO files (ISO/IEC 23009-1 section 8.1).
    return "    <AdaptationSet id=\"" + std::to_string(id) +
           "\" contentType=\"image\" mimeType=\"image/jpeg\" profiles=\"" + kFullProfile +
           "\">\n      <SegmentTemplate media=\"" + kThumbnailsLabel +
           "-$Number$.jpg\" timescale=\"1000\" duration=\"" +
           std::to_string(std::llround(sheetSeconds(plan) * 1000)) +
           "\" startNumber=\"1\"/>\n      <Representation id=\"" + kThumbnailsLabel + "\" bandwidth=\"" +
           std::to_string(thumbnails.peakBitrate) + "\" width=\"" +
           std::to_string(plan.columns * plan.tileWidth) + "\" height=\"" +
           std::to_string(plan.rows * plan.tileHeight) +
           "\">\n        <EssentialProperty schemeIdUri=\"http://dashif.org/guidelines/thumbnail_tile\" "
           "value=\"" +
           size(plan.columns, plan.rows) + "\"/>\n      </Representation>\n    </AdaptationSet>\n";
}

std::string imageStreamTag(const PackagedThumbnails& thumbnails) {
    const media::ThumbnailPlan& plan = thumbnails.plan;
    return "#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=" + std::to_string(thumbnails.peakBitrate) +
           ",RESOLUTION=" + size(plan.tileWidth, plan.tileHeight) + ",CODECS=\"jpeg\",URI=\"" +
           kThumbnailsLabel + ".m3u8\"\n";
}

std::string writeImagePlaylist(const PackagedThumbnails& thumbnails) {
    const media::ThumbnailPlan& plan = thumbnails.plan;
    const double longest = *std::max_element(thumbnails.sheetSeconds.begin(), thumbnails.sheetSeconds.end());
    std::string out = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:" +
                      std::to_string(std::max(std::lround(longest), 1L)) +
                      "\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-IMAGES-ONLY\n";
    for (std::size_t i = 0; i < thumbnails.sheetSeconds.size(); ++i)
        out += "#EXTINF:" + decimal(thumbnails.sheetSeconds[i], 6) +
               ",\n#EXT-X-TILES:RESOLUTION=" + size(plan.tileWidth, plan.tileHeight) +
               ",LAYOUT=" + size(plan.columns, plan.rows) + ",DURATION=" + decimal(plan.seconds, 3) + "\n" +
               sheetName(static_cast<std::uint32_t>(i + 1)) + "\n";
    return out + "#EXT-X-ENDLIST\n";
}

}  // namespace keyreel::package
