#pragma once

#include <functional>
#include <stop_token>
#include <string_view>

#include "core/custody/asset_secret.h"
#include "core/studio/open_film.h"
#include "core/studio/verified_source.h"

namespace keyreel::studio {

/// A film's key with what was signed for it; the record of it is on the disk already.
struct FilmKey {
    package::Manifest manifest;
    custody::AssetSecret secret;
    crypto::Digest proofId{};  ///< Of the proof that is kept under `OpenReport::proof`.
};

/// The part of openFilm() up to the key: rights, pass, shares, comparison of witnesses, proof, record.
/// `purpose`: rights::kPurposePlay or kPurposeOffline. Codes: those of openFilm().
Result<FilmKey> recoverFilmKey(const Session& session, const Link& link, std::string_view purpose,
                               std::stop_token stop, const OpenSink& sink, OpenReport& report);

/// Where the ciphertext of a track comes from.
using TrackFetch = std::function<RangeFetch(const package::ManifestTrack& track)>;

/// Where the bytes of a clear file come from.
using FileFetch = std::function<RangeFetch(const package::ManifestFile& file)>;

/// What is played of a film: one of its pictures (Session::maxHeight; the lowest when all are higher) and all
/// of its sound, in the manifest's order.
std::vector<package::ManifestTrack> playedTracks(const package::Manifest& manifest, std::uint32_t maxHeight);

/// The part of openFilm() after the key: verified parts below, decryption in memory above, of playedTracks().
/// Without `texts` the film has no text tracks. Of several pictures that may be played (`maxHeight`), are cut
/// alike and open with this secret, there is a ladder; it is fetched from where `fetch` says when it is
/// played.
Result<OpenedFilm> assembleFilm(package::Manifest manifest, const custody::AssetSecret& secret,
                                const TrackFetch& fetch, const FileFetch& texts = {},
                                std::uint32_t maxHeight = 0, bool withLadder = false);

}  // namespace keyreel::studio
