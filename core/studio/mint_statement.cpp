#include "core/studio/mint_statement.h"

#include "core/base/file.h"
#include "core/rights/offline.h"
#include "core/studio/account_signature.h"

namespace keyreel::studio {

rights::AccessMethod methodOf(const PublishRequest& request) {
    if (request.offer.sold)
        return request.offer.resale ? rights::AccessMethod::BuyAndResell : rights::AccessMethod::BuyOnce;
    return request.access == Access::Free ? rights::AccessMethod::Free : rights::AccessMethod::Granted;
}

crypto::Digest policyDigestOf(const Session& session, const PublishRequest& request) {
    return rights::policyDigestOf(methodOf(request), session.identity->accountId(), 0, request.offer.suite);
}

Result<Bytes> mintStatement(const Session& session, const PublishJournal& journal,
                            const std::filesystem::path& folder, std::stop_token stop) {
    const auto path = folder / "mint.cose";
    if (auto kept = readFile(path, rights::kMaxStatementBytes)) {
        const auto statement = rights::verifyStatement(*kept);
        const auto* asset = statement ? std::get_if<rights::AssetMint>(&*statement) : nullptr;
        if (asset != nullptr && asset->contentId == journal.contentId &&
            asset->terms.manifestCid == journal.manifestCid &&
            (signatureStands(session, *kept) || session.rights->replica().asset(asset->contentId)))
            return kept;
    }
    const PublishRequest& request = journal.report.request;
    KEYREEL_TRY(const gateway::GatewayInfo info, session.gateway->info(std::move(stop)));
    if (info.protocolShare >= 1000)
        return fail("royalty_total", "The gateway asks for " + std::to_string(info.protocolShare) +
                                         " of 1000 parts of every sale.");
    rights::AssetMint asset;
    asset.contentId = journal.contentId;
    asset.creator = session.identity->accountId();
    asset.terms.manifestCid = journal.manifestCid;
    asset.terms.access = methodOf(request);
    asset.terms.policyDigest = policyDigestOf(session, request);
    asset.terms.flags = rights::kFlagAttested | (request.adult ? rights::kFlagAdult : 0U) |
                        (request.aiTraining ? rights::kFlagAiTraining : 0U) |
                        (request.offer.suite == crypto::kSuiteHybrid ? rights::kFlagHybrid : 0U) |
                        rights::offlineFlags(request.offer.offlineDays);
    asset.terms.price = request.offer.price;
    asset.terms.currency = request.offer.currency;
    asset.terms.supply = request.offer.editions;
    asset.terms.resellerCut = request.offer.resellerCut;
    asset.royalties = request.offer.royalties;
    if (asset.royalties.empty())
        asset.royalties = {{asset.creator, static_cast<std::uint16_t>(1000 - info.protocolShare)}};
    asset.time = session.clock->now();
    KEYREEL_TRY(Bytes bytes, signAsAccount(session, asset));
    KEYREEL_CHECK(writeFileAtomically(path, bytes));
    return bytes;
}

}  // namespace keyreel::studio
