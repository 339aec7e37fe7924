#include "core/studio/edit_film.h"

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/content/cid.h"
#include "core/media/image.h"
#include "core/media/workshop.h"
#include "core/package/manifest.h"
#include "core/studio/catalogue_entry.h"
#include "core/studio/devices.h"
#include "core/studio/library.h"
#include "core/studio/open_film.h"
#include "core/studio/own_film.h"
#include "core/studio/public_words.h"
#include "core/studio/publish_run.h"

namespace keyreel::studio {
namespace {

/// The poster as it is published: JPEG of at most kCoverSide.
Result<Bytes> posterOf(const Session& session, const std::filesystem::path& picture, std::stop_token stop) {
    KEYREEL_TRY(const media::Image read, session.workshop->readImage(picture, kCoverSide, kCoverSide, stop));
    KEYREEL_TRY(const media::Image fitted, media::scaledToFit(read, kCoverSide, kCoverSide));
    return media::encodeJpeg(fitted);
}

Status applyWords(const FilmEdit& edit, package::Manifest& manifest) {
    if (edit.title) manifest.title = *edit.title;
    if (edit.description) manifest.description = *edit.description;
    if (edit.title || edit.description) KEYREEL_CHECK(checkPublicWords(manifest.title, manifest.description));
    if (edit.tags) {
        KEYREEL_TRY(manifest.tags, publicTags(*edit.tags));
    }
    return {};
}

void takePoster(const Bytes& jpeg, package::Manifest& manifest) {
    package::ManifestCover cover;
    cover.mediaType = "image/jpeg";
    cover.file.name = "cover.jpg";
    cover.file.size = jpeg.size();
    cover.file.digest = crypto::sha256(jpeg);
    cover.file.cid = cidOf(jpeg);
    manifest.cover = cover;
}

/// Of the film in this profile's library; the film is changed, whatever becomes of that.
void changeLibrary(const Session& session, const Link& link, const package::Manifest& manifest,
                   const Bytes& poster) {
    Library library(session.places);
    const auto contents = library.contents(session.clock->now());
    if (!contents) return;
    for (LibraryEntry entry : contents->entries) {
        if (entry.link != link.text()) continue;
        entry.title = manifest.title;
        entry.description = manifest.description;
        entry.tags = manifest.tags;
        if (!poster.empty())
            if (auto kept = keepCover(session.places, toHex(link.contentId), poster)) entry.cover = *kept;
        if (const Status put = library.put(std::move(entry)); !put)
            log(LogLevel::Warning, "edit", "The library does not have the change: " + put.error().what);
    }
}

}  // namespace

std::string_view wordOf(EditStep step) {
    switch (step) {
        case EditStep::Read:
            return "read";
        case EditStep::Upload:
            return "upload";
        case EditStep::Record:
            return "record";
        case EditStep::List:
            return "list";
    }
    return "?";
}

Result<std::uint32_t> editFilm(const Session& session, const Link& link, const FilmEdit& edit,
                               std::stop_token stop, const EditSink& sink) {
    const auto begin = [&](EditStep step) {
        if (sink) sink(step);
    };
    KEYREEL_CHECK(mustBeUnlocked(session));
    begin(EditStep::Read);
    KEYREEL_CHECK(ensureDeviceRegistered(session, stop));
    KEYREEL_TRY(const FilmFacts facts, describeFilm(session, link, stop));
    KEYREEL_TRY(const auto record, ownFilm(session, link));
    if (record.unpublished)
        return fail("asset_unpublished", "The film is no longer published; its record takes no change.",
                    "Publish it again.");
    package::Manifest manifest = facts.manifest;
    KEYREEL_CHECK(applyWords(edit, manifest));
    Bytes poster;
    if (edit.cover) {
        KEYREEL_TRY(poster, posterOf(session, *edit.cover, stop));
        takePoster(poster, manifest);
    }
    std::uint32_t revision = record.revision;
    if (manifest != facts.manifest) {
        KEYREEL_TRY(const Bytes bytes, package::signManifest(manifest, session.identity->accountKey()));
        // What a reader would refuse must not be found out after the update.
        KEYREEL_CHECK(package::verifyManifest(bytes, session.identity->accountId()));
        begin(EditStep::Upload);
        if (!poster.empty()) KEYREEL_CHECK(uploadBytes(session, poster, stop));
        KEYREEL_CHECK(uploadBytes(session, bytes, stop));
        begin(EditStep::Record);
        KEYREEL_CHECK(session.audit->append("film_edited", {{"content", toHex(link.contentId)},
                                                            {"revision", std::int64_t{revision} + 1},
                                                            {"title", manifest.title}}));
        // Once it may be in the log nobody is told that nothing has changed.
        if (stop.stop_requested()) return cancelled("Changing the details");
        KEYREEL_CHECK(
            updateManifest(session, record, cidOf(bytes), record.terms.policyDigest, std::stop_token()));
        ++revision;
        keepManifest(session, link, bytes);
        changeLibrary(session, link, manifest, poster);
    }
    begin(EditStep::List);
    KEYREEL_CHECK(session.gateway->publishEntry(catalogueEntryOf(manifest), stop));
    return revision;
}

}  // namespace keyreel::studio
