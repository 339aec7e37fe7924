#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// The viewer's signed order for a film that is sold: exactly the price and currency in force. It gives the
/// maker (or a seller they named) the right to grant this account once. Codes: `not_for_sale`,
/// `asset_unknown`, transport.
Result<Bytes> orderAccess(const Session& session, const Link& link, std::stop_token stop);

/// Grants the buyer whom `order` names; by the maker, or by a seller with a delegation. Codes: those of
/// rights::verifyOrder() and rights::State::apply(), transport.
Result<crypto::PublicKey> sellAccess(const Session& session, const Link& link, ByteView order,
                                     std::stop_token stop);

/// Gives one's own access away. Codes: `not_holder`, `transfer_forbidden`, `grant_revoked`,
/// `grant_duplicate`, transport.
Status transferAccess(const Session& session, const Link& link, const crypto::PublicKey& account,
                      std::stop_token stop);

/// Lets `seller` make up to `supply` grants against orders for `seconds` from now; supply 0 ends it. Codes:
/// `not_creator`, transport.
Status delegateSale(const Session& session, const Link& link, const crypto::PublicKey& seller,
                    std::uint32_t supply, std::int64_t seconds, std::stop_token stop);

/// Gives `units` of one's own royalties away. Codes: `royalty_missing`, `royalty_rows`, transport.
Status transferRoyalty(const Session& session, const Link& link, const crypto::PublicKey& account,
                       std::uint16_t units, std::stop_token stop);

/// Who holds what of a film, by this profile's own verified copy of the log.
struct FilmHolders {
    rights::AssetRecord record;
    struct Holder {
        crypto::PublicKey account{};
        rights::Holding holding;
    };
    std::vector<Holder> holders;
    struct Seller {
        crypto::PublicKey account{};
        rights::Delegation delegation;
    };
    std::vector<Seller> sellers;  ///< All whom the maker ever named.
};
/// Code `asset_unknown`, transport, those of rights::Replica.
Result<FilmHolders> holdersOf(const Session& session, const Link& link, std::stop_token stop);

}  // namespace keyreel::studio
