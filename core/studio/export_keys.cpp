#include "core/studio/export_keys.h"

#include <algorithm>
#include <vector>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/package/cpix.h"
#include "core/studio/devices.h"
#include "core/studio/film_key.h"
#include "core/studio/own_film.h"

namespace keyreel::studio {
namespace {

/// One row for each key: a key of all pictures is for "VIDEO", else each is for its own track.
std::vector<package::UsedKey> keysOf(const FilmKey& film) {
    std::vector<package::UsedKey> keys;
    for (const auto& track : film.manifest.tracks) {
        const auto known = std::find_if(keys.begin(), keys.end(), [&](const package::UsedKey& each) {
            return each.key.keyId == track.keyId;
        });
        if (known != keys.end()) {
            known->label = track.kind == package::ManifestTrack::Kind::Video ? "VIDEO" : "AUDIO";
            continue;
        }
        package::UsedKey used;
        used.label = track.label;
        used.key.keyId = track.keyId;
        used.key.key = film.secret.contentKey(film.manifest.contentId, track.keyId);
        keys.push_back(std::move(used));
    }
    return keys;
}

}  // namespace

Result<std::size_t> exportKeys(const Session& session, const Link& link, const std::filesystem::path& file,
                               std::stop_token stop) {
    KEYREEL_CHECK(mustBeUnlocked(session));
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored)))
        return fail("file_exists", file.string() + " exists already and is left as it is.",
                    "Name another file for the keys.");
    KEYREEL_CHECK(ensureDeviceRegistered(session, stop));
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    KEYREEL_TRY(const auto record, ownFilm(session, link));
    OpenReport report;
    KEYREEL_TRY(const FilmKey film, recoverFilmKey(session, link, rights::kPurposePlay, stop, {}, report));
    if (film.manifest.tiers.size() != 1)
        return fail("keys_tiers", "The film has several keys; another program sealed it.",
                    "Export them with that program.");
    const std::vector<package::UsedKey> keys = keysOf(film);
    KEYREEL_TRY(const SecretBytes document, package::writeCpix(keys, cenc::Scheme::Cenc, {}));
    KEYREEL_CHECK(session.audit->append("keys_exported", {{"content", toHex(link.contentId)},
                                                          {"keys", static_cast<std::int64_t>(keys.size())}}));
    KEYREEL_CHECK(writeFileAtomically(file, document.view()));
    return keys.size();
}

}  // namespace keyreel::studio
