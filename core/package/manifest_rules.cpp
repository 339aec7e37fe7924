#include "core/package/manifest_rules.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/crypto/suites.h"
#include "core/package/manifest_preview.h"
#include "core/package/text_writer.h"
#include "core/package/web_vtt.h"

namespace keyreel::package {
namespace {

tl::unexpected<Error> broken(const std::string& rule) {
    return fail("manifest_invalid", "The manifest is not usable: " + rule + ".");
}

bool isWord(const std::string& text) {
    return !text.empty() && text.size() <= kMaxWord && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '.' || c == '_';
    });
}

/// A name that stays in its folder on every system.
bool isFileName(const std::string& name) {
    if (name.empty() || name.size() > kMaxName || name.front() == '.') return false;
    return std::none_of(name.begin(), name.end(), [](char c) {
        return c == '/' || c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
}

Status checkFile(const ManifestFile& file, std::set<std::string>& names) {
    if (!isFileName(file.name)) return broken("a file name is empty, too long or leaves its folder");
    if (!names.insert(file.name).second) return broken("two files are called " + file.name);
    if (file.size == 0) return broken(file.name + " is empty");
    if (file.cid.size() > kMaxCid) return broken("the CID of " + file.name + " is too long");
    return {};
}

/// A file whose bytes no part's digest covers.
Status checkWholeFile(const ManifestFile& file, std::set<std::string>& names) {
    KEYREEL_CHECK(checkFile(file, names));
    if (!file.digest) return broken(file.name + " has no digest");
    return {};
}

Status checkTrack(const ManifestTrack& track) {
    if (!isWord(track.label)) return broken("a track's label is not a word");
    const std::string name = "track " + track.label;
    if (track.codecs.empty() || track.codecs.size() > kMaxWord)
        return broken(name + " does not name its codec");
    if (!isWord(track.language)) return broken(name + " has no language");
    const bool video = track.kind == ManifestTrack::Kind::Video;
    if (!isPlainTitle(track.title)) return broken(name + " has a title that is not plain");
    if (video && (!track.title.empty() || track.role != media::AudioRole::Programme))
        return broken(name + " has a title or a role, as only sound does");
    if (video && (track.width == 0 || track.height == 0 || track.width > UINT16_MAX ||
                  track.height > UINT16_MAX || track.channels != 0))
        return broken(name + " has an impossible picture size");
    if (!video && (track.channels == 0 || track.channels > 255 || track.width != 0 || track.height != 0))
        return broken(name + " has an impossible number of channels");
    if (track.initSize == 0 || track.segments.empty()) return broken(name + " has no content");
    if (track.segments.size() > kMaxManifestSegments) return broken(name + " has too many segments");
    std::uint64_t at = track.initSize;
    for (const ManifestSegment& segment : track.segments) {
        if (segment.offset != at || segment.size == 0 || segment.size > track.file.size)
            return broken(name + " has a gap or an overlap at byte " + std::to_string(at));
        at += segment.size;
        if (at > track.file.size) return broken(name + " has segments behind the end of its file");
    }
    if (at != track.file.size) return broken(name + " has bytes that no digest covers");
    return {};
}

Status checkText(const ManifestText& text) {
    if (!isWord(text.label)) return broken("a text track's label is not a word");
    const std::string name = "text track " + text.label;
    if (!isLanguageTag(text.language)) return broken(name + " has no language");
    if (!isPlainTitle(text.title)) return broken(name + " has a title that is not plain");
    if (text.file.size > kMaxTextTrackBytes) return broken(name + " is too long");
    return {};
}

Status checkTier(const ManifestTier& tier) {
    if (!isWord(tier.name)) return broken("a tier's name is not a word");
    const std::string name = "tier " + tier.name;
    const std::size_t n = tier.nodes.size();
    if (n == 0 || n > kMaxManifestNodes) return broken(name + " has no key nodes, or too many");
    if (tier.threshold == 0 || tier.threshold > n)
        return broken(name + " asks for more shares than there are nodes");
    if (tier.shares.size() != n) return broken(name + " has not one share for each node");
    if (!crypto::isSuite(tier.suite)) return broken(name + " is sealed with a suite that nobody knows");
    std::set<crypto::PublicKey> signers;
    for (std::size_t i = 0; i < n; ++i) {
        if (tier.shares[i].x != i + 1) return broken(name + " has its shares out of order");
        if (tier.shares[i].sealed.empty()) return broken(name + " has an empty share");
        if (tier.nodes[i].xwingKeyId.has_value() != (tier.suite == crypto::kSuiteHybrid))
            return broken(name + " names keys of another suite than its own");
        if (!signers.insert(tier.nodes[i].signingKey).second) return broken(name + " names a key node twice");
        if (tier.nodes[i].url.size() > kMaxUrl || tier.nodes[i].name.size() > kMaxName)
            return broken(name + " has a key node with too long a name");
    }
    if (tier.secretCommitment == crypto::Digest{})
        return broken(name + " has no commitment to its secret, so a wrong one could not be recognised");
    return {};
}

}  // namespace

namespace {

Status checkTags(const std::vector<std::string>& tags) {
    if (tags.size() > kMaxManifestTags) return broken("it has too many tags");
    std::set<std::string> seen;
    for (const std::string& tag : tags) {
        if (tag.empty() || tag.size() > kMaxManifestTagBytes || !isPlainTitle(tag))
            return broken("a tag is empty, too long or not plain");
        if (!seen.insert(tag).second) return broken("it has a tag twice");
    }
    return {};
}

}  // namespace

Status checkManifest(const Manifest& manifest) {
    if (manifest.title.empty() || manifest.title.size() > kMaxTitle)
        return broken("it has no title, or too long a one");
    if (manifest.description.size() > kMaxDescription) return broken("its description is too long");
    KEYREEL_CHECK(checkTags(manifest.tags));
    if (manifest.creatorName.size() > kMaxName) return broken("its creator's name is too long");
    if (manifest.created < 0) return broken("its time is before 1970");
    if (manifest.tracks.empty() || manifest.tracks.size() > kMaxManifestTracks)
        return broken("it has no tracks, or too many");
    if (manifest.tiers.empty() || manifest.tiers.size() > kMaxManifestTiers)
        return broken("it has no tiers, or too many");
    if (manifest.documents.size() > kMaxManifestDocuments) return broken("it has too many documents");

    std::set<std::string> tiers;
    for (const ManifestTier& tier : manifest.tiers) {
        KEYREEL_CHECK(checkTier(tier));
        if (!tiers.insert(tier.name).second) return broken("two tiers are called " + tier.name);
    }
    std::set<std::string> names;
    std::set<std::string> labels;
    bool video = false;
    for (const ManifestTrack& track : manifest.tracks) {
        KEYREEL_CHECK(checkTrack(track));
        KEYREEL_CHECK(checkFile(track.file, names));
        if (!labels.insert(track.label).second) return broken("two tracks are called " + track.label);
        if (tiers.count(track.tier) == 0)
            return broken("track " + track.label + " belongs to a tier that is not there");
        video |= track.kind == ManifestTrack::Kind::Video;
    }
    if (!video) return broken("it has no video track");
    if (manifest.texts.size() > media::kMaxTextTracks) return broken("it has too many text tracks");
    bool textDefault = false;
    for (const ManifestText& text : manifest.texts) {
        KEYREEL_CHECK(checkText(text));
        KEYREEL_CHECK(checkWholeFile(text.file, names));
        if (!labels.insert(text.label).second) return broken("two tracks are called " + text.label);
        if (text.isDefault && std::exchange(textDefault, true))
            return broken("two text tracks want to be shown first");
    }
    bool preview = false;
    for (const ManifestFile& file : manifest.documents) {
        KEYREEL_CHECK(checkWholeFile(file, names));
        if (!previewSeconds(file.name)) continue;
        if (file.size > kMaxPreviewBytes) return broken("its preview is too large");
        if (std::exchange(preview, true)) return broken("it has two previews");
    }
    if (const Status chapters = media::checkChapters(manifest.chapters); !chapters)
        return broken("of its chapters: " + chapters.error().what);
    if (!manifest.chapters.empty() && manifest.chapters.back().startMs >= manifest.durationMs)
        return broken("a chapter begins at its end or later");
    if (manifest.cover) {
        KEYREEL_CHECK(checkWholeFile(manifest.cover->file, names));
        if (manifest.cover->mediaType != "image/jpeg" && manifest.cover->mediaType != "image/png")
            return broken("its cover is neither JPEG nor PNG");
    }
    return {};
}

}  // namespace keyreel::package
