#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>

#include "core/base/result.h"
#include "core/custody/node_set.h"
#include "core/studio/open_film.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// How far a sealing anew has come; whole only when it succeeded.
struct ResealReport {
    custody::NodeSet nodes;      ///< Who holds the key from now on.
    std::uint32_t revision = 0;  ///< Of the film's record in the log; 0 while nothing is in force.
    OpenReport before;           ///< How the key was got from those who held it.
    OpenReport after;            ///< How it was got from those who hold it now.
};

/// The steps in their order: the key is got from its nodes, split, its shares are sent, the record is
/// written, the new nodes are asked for it. Called on the operation's thread.
enum class ResealStep { Before, Seal, Upload, Record, After };
/// "before", "seal", "upload", "record", "after".
std::string_view wordOf(ResealStep step);
using ResealSink = std::function<void(ResealStep step)>;
/// Who shall hold the key; asked once it is known that the film may be changed.
using ResealChoice = std::function<Result<custody::NodeSet>()>;

/// Splits the key of one's own film anew among `nodes`, with their threshold: a node
/// that went away is replaced, a share that may have been stolen is worth nothing. The film itself, its
/// link and everyone's access stay; not one byte of it is encrypted or sent again. The key comes from the
/// nodes that hold it now, so enough of them must still answer; the film's signed manifest goes up with the
/// new shares, then one AssetUpdate puts it in force, from which on every node that reads the log refuses the
/// old shares. Ended before that update, nothing has changed. The new nodes are asked for the key at the end.
/// `report` says what each node did, also when it fails.
/// Codes: `vault_locked`, `asset_unknown`, `not_creator`, `asset_unpublished`, `reseal_tiers`,
/// `node_set_invalid`, `reseal_unconfirmed` (in force, but the new nodes did not open it yet), those of
/// recoverFilmKey(), custody::sealTier(), transport.
Status resealFilm(const Session& session, const Link& link, const ResealChoice& nodes, std::stop_token stop,
                  ResealReport& report, const ResealSink& sink = {});

}  // namespace keyreel::studio
