#include "core/studio/own_film.h"

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/content/cid.h"
#include "core/studio/account_signature.h"
#include "core/studio/publish_job.h"

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

std::string cidOf(ByteView bytes) {
    content::CidBuilder cid;
    cid.update(bytes);
    return cid.finish().text();
}

Status uploadBytes(const Session& session, ByteView bytes, std::stop_token stop) {
    gateway::UploadRequest request;
    request.cid = cidOf(bytes);
    request.file = session.places.profile / ("upload-" + request.cid);
    KEYREEL_CHECK(writeFileAtomically(request.file, bytes));
    const Status sent = session.gateway->upload(request, stop);
    std::error_code ignored;
    std::filesystem::remove(request.file, ignored);
    return sent;
}

Status updateManifest(const Session& session, const rights::AssetRecord& record,
                      const std::string& manifestCid, const crypto::Digest& policyDigest,
                      std::stop_token stop) {
    rights::AssetUpdate update;
    update.contentId = record.mint.contentId;
    update.creator = record.mint.creator;
    update.revision = record.revision + 1;
    update.terms = record.terms;
    update.terms.manifestCid = manifestCid;
    update.terms.policyDigest = policyDigest;
    update.time = session.clock->now();
    return submitStatement(session, update, stop);
}

void keepManifest(const Session& session, const Link& link, ByteView manifest) {
    for (const JobReport& job : PublishJob::list(session.places)) {
        if (job.link != link.text()) continue;
        const auto kept = writeFileAtomically(session.places.jobs() / job.id / "manifest.cose", manifest);
        if (!kept)
            log(LogLevel::Warning, "rights", "The film's new manifest is not kept: " + kept.error().what);
    }
}

Status submitStatement(const Session& session, const rights::Statement& statement, std::stop_token stop) {
    KEYREEL_TRY(const Bytes bytes, signAsAccount(session, statement));
    KEYREEL_CHECK(session.gateway->submitStatement(bytes, stop));
    return session.rights->sync(*session.gateway, stop);
}

}  // namespace keyreel::studio
