#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/studio/link.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// What shall be public of a film from now on; what has no value stays as it is.
struct FilmEdit {
    std::optional<std::string> title;
    std::optional<std::string> description;
    std::optional<std::vector<std::string>> tags;
    std::optional<std::filesystem::path> cover;  ///< PNG or JPEG.
};

/// The steps in their order: what is public now is read and checked, the new poster and manifest are sent,
/// the record is written, the catalogue lists it. Called on the operation's thread.
enum class EditStep { Read = 1, Upload, Record, List };
/// "read", "upload", "record", "list".
std::string_view wordOf(EditStep step);
using EditSink = std::function<void(EditStep step)>;

/// Changes the public words and the poster of one's own published film: a new signed manifest, put in force
/// by one AssetUpdate, then the catalogue. Nothing is encrypted anew; link, key, shares and everyone's access
/// stay. Ended before the update nothing has changed; ended after it, doing the same again finishes it. The
/// revision of the film's record in the log; that of before where nothing was to be changed.
/// Codes: `vault_locked`, `asset_unknown`, `not_creator`, `asset_unpublished`, `title_missing`,
/// `title_too_long`, `description_too_long`, `title_not_text`, `tags_invalid`, those of
/// media::Workshop::readImage() and describeFilm(), transport.
Result<std::uint32_t> editFilm(const Session& session, const Link& link, const FilmEdit& edit,
                               std::stop_token stop, const EditSink& sink = {});

}  // namespace keyreel::studio
