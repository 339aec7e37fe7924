#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hash.h"
#include "core/media/chapter.h"
#include "core/package/package_film.h"

namespace keyreel::package {

inline constexpr std::string_view kManifestDomain = "keyreel/manifest/v1";
/// Bounds of a manifest; more is refused when signing and when reading.
inline constexpr std::size_t kMaxManifestBytes = 16U << 20;
inline constexpr std::size_t kMaxManifestTracks = 64;
inline constexpr std::size_t kMaxManifestSegments = 65536;  ///< Per track.
/// Sheets of thumbnails are among them.
inline constexpr std::size_t kMaxManifestDocuments = 512;
inline constexpr std::size_t kMaxManifestTags = 16;
inline constexpr std::size_t kMaxManifestTagBytes = 64;
inline constexpr std::size_t kMaxManifestTiers = 8;
inline constexpr std::size_t kMaxManifestNodes = 16;  ///< Per tier: whoever opens asks all at once.

using ContentId = std::array<std::uint8_t, 16>;

/// One file of the asset.
struct ManifestFile {
    std::string name;  ///< 1 to 255 bytes, no path separators, not "." or "..".
    std::uint64_t size = 0;
    /// SHA-256 of the whole file. A track's file needs none: each of its parts has one.
    std::optional<crypto::Digest> digest;
    std::string cid;  ///< CIDv1 text; empty before the file was stored.
    friend bool operator==(const ManifestFile&, const ManifestFile&) = default;
};

struct ManifestSegment {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint32_t durationMs = 0;
    crypto::Digest digest{};
    friend bool operator==(const ManifestSegment&, const ManifestSegment&) = default;
};

struct ManifestTrack {
    enum class Kind { Video = 1, Audio = 2 };

    Kind kind = Kind::Video;
    std::string label;
    std::string tier;  ///< Name of the tier whose secret gives its key.
    cenc::KeyId keyId{};
    std::string codecs;
    std::uint32_t width = 0;                              ///< Video.
    std::uint32_t height = 0;                             ///< Video.
    std::uint32_t channels = 0;                           ///< Audio.
    std::string language;                                 ///< ISO 639-2/T.
    std::string title;                                    ///< Audio, as its author called it; may be empty.
    media::AudioRole role = media::AudioRole::Programme;  ///< Audio.
    std::uint64_t bitrate = 0;
    ManifestFile file;
    std::uint64_t initSize = 0;  ///< The first bytes of the file, up to the first segment.
    crypto::Digest initDigest{};
    /// In order; each begins where the one before ends and the last ends with the file.
    std::vector<ManifestSegment> segments;
    friend bool operator==(const ManifestTrack&, const ManifestTrack&) = default;
};

/// Subtitles, captions or descriptions: one clear file, read whole and held to its digest.
struct ManifestText {
    std::string label;
    media::TextForm form = media::TextForm::WebVtt;
    media::TextRole role = media::TextRole::Subtitle;
    std::string language;  ///< BCP 47 or ISO 639-2/T.
    std::string title;     ///< May be empty.
    bool isDefault = false;
    ManifestFile file;
    friend bool operator==(const ManifestText&, const ManifestText&) = default;
};

/// A picture or other clear file beside the tracks.
struct ManifestCover {
    ManifestFile file;
    std::string mediaType;  ///< "image/jpeg" or "image/png".
    friend bool operator==(const ManifestCover&, const ManifestCover&) = default;
};

struct ManifestNode {
    crypto::PublicKey signingKey{};
    std::array<std::uint8_t, 32> hpkeKey{};
    std::string url;
    std::string name;
    std::optional<crypto::Digest> xwingKeyId{};  ///< In a tier of suite 2, and only there.
    friend bool operator==(const ManifestNode&, const ManifestNode&) = default;
};

/// A share as the world may see it: committed to, and sealed to node x.
struct ManifestShare {
    std::uint8_t x = 0;  ///< 1 to n, the node's position plus 1.
    crypto::Digest commitment{};
    Bytes sealed;
    friend bool operator==(const ManifestShare&, const ManifestShare&) = default;
};

struct ManifestTier {
    std::string name;
    std::uint32_t threshold = 0;  ///< t, 1 to n.
    crypto::Digest nodeSetId{};
    std::vector<ManifestNode> nodes;    ///< n of them, in the order of the shares.
    crypto::Digest secretCommitment{};  ///< Mandatory: an asset without one cannot be opened safely.
    std::vector<ManifestShare> shares;  ///< x = 1, 2, ... n.
    std::uint16_t suite = 1;            ///< By which they are sealed (crypto/suites.h).
    friend bool operator==(const ManifestTier&, const ManifestTier&) = default;
};

/// Free to anyone, bought once, bought and sold on (numbers 0, 1, 2 of the rights record).
enum class AccessMethod { Free = 0, BuyOnce = 1, BuyAndResell = 2 };

/// What a creator states and signs about one asset: the layout and digest of every byte, and the commitments
/// that its keys are checked against. See README.md for the CBOR layout.
struct Manifest {
    ContentId contentId{};
    crypto::PublicKey creator{};  ///< The key that signs; set by signManifest and verifyManifest.
    std::string title;
    std::string description;
    std::vector<std::string> tags;  ///< Short plain text, none twice; the first is the category.
    std::string creatorName;
    std::uint64_t durationMs = 0;
    std::int64_t created = 0;  ///< Unix seconds.
    AccessMethod access = AccessMethod::Free;
    /// True when only accounts that the creator grants may open it (an access method without a price).
    bool grantedOnly = false;
    crypto::Digest policyDigest{};
    std::vector<ManifestTrack> tracks;
    std::vector<ManifestText> texts;
    std::vector<ManifestFile>
        documents;  ///< stream.mpd, the playlists, thumbnails, and text in the form that HLS wants.
    std::optional<ManifestCover> cover;
    std::vector<media::Chapter> chapters;  ///< All before the end; their titles are as public as the film's.
    std::vector<ManifestTier> tiers;
    friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// Encodes and signs. The same manifest gives the same bytes. Codes: `manifest_invalid` (a rule that a reader
/// would refuse, named), `manifest_too_large`.
Result<Bytes> signManifest(const Manifest& manifest, const crypto::SigningKey& creator);

/// Checks the signature by `creator`, the form, every bound and every cross reference (tracks name tiers,
/// segments cover their file, shares and nodes match, the secret commitment is there). Unknown fields are
/// refused. Codes: `manifest_too_large`, `manifest_signature` (another key or a changed byte),
/// `manifest_malformed`, `manifest_invalid`.
Result<Manifest> verifyManifest(ByteView bytes, const crypto::PublicKey& creator);

/// The layout part of a manifest from a package: tracks, documents and duration. All tracks go to tier
/// `tier`. Code `request_invalid`: the package was made without digests, or with segment files: a manifest
/// has one file per track.
Result<Manifest> describePackage(const Package& package, const std::string& tier);

}  // namespace keyreel::package
