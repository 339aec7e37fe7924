#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/custody/node_set.h"
#include "core/studio/open_film.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// Who shall hold a film's key from now on.
struct ResealRequest {
    std::vector<std::string> nodes;     ///< URLs; empty: the nodes of the session's network.
    std::optional<unsigned> threshold;  ///< As for chooseNodes().
};

struct ResealReport {
    custody::NodeSet nodes;      ///< Who holds it now.
    std::uint32_t revision = 0;  ///< Of the film's record in the log.
    OpenReport before;           ///< How the key was got from those who held it.
    OpenReport after;            ///< How it was got from those who hold it now.
};

/// "before", "seal", "upload", "record", "after": what is being done. Called on the operation's thread.
using ResealSink = std::function<void(std::string_view step)>;

/// Splits the key of one's own film anew among other nodes, with another threshold, or among the same ones: a
/// node that went away is replaced, a share that may have been stolen is worth nothing. The film itself, its
/// link and everyone's access stay; not one byte of it is encrypted or sent again. The key comes from the
/// nodes that hold it now, so enough of them must still answer; the film's signed manifest goes up with the
/// new shares, then one AssetUpdate puts it in force, from which on every node that reads the log refuses the
/// old shares. Ended before that update, nothing has changed. The new nodes are asked for the key at the end.
/// Codes: `vault_locked`, `asset_unknown`, `not_creator`, `asset_unpublished`, `reseal_tiers`,
/// `reseal_unconfirmed` (in force, but the new nodes did not open it yet), those of recoverFilmKey(),
/// chooseNodes(), custody::sealTier(), transport.
Result<ResealReport> resealFilm(const Session& session, const Link& link, const ResealRequest& request,
                                std::stop_token stop, const ResealSink& sink = {});

}  // namespace keyreel::studio
