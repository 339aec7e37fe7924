#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>

#include "core/base/result.h"
#include "core/studio/link.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// Writes the content keys of one's own film, in the clear, as a CPIX 2.3 document for another DRM system:
/// a new file that only this account may read, whole or not at all. The key comes from its nodes as for
/// watching; that it was exported stands in this computer's record before. How many keys there are. Codes:
/// `vault_locked`, `asset_unknown`, `not_creator`, `file_exists`, `keys_tiers` (another program sealed it),
/// those of recoverFilmKey() and package::writeCpix(), files.
Result<std::size_t> exportKeys(const Session& session, const Link& link, const std::filesystem::path& file,
                               std::stop_token stop);

}  // namespace keyreel::studio
