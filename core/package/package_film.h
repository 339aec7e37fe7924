#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/cenc/keyreel_pssh.h"
#include "core/cenc/scheme.h"
#include "core/crypto/hash.h"
#include "core/media/sample_reader.h"
#include "core/media/text_track.h"
#include "core/media/thumbnails.h"
#include "core/media/workshop.h"

namespace keyreel::package {

/// The content key of one track.
struct TrackKey {
    cenc::KeyId keyId{};
    SecretBytes key;  ///< 16 bytes.
    /// Empty: chosen safely. Else the first IV of the only track under this key (8 bytes for cenc and cens,
    /// 16 for cbc1), or the constant IV of cbcs (16 bytes).
    Bytes iv{};
};

/// What a key is asked for. A source with one key per track needs the label only, and may take just that.
struct KeyQuery {
    std::string label;  ///< "video-720p", "audio-eng-1".
    bool video = false;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::size_t period = 0;  ///< Crypto period, from 0; always 0 without rotation.

    operator const std::string&() const { return label; }  // NOLINT(google-explicit-constructor)
};

/// Asked once per track and crypto period, before the track's first sample is written. The same key id may be
/// answered for several tracks; their IVs stay apart.
using KeySource = std::function<Result<TrackKey>(const KeyQuery& query)>;

/// For which systems key ids are wrapped into headers (pssh in moov, ContentProtection, EXT-X-KEY). Keyreel's
/// own header is written whenever PackageRequest::protectionHeader is there.
struct ProtectionSystems {
    bool common = true;  ///< W3C common box, which ClearKey players read.
    bool widevine = false;
    bool playReady = false;
};

/// When the content key changes: at the first fragment that begins at or behind a multiple of `seconds`, or
/// every `segments` fragments of the first track; at the same presentation time in all tracks. Both 0: never.
struct KeyRotation {
    double seconds = 0;
    std::size_t segments = 0;
    [[nodiscard]] bool any() const { return seconds > 0 || segments > 0; }
};

/// A file of subtitles to package, and what its own words do not say. What is left open is taken from the
/// file, or is a plain subtitle in an unknown language.
struct TextInput {
    std::filesystem::path file;
    std::string language{};  ///< BCP 47 or ISO 639-2/T.
    std::string title{};
    media::TextRole role = media::TextRole::Subtitle;
    bool isDefault = false;
};

/// Overrides what the source says about one of its sound tracks.
struct AudioNote {
    std::size_t number = 1;  ///< Among the sound tracks, from 1.
    std::optional<std::string> language{};
    std::optional<std::string> title{};
    std::optional<media::AudioRole> role{};
    bool makeDefault = false;  ///< This one instead of the first.
};

/// How a track's fragments are kept: in one file with an index (DASH on-demand profile), or each in a file of
/// its own under the track's folder (live profile), named by its number from 1 or by its time in ticks.
enum class SegmentFiles { None = 1, Number, Time };

struct PackageRequest {
    std::filesystem::path source;
    /// More films, of whose tracks the package has them all: only one may have a picture (see
    /// media::joinReaders, `reader.pictureOptional` is needed). AudioNote::number counts over all.
    std::vector<std::filesystem::path> moreSources;
    /// Receives the files; made when absent. The files of an older package are replaced, others left alone;
    /// `file_exists` or `output_is_source` when one of them has a name that is needed.
    std::filesystem::path folder;
    KeySource keyFor;
    /// Asked when every track has its keys, before anything of the film is written; its error ends packaging.
    std::function<Status()> whenKeysAreKnown;
    /// Says in each track which content, node set and policy it belongs to; without it only the common pssh
    /// box is written (packaging with explicit keys).
    std::optional<cenc::KeyreelPssh> protectionHeader;
    /// `protectionHeader` must name the same.
    cenc::Scheme scheme = cenc::Scheme::Cenc;
    /// Of pictures under cens and cbcs.
    cenc::Pattern pattern{1, 9};
    /// Fragments that begin before this stay clear, so that a player starts before it has a key. They are in
    /// a `seig` group with isProtected 0 (ISO/IEC 23001-7 section 8.2). A fragment that reaches further than
    /// two fragments' length behind this (a source with few key frames) is protected all the same.
    double clearLeadSeconds = 0;
    KeyRotation rotation;
    /// The headers of its crypto period in every fragment, too.
    bool psshInFragments = false;
    ProtectionSystems systems;
    std::vector<isobmff::Pssh> extraPssh;  ///< Of any other system, as they are, in every track.
    /// Key tags also in the multivariant playlist, so that players can fetch keys early.
    bool hlsSessionKeys = false;
    /// Adds a key tag with this URI: for FairPlay when it begins with skd://, else KEYFORMAT identity.
    std::string hlsKeyUri;
    /// Fragments begin at the first key frame at least this long after the last one.
    double fragmentSeconds = 4.0;
    SegmentFiles segmentFiles = SegmentFiles::None;
    /// SHA-256 of every segment and file, which a manifest needs. Without it packaging takes less than half
    /// the processor time, all digests of tracks are zero: describePackage() has no use for such a package.
    bool digests = true;
    /// With a ladder every picture is a track, cut where the first one is. `groupSeconds` is fragmentSeconds.
    media::ReaderOptions reader;
    /// Text tracks, from files and (embeddedText) from the film itself. They are packaged in the clear, as
    /// players want them: Common Encryption allows it, and the rest of the film does not depend on them.
    std::vector<TextInput> texts;
    bool embeddedText = false;
    std::vector<AudioNote> audio;
    /// A small picture every so many seconds on sheets of JPEG, for the time lines of players; 0: none. They
    /// are clear pictures of the film, which anybody sees without a key.
    double thumbnailSeconds = 0;
    /// The key frames of the (smallest) picture as a track of their own, "video-720p-trick", for players that
    /// wind through DASH. HLS has its key frames as byte ranges anyway.
    bool trickPlay = false;
    /// Reads the film in a process apart, as whoever holds keys wants for a stranger's file; without it this
    /// process reads it.
    std::shared_ptr<const media::Workshop> workshop;
};

/// A run of bytes of a track file.
struct ByteRange {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// One fragment: moof and mdat.
struct PackagedSegment {
    ByteRange range;
    std::string file;  ///< With segment files: "video-720p/1.m4s"; else empty, it is in the track's file.
    std::uint64_t startTicks = 0;     ///< Presentation time of its first sample, in the track's timescale.
    std::uint64_t durationTicks = 0;  ///< Up to the next one.
    std::uint64_t endTicks = 0;       ///< Where the last of its samples to be shown ends.
    double startSeconds = 0;
    double durationSeconds = 0;
    crypto::Digest digest{};  ///< SHA-256 of its bytes as stored (protected).
    /// moof up to the end of the first sample, when that is a key frame of a picture: what a player fetches
    /// to show one picture. Else 0.
    std::uint64_t keyFrameBytes = 0;
    bool clear = false;      ///< Of the clear lead.
    std::size_t period = 0;  ///< Crypto period, from 0.
};

struct PackagedTrack {
    std::string label;     ///< "video-720p", "audio-eng-1": what the key id is derived from.
    std::string fileName;  ///< label + ".mp4"; with segment files label + "/init.mp4".
    media::Track description;
    std::string codecs;                ///< RFC 6381, for example "avc1.64001f".
    cenc::KeyId keyId{};               ///< Of the first crypto period: default_KID.
    std::vector<cenc::KeyId> keyIds;   ///< Of all of them.
    std::uint64_t averageBitrate = 0;  ///< Bits per second.
    std::uint64_t peakBitrate = 0;     ///< Of the densest segment, bits per second.
    double durationSeconds = 0;
    std::uint64_t sampleCount = 0;
    std::string supplementalCodecs;  ///< Of Dolby Vision over pictures that others show: "dvh1.08.07".
    std::string supplementalBrand;   ///< How: "db1p".
    /// Of a trick-play track: the label of the track whose key frames it has, and how many times as fast a
    /// player may show it.
    std::string trickOf;
    std::uint64_t maxPlayoutRate = 0;

    /// Everything in front of the first segment (ftyp, moov, sidx, free), so that every byte of the file is
    /// covered by `initDigest` or a segment's digest.
    ByteRange init;
    crypto::Digest initDigest{};
    ByteRange initSegment;                  ///< ftyp and moov only: what MPD and HLS call initialization.
    ByteRange index;                        ///< sidx.
    std::vector<PackagedSegment> segments;  ///< In order, without gaps.
};

/// A text track as it was packaged, in the clear.
struct PackagedText {
    std::string label;     ///< "text-eng-1".
    std::string fileName;  ///< label + ".mp4".
    media::TextForm form = media::TextForm::WebVtt;
    media::TextRole role = media::TextRole::Subtitle;
    std::string language = "und";
    std::string title;
    bool isDefault = false;
    std::string codecs;  ///< "wvtt" or "stpp.ttml.im1t".
    std::uint32_t timescale = 1000;
    std::uint64_t averageBitrate = 0;
    std::uint64_t peakBitrate = 0;
    ByteRange initSegment;
    ByteRange index;
    std::vector<PackagedSegment> segments;  ///< At the times of the picture's; without digests.
    /// WebVTT also as text, which is what HLS players read: one document per segment, one behind the other.
    std::string sideFile;  ///< label + ".vtt", or empty.
    std::vector<ByteRange> sideSegments;
};

/// Sheets of small pictures as they were written, in the clear: "thumbnails-1.jpg", ...
struct PackagedThumbnails {
    media::ThumbnailPlan plan;
    std::vector<double> sheetSeconds;  ///< What each of them is for.
    std::uint64_t peakBitrate = 1;
};

struct PackagedFile {
    std::string name;  ///< In the package's folder.
    std::uint64_t size = 0;
    /// SHA-256 of the whole file; none for a track's file, whose parts have digests instead.
    std::optional<crypto::Digest> digest;
};

struct Package {
    std::filesystem::path folder;
    double durationSeconds = 0;
    bool digested = true;               ///< The digests of the tracks were made.
    std::vector<PackagedTrack> tracks;  ///< Video first.
    std::vector<PackagedTrack> trickTracks;
    std::vector<PackagedText> texts;
    std::optional<PackagedThumbnails> thumbnails;
    /// Text of the film that could not be carried, sound that a part of it has nothing of, and why.
    std::vector<std::string> leftOut;
    std::vector<std::string> remarks;  ///< media::SampleReader::remarks().
    /// Track files in the order of `tracks` (with segment files all of theirs), then those of trick play,
    /// text, thumbnails, stream.mpd and playlists.
    std::vector<PackagedFile> files;
    media::MediaInfo source;
};

/// Turns a film into protected CMAF track files (one per track), `stream.mpd`, `master.m3u8` and one media
/// playlist per track (no playlists under cens and cbc1, for which HLS has no method), in one pass, without
/// plaintext on the disk and with at most a few fragments in memory. Everything is written under temporary
/// names and renamed when whole; on any error or cancellation nothing of it is left. Progress counts bytes of
/// the source. Thread: any; up to two threads of its own write and digest fragments until it returns, and
/// call nobody. Codes: those of media::SampleReader, of media::Workshop and of the cenc room,
/// `request_invalid`, `ladder_misaligned` (the
/// pictures of a ladder cannot be cut at the same times), `disk_full`, `folder_unwritable`, `cancelled`.
Result<Package> packageFilm(const PackageRequest& request, std::stop_token stop = {},
                            const ProgressSink& progress = {});

/// The label of a track: "video-<height>p", "audio-<language>-<number among the audio tracks, from 1>".
std::string trackLabel(const media::Track& track, std::size_t audioNumber);

/// Whether `language` has the form of BCP 47 (parts of up to 8 letters or digits, the first of letters, 35
/// in all), and so may stand in a file name, an MPD (xs:language) and a playlist.
bool isLanguageTag(const std::string& language);

}  // namespace keyreel::package
