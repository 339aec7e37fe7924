#include "core/studio/own_film.h"

namespace keyreel::studio {

Status mustBeUnlocked(const Session& session) {
    if (session.identity->isOpen()) return {};
    return fail("vault_locked", "Keyreel is locked, so nothing can be signed.", "Unlock it, then try again.");
}

Result<rights::AssetRecord> ownFilm(const Session& session, const Link& link) {
    auto record = session.rights->replica().asset(link.contentId);
    if (!record)
        return fail("asset_unknown",
                    "No film with this link is in the rights log of " + link.gatewayUrl() + ".",
                    "Check the link.");
    if (record->mint.creator != session.identity->accountId())
        return fail("not_creator", "Only the maker of this film decides who may open it.",
                    "Ask " + identity::fingerprint(record->mint.creator) + ", who made it.");
    return std::move(*record);
}

Status submitStatement(const Session& session, const rights::Statement& statement, std::stop_token stop) {
    KEYREEL_TRY(const Bytes bytes, rights::signStatement(statement, session.identity->accountKey()));
    KEYREEL_CHECK(session.gateway->submitStatement(bytes, stop));
    return session.rights->sync(*session.gateway, stop);
}

}  // namespace keyreel::studio
