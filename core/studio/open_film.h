#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/byte_source.h"
#include "core/base/result.h"
#include "core/package/manifest.h"
#include "core/studio/picture_ladder.h"
#include "core/studio/session.h"
#include "core/studio/verified_source.h"

namespace keyreel::studio {

/// What one key node did for an opening.
struct NodeOutcome {
    std::string name;
    std::string url;
    std::string code;  ///< "released", "not_needed", a refusal code of the protocol, or a transport error.
    double milliseconds = 0;
    std::string
        witness;  ///< How the rights log that it was shown stands to ours: rights::toText(), or why not.
    std::string keyAgreement;  ///< Of its TLS connection, for example "X25519MLKEM768"; empty: none was made.
};

/// How a film was opened: shown to people, and kept as a record.
struct OpenReport {
    std::vector<NodeOutcome> nodes;
    unsigned threshold = 0;
    std::uint16_t suite = 1;          ///< By which the shares were sealed, to the nodes and back.
    std::string gatewayKeyAgreement;  ///< Of the gateway's TLS connection.
    double rightsMs = 0;              ///< Manifest and rights log fetched and verified.
    double capabilityMs = 0;          ///< The gateway's pass.
    double sharesMs = 0;              ///< From asking the nodes to the key.
    double totalMs = 0;
    std::string proof;  ///< Under which name the proof of release is kept (kept_proofs.h).
};

struct OpenedTrack {
    package::ManifestTrack::Kind kind = package::ManifestTrack::Kind::Video;
    std::string label;
    std::string language;
    /// The clear bytes of the track's MP4 file, decrypted in memory as they are read.
    std::shared_ptr<ByteSource> clear;
    /// The same bytes once more, for thumbnails: read on another thread than `clear`, and without fetching
    /// ahead. Only of pictures.
    std::shared_ptr<ByteSource> aside;
};

/// A text track of an opened film. `read` fetches it whole into memory, holds it to the digest that its
/// maker signed, and gives its cues; for another thread than the GUI's. Codes: `part_changed`, those of
/// package::readTextCues(), transport.
struct OpenedText {
    package::ManifestText about;
    std::function<Result<std::vector<media::TextCue>>(const std::stop_token& stop)> read;
};

/// A film that may be played now. Keys live inside its sources and are wiped with them.
class OpenedFilm {
public:
    package::Manifest manifest;
    std::vector<OpenedTrack> tracks;  ///< In the order of the manifest; of its pictures the highest alone.
    /// All of its pictures, when there are several; the one in `tracks` is one of them.
    std::shared_ptr<PictureLadder> ladder;
    std::vector<OpenedText> texts;
    OpenReport report;
    /// The parts that were found changed so far. Any thread.
    std::function<std::vector<PartFault>()> faults;
    /// Lets reads that wait for the network fail at once; call before dropping a film that is being read.
    std::function<void()> interrupt;
};

/// What a film says about itself before anyone asks for keys: from the signed manifest, checked against the
/// rights log.
struct FilmFacts {
    package::Manifest manifest;
    Bytes cover;             ///< JPEG or PNG, checked; empty when there is none.
    std::string creatorKey;  ///< did:key
    bool mine = false;
    bool unpublished = false;       ///< Out of the catalogue; only who has an access is told more.
    bool granted = false;           ///< Whether this account may open it, by the log as the gateway shows it.
    std::uint32_t offlineDays = 0;  ///< For how long its maker lets a device keep it; 0: not at all.
    std::string price;              ///< Canonical decimal (rights/price.h); empty when it is not sold.
    std::string currency;
};

/// Steps of an opening, for the panel: "rights", "capability", "shares", "parts". Called on the operation's
/// thread.
using OpenSink = std::function<void(std::string_view step, const OpenReport& soFar)>;

/// Fetches and verifies a film's manifest: mint in the log, signed head, inclusion, creator's signature, CID.
/// Codes: `asset_unknown`, `asset_unpublished`, `manifest_*`, `log_*`, transport.
Result<FilmFacts> describeFilm(const Session& session, const Link& link, std::stop_token stop);

/// Opens a film: pass from the gateway, shares from any t nodes, commitments checked, sources prepared. The
/// record of the opening is on the disk before a key is used: no record, no key. When too few nodes release,
/// the error carries the most telling refusal and `report` says what each node did. Codes: `no_access`,
/// `device_revoked`, `device_unknown`, `too_few_nodes`, ..., those of describeFilm().
Result<OpenedFilm> openFilm(const Session& session, const Link& link, std::stop_token stop,
                            const OpenSink& sink = {}, OpenReport* report = nullptr);

}  // namespace keyreel::studio
