#include "core/package/manifest.h"

#include <algorithm>

#include <cmath>

#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/package/manifest_rules.h"

namespace keyreel::package {
namespace {

constexpr std::size_t kMaxSealed = 2048;

cbor::Value encodeFile(const ManifestFile& file) {
    cbor::Value out = cbor::Value::map();
    out.put("name", cbor::Value::text(file.name));
    out.put("size", cbor::Value::uint(file.size));
    if (file.digest) out.put("sha256", cbor::Value::bytes(*file.digest));
    if (!file.cid.empty()) out.put("cid", cbor::Value::text(file.cid));
    return out;
}

Result<ManifestFile> decodeFile(const cbor::Value& value) {
    cbor::MapReader reader(value, "file");
    ManifestFile file;
    KEYREEL_TRY(file.name, reader.text("name", kMaxName));
    KEYREEL_TRY(file.size, reader.uint("size"));
    if (reader.has("sha256")) {
        KEYREEL_TRY(file.digest, reader.byteArray<32>("sha256"));
    }
    if (reader.has("cid")) {
        KEYREEL_TRY(file.cid, reader.text("cid", kMaxCid));
        // Absent is the only way to say that there is none, so that one manifest has one encoding.
        if (file.cid.empty()) return fail("manifest_malformed", "A file has an empty CID.");
    }
    KEYREEL_CHECK(reader.finish());
    return file;
}

/// Absent is the only way to say that there is none.
Result<std::string> decodeTitle(cbor::MapReader& reader) {
    if (!reader.has("title")) return std::string();
    KEYREEL_TRY(std::string title, reader.text("title", kMaxTrackTitle));
    if (title.empty()) return fail("manifest_malformed", "A track has an empty title.");
    return title;
}

cbor::Value encodeText(const ManifestText& text) {
    cbor::Value out = cbor::Value::map();
    out.put("label", cbor::Value::text(text.label));
    out.put("form", cbor::Value::uint(static_cast<std::uint64_t>(text.form)));
    out.put("role", cbor::Value::uint(static_cast<std::uint64_t>(text.role)));
    out.put("language", cbor::Value::text(text.language));
    if (!text.title.empty()) out.put("title", cbor::Value::text(text.title));
    out.put("default", cbor::Value::boolean(text.isDefault));
    out.put("file", encodeFile(text.file));
    return out;
}

Result<ManifestText> decodeText(const cbor::Value& value) {
    cbor::MapReader reader(value, "text");
    ManifestText text;
    KEYREEL_TRY(text.label, reader.text("label", kMaxWord));
    KEYREEL_TRY(const std::uint64_t form,
                reader.uint("form", static_cast<std::uint64_t>(media::TextForm::Ttml)));
    KEYREEL_TRY(const std::uint64_t role,
                reader.uint("role", static_cast<std::uint64_t>(media::TextRole::Description)));
    if (form == 0 || role == 0) return fail("manifest_malformed", "A text track has no form or no role.");
    text.form = static_cast<media::TextForm>(form);
    text.role = static_cast<media::TextRole>(role);
    KEYREEL_TRY(text.language, reader.text("language", kMaxWord));
    KEYREEL_TRY(text.title, decodeTitle(reader));
    KEYREEL_TRY(text.isDefault, reader.boolean("default"));
    KEYREEL_TRY(const cbor::Value* file, reader.value("file"));
    KEYREEL_TRY(text.file, decodeFile(*file));
    KEYREEL_CHECK(reader.finish());
    return text;
}

cbor::Value encodeTrack(const ManifestTrack& track) {
    cbor::Value segments = cbor::Value::array();
    for (const ManifestSegment& segment : track.segments)
        segments.add(
            cbor::Value::array({cbor::Value::uint(segment.offset), cbor::Value::uint(segment.size),
                                cbor::Value::uint(segment.durationMs), cbor::Value::bytes(segment.digest)}));
    cbor::Value out = cbor::Value::map();
    out.put("kind", cbor::Value::uint(static_cast<std::uint64_t>(track.kind)));
    out.put("label", cbor::Value::text(track.label));
    out.put("tier", cbor::Value::text(track.tier));
    out.put("kid", cbor::Value::bytes(track.keyId));
    out.put("codecs", cbor::Value::text(track.codecs));
    if (track.kind == ManifestTrack::Kind::Video) {
        out.put("width", cbor::Value::uint(track.width));
        out.put("height", cbor::Value::uint(track.height));
    } else {
        out.put("channels", cbor::Value::uint(track.channels));
    }
    out.put("language", cbor::Value::text(track.language));
    if (!track.title.empty()) out.put("title", cbor::Value::text(track.title));
    if (track.role != media::AudioRole::Programme)
        out.put("role", cbor::Value::uint(static_cast<std::uint64_t>(track.role)));
    out.put("bitrate", cbor::Value::uint(track.bitrate));
    out.put("file", encodeFile(track.file));
    out.put("initSize", cbor::Value::uint(track.initSize));
    out.put("initSha256", cbor::Value::bytes(track.initDigest));
    out.put("segments", std::move(segments));
    return out;
}

Result<ManifestSegment> decodeSegment(const cbor::Value& value) {
    KEYREEL_TRY(const auto* fields, value.asArray(4));
    ManifestSegment segment;
    KEYREEL_TRY(segment.offset, (*fields)[0].asUint());
    KEYREEL_TRY(segment.size, (*fields)[1].asUint());
    KEYREEL_TRY(const std::uint64_t duration, (*fields)[2].asUint());
    if (duration > UINT32_MAX) return fail("manifest_malformed", "A segment's duration is out of range.");
    segment.durationMs = static_cast<std::uint32_t>(duration);
    KEYREEL_TRY(segment.digest, (*fields)[3].asByteArray<32>());
    return segment;
}

Result<ManifestTrack> decodeTrack(const cbor::Value& value) {
    cbor::MapReader reader(value, "track");
    ManifestTrack track;
    KEYREEL_TRY(const std::uint64_t kind, reader.uint("kind", 2));
    if (kind == 0) return fail("manifest_malformed", "A track is neither video nor audio.");
    track.kind = static_cast<ManifestTrack::Kind>(kind);
    KEYREEL_TRY(track.label, reader.text("label", kMaxWord));
    KEYREEL_TRY(track.tier, reader.text("tier", kMaxWord));
    KEYREEL_TRY(track.keyId, reader.byteArray<16>("kid"));
    KEYREEL_TRY(track.codecs, reader.text("codecs", kMaxWord));
    if (track.kind == ManifestTrack::Kind::Video) {
        KEYREEL_TRY(const std::uint64_t width, reader.uint("width", UINT16_MAX));
        KEYREEL_TRY(const std::uint64_t height, reader.uint("height", UINT16_MAX));
        track.width = static_cast<std::uint32_t>(width);
        track.height = static_cast<std::uint32_t>(height);
    } else {
        KEYREEL_TRY(const std::uint64_t channels, reader.uint("channels", 255));
        track.channels = static_cast<std::uint32_t>(channels);
    }
    KEYREEL_TRY(track.language, reader.text("language", kMaxWord));
    KEYREEL_TRY(track.title, decodeTitle(reader));
    if (reader.has("role")) {
        KEYREEL_TRY(const std::uint64_t role,
                    reader.uint("role", static_cast<std::uint64_t>(media::AudioRole::Intelligible)));
        if (role <= static_cast<std::uint64_t>(media::AudioRole::Programme))
            return fail("manifest_malformed", "A track states a role that it would have without.");
        track.role = static_cast<media::AudioRole>(role);
    }
    KEYREEL_TRY(track.bitrate, reader.uint("bitrate"));
    KEYREEL_TRY(const cbor::Value* file, reader.value("file"));
    KEYREEL_TRY(track.file, decodeFile(*file));
    KEYREEL_TRY(track.initSize, reader.uint("initSize"));
    KEYREEL_TRY(track.initDigest, reader.byteArray<32>("initSha256"));
    KEYREEL_TRY(const auto* segments, reader.array("segments", kMaxManifestSegments));
    track.segments.reserve(segments->size());
    for (const cbor::Value& entry : *segments) {
        KEYREEL_TRY(const ManifestSegment segment, decodeSegment(entry));
        track.segments.push_back(segment);
    }
    KEYREEL_CHECK(reader.finish());
    return track;
}

cbor::Value encodeTier(const ManifestTier& tier) {
    cbor::Value nodes = cbor::Value::array();
    for (const ManifestNode& node : tier.nodes) {
        cbor::Value value = cbor::Value::map();
        value.put("signingKey", cbor::Value::bytes(node.signingKey))
            .put("hpkeKey", cbor::Value::bytes(node.hpkeKey))
            .put("url", cbor::Value::text(node.url))
            .put("name", cbor::Value::text(node.name));
        if (node.xwingKeyId) value.put("xwingKeyId", cbor::Value::bytes(*node.xwingKeyId));
        nodes.add(std::move(value));
    }
    cbor::Value shares = cbor::Value::array();
    for (const ManifestShare& share : tier.shares)
        shares.add(cbor::Value::map()
                       .put("x", cbor::Value::uint(share.x))
                       .put("commitment", cbor::Value::bytes(share.commitment))
                       .put("sealed", cbor::Value::bytes(share.sealed)));
    cbor::Value out = cbor::Value::map();
    out.put("name", cbor::Value::text(tier.name));
    out.put("threshold", cbor::Value::uint(tier.threshold));
    out.put("nodeSetId", cbor::Value::bytes(tier.nodeSetId));
    out.put("nodes", std::move(nodes));
    out.put("secretCommitment", cbor::Value::bytes(tier.secretCommitment));
    out.put("shares", std::move(shares));
    if (tier.suite != 1) out.put("suite", cbor::Value::uint(tier.suite));
    return out;
}

Result<ManifestNode> decodeNode(const cbor::Value& value) {
    cbor::MapReader reader(value, "node");
    ManifestNode node;
    KEYREEL_TRY(node.signingKey, reader.byteArray<32>("signingKey"));
    KEYREEL_TRY(node.hpkeKey, reader.byteArray<32>("hpkeKey"));
    KEYREEL_TRY(node.url, reader.text("url", kMaxUrl));
    KEYREEL_TRY(node.name, reader.text("name", kMaxName));
    if (reader.has("xwingKeyId")) {
        KEYREEL_TRY(node.xwingKeyId, reader.byteArray<32>("xwingKeyId"));
    }
    KEYREEL_CHECK(reader.finish());
    return node;
}

Result<ManifestShare> decodeShare(const cbor::Value& value) {
    cbor::MapReader reader(value, "share");
    ManifestShare share;
    KEYREEL_TRY(const std::uint64_t x, reader.uint("x", 255));
    share.x = static_cast<std::uint8_t>(x);
    KEYREEL_TRY(share.commitment, reader.byteArray<32>("commitment"));
    KEYREEL_TRY(share.sealed, reader.bytesUpTo("sealed", kMaxSealed));
    KEYREEL_CHECK(reader.finish());
    return share;
}

Result<ManifestTier> decodeTier(const cbor::Value& value) {
    cbor::MapReader reader(value, "tier");
    ManifestTier tier;
    KEYREEL_TRY(tier.name, reader.text("name", kMaxWord));
    KEYREEL_TRY(const std::uint64_t threshold, reader.uint("threshold", 255));
    tier.threshold = static_cast<std::uint32_t>(threshold);
    KEYREEL_TRY(tier.nodeSetId, reader.byteArray<32>("nodeSetId"));
    KEYREEL_TRY(const auto* nodes, reader.array("nodes", kMaxManifestNodes));
    for (const cbor::Value& entry : *nodes) {
        KEYREEL_TRY(ManifestNode node, decodeNode(entry));
        tier.nodes.push_back(std::move(node));
    }
    KEYREEL_TRY(tier.secretCommitment, reader.byteArray<32>("secretCommitment"));
    KEYREEL_TRY(const auto* shares, reader.array("shares", kMaxManifestNodes));
    for (const cbor::Value& entry : *shares) {
        KEYREEL_TRY(ManifestShare share, decodeShare(entry));
        tier.shares.push_back(std::move(share));
    }
    if (reader.has("suite")) {
        KEYREEL_TRY(const std::uint64_t suite, reader.uint("suite", 0xFFFF));
        if (suite == 1)
            return fail("manifest_malformed", "A tier states the suite that it would have without.");
        tier.suite = static_cast<std::uint16_t>(suite);
    }
    KEYREEL_CHECK(reader.finish());
    return tier;
}

cbor::Value encodeManifest(const Manifest& manifest) {
    cbor::Value tracks = cbor::Value::array();
    for (const ManifestTrack& track : manifest.tracks)
        tracks.add(encodeTrack(track));
    cbor::Value documents = cbor::Value::array();
    for (const ManifestFile& file : manifest.documents)
        documents.add(encodeFile(file));
    cbor::Value tiers = cbor::Value::array();
    for (const ManifestTier& tier : manifest.tiers)
        tiers.add(encodeTier(tier));
    cbor::Value out = cbor::Value::map();
    out.put("contentId", cbor::Value::bytes(manifest.contentId));
    out.put("title", cbor::Value::text(manifest.title));
    out.put("description", cbor::Value::text(manifest.description));
    if (!manifest.tags.empty()) {
        cbor::Value tags = cbor::Value::array();
        for (const std::string& tag : manifest.tags)
            tags.add(cbor::Value::text(tag));
        out.put("tags", std::move(tags));
    }
    out.put("creatorName", cbor::Value::text(manifest.creatorName));
    out.put("durationMs", cbor::Value::uint(manifest.durationMs));
    out.put("created", cbor::Value::integer(manifest.created));
    out.put("access", cbor::Value::uint(static_cast<std::uint64_t>(manifest.access)));
    out.put("grantedOnly", cbor::Value::boolean(manifest.grantedOnly));
    out.put("policyDigest", cbor::Value::bytes(manifest.policyDigest));
    out.put("tracks", std::move(tracks));
    if (!manifest.texts.empty()) {
        cbor::Value texts = cbor::Value::array();
        for (const ManifestText& text : manifest.texts)
            texts.add(encodeText(text));
        out.put("texts", std::move(texts));
    }
    out.put("documents", std::move(documents));
    if (manifest.cover)
        out.put("cover", cbor::Value::map()
                             .put("file", encodeFile(manifest.cover->file))
                             .put("type", cbor::Value::text(manifest.cover->mediaType)));
    if (!manifest.chapters.empty()) {
        cbor::Value chapters = cbor::Value::array();
        for (const media::Chapter& chapter : manifest.chapters)
            chapters.add(
                cbor::Value::array({cbor::Value::uint(chapter.startMs), cbor::Value::text(chapter.title)}));
        out.put("chapters", std::move(chapters));
    }
    out.put("tiers", std::move(tiers));
    return cbor::Value::array({cbor::Value::text(kManifestDomain), std::move(out)});
}

Result<Manifest> decodeManifest(const cbor::Value& value) {
    KEYREEL_TRY(const auto* parts, value.asArray(2));
    KEYREEL_TRY(const std::string domain, (*parts)[0].asText());
    if (domain != kManifestDomain)
        return fail("manifest_malformed", "This is signed, but it is not a manifest that this version knows.",
                    "Update Keyreel.");
    cbor::MapReader reader((*parts)[1], "manifest");
    Manifest manifest;
    KEYREEL_TRY(manifest.contentId, reader.byteArray<16>("contentId"));
    KEYREEL_TRY(manifest.title, reader.text("title", kMaxTitle));
    KEYREEL_TRY(manifest.description, reader.text("description", kMaxDescription));
    if (reader.has("tags")) {
        KEYREEL_TRY(const auto* tags, reader.array("tags", kMaxManifestTags));
        if (tags->empty()) return fail("manifest_malformed", "The list of tags is empty.");
        for (const cbor::Value& entry : *tags) {
            KEYREEL_TRY(std::string tag, entry.asText());
            manifest.tags.push_back(std::move(tag));
        }
    }
    KEYREEL_TRY(manifest.creatorName, reader.text("creatorName", kMaxName));
    KEYREEL_TRY(manifest.durationMs, reader.uint("durationMs"));
    KEYREEL_TRY(manifest.created, reader.integer("created"));
    KEYREEL_TRY(const std::uint64_t access, reader.uint("access", 2));
    manifest.access = static_cast<AccessMethod>(access);
    KEYREEL_TRY(manifest.grantedOnly, reader.boolean("grantedOnly"));
    KEYREEL_TRY(manifest.policyDigest, reader.byteArray<32>("policyDigest"));
    KEYREEL_TRY(const auto* tracks, reader.array("tracks", kMaxManifestTracks));
    for (const cbor::Value& entry : *tracks) {
        KEYREEL_TRY(ManifestTrack track, decodeTrack(entry));
        manifest.tracks.push_back(std::move(track));
    }
    if (reader.has("texts")) {
        KEYREEL_TRY(const auto* texts, reader.array("texts", media::kMaxTextTracks));
        if (texts->empty()) return fail("manifest_malformed", "The list of text tracks is empty.");
        for (const cbor::Value& entry : *texts) {
            KEYREEL_TRY(ManifestText text, decodeText(entry));
            manifest.texts.push_back(std::move(text));
        }
    }
    KEYREEL_TRY(const auto* documents, reader.array("documents", kMaxManifestDocuments));
    for (const cbor::Value& entry : *documents) {
        KEYREEL_TRY(ManifestFile file, decodeFile(entry));
        manifest.documents.push_back(std::move(file));
    }
    if (reader.has("cover")) {
        KEYREEL_TRY(const cbor::Value* entry, reader.value("cover"));
        cbor::MapReader coverReader(*entry, "cover");
        ManifestCover cover;
        KEYREEL_TRY(const cbor::Value* file, coverReader.value("file"));
        KEYREEL_TRY(cover.file, decodeFile(*file));
        KEYREEL_TRY(cover.mediaType, coverReader.text("type", kMaxWord));
        KEYREEL_CHECK(coverReader.finish());
        manifest.cover = std::move(cover);
    }
    if (reader.has("chapters")) {
        KEYREEL_TRY(const auto* chapters, reader.array("chapters", media::kMaxChapters));
        if (chapters->empty()) return fail("manifest_malformed", "The list of chapters is empty.");
        for (const cbor::Value& entry : *chapters) {
            KEYREEL_TRY(const auto* fields, entry.asArray(2));
            media::Chapter chapter;
            KEYREEL_TRY(chapter.startMs, (*fields)[0].asUint());
            KEYREEL_TRY(chapter.title, (*fields)[1].asText());
            manifest.chapters.push_back(std::move(chapter));
        }
    }
    KEYREEL_TRY(const auto* tiers, reader.array("tiers", kMaxManifestTiers));
    for (const cbor::Value& entry : *tiers) {
        KEYREEL_TRY(ManifestTier tier, decodeTier(entry));
        manifest.tiers.push_back(std::move(tier));
    }
    KEYREEL_CHECK(reader.finish());
    return manifest;
}

tl::unexpected<Error> tooLarge() {
    return fail("manifest_too_large", "The manifest has more than 16 MiB.");
}

}  // namespace

Result<Bytes> signManifest(const Manifest& manifest, const crypto::SigningKey& creator) {
    KEYREEL_CHECK(checkManifest(manifest));
    const Bytes payload = cbor::encode(encodeManifest(manifest));
    Bytes out = crypto::coseSign1(creator, payload);
    if (out.size() > kMaxManifestBytes) return tooLarge();
    return out;
}

Result<Manifest> verifyManifest(ByteView bytes, const crypto::PublicKey& creator) {
    if (bytes.size() > kMaxManifestBytes) return tooLarge();
    const Result<crypto::CoseSign1> message = crypto::coseVerify1(bytes, &creator);
    if (!message) {
        if (message.error().code == "cose_malformed") return fail("manifest_malformed", message.error().what);
        return fail(
            "manifest_signature", "The manifest is not signed by the creator of this asset.",
            "Do not open it. Fetch it again, and ask the creator for the link if that does not help.");
    }
    const Result<cbor::Value> value = cbor::decode(message->payload);
    if (!value) return fail("manifest_malformed", value.error().what);
    Result<Manifest> manifest = decodeManifest(*value);
    if (!manifest) {
        Error error = manifest.error();
        error.code = "manifest_malformed";
        return tl::unexpected<Error>(std::move(error));
    }
    KEYREEL_CHECK(checkManifest(*manifest));
    manifest->creator = creator;
    return manifest;
}

Result<Manifest> describePackage(const Package& package, const std::string& tier) {
    if (!package.digested)
        return fail("request_invalid", "The package was made without digests, which a manifest states.",
                    "Package the film again, with digests.");
    const bool split =
        std::any_of(package.tracks.begin(), package.tracks.end(), [](const PackagedTrack& track) {
            return !track.segments.empty() && !track.segments.front().file.empty();
        });
    if (split)
        return fail("request_invalid",
                    "The package has its segments in files of their own; a manifest has one file per track.",
                    "Package the film without segment files.");
    if (!package.trickTracks.empty())
        return fail("request_invalid", "The package has a trick-play track, which a manifest cannot name.",
                    "Package the film without it.");
    Manifest manifest;
    manifest.durationMs = static_cast<std::uint64_t>(std::llround(package.durationSeconds * 1000.0));
    for (std::size_t i = 0; i < package.files.size(); ++i) {
        const PackagedFile& file = package.files[i];
        const ManifestFile described{file.name, file.size, file.digest, {}};
        if (i >= package.tracks.size()) {
            const auto text = std::find_if(package.texts.begin(), package.texts.end(),
                                           [&](const auto& each) { return each.fileName == file.name; });
            if (text == package.texts.end())
                manifest.documents.push_back(described);
            else
                manifest.texts.push_back({text->label, text->form, text->role, text->language, text->title,
                                          text->isDefault, described});
            continue;
        }
        const PackagedTrack& from = package.tracks[i];
        ManifestTrack track;
        const bool video = from.description.kind == media::TrackKind::Video;
        track.kind = video ? ManifestTrack::Kind::Video : ManifestTrack::Kind::Audio;
        track.label = from.label;
        track.tier = tier;
        track.keyId = from.keyId;
        track.codecs = from.codecs;
        track.width = video ? from.description.width : 0;
        track.height = video ? from.description.height : 0;
        track.channels = video ? 0 : from.description.channels;
        track.language = from.description.language;
        if (!video) {
            track.title = from.description.title;
            track.role = from.description.role;
        }
        track.bitrate = from.averageBitrate;
        track.file = described;
        track.initSize = from.init.size;
        track.initDigest = from.initDigest;
        for (const PackagedSegment& segment : from.segments)
            track.segments.push_back(
                {segment.range.offset, segment.range.size,
                 static_cast<std::uint32_t>(std::llround(segment.durationSeconds * 1000.0)), segment.digest});
        manifest.tracks.push_back(std::move(track));
    }
    return manifest;
}

}  // namespace keyreel::package
