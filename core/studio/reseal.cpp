#include "core/studio/reseal.h"

#include "core/base/text.h"
#include "core/custody/asset_secret.h"
#include "core/studio/devices.h"
#include "core/studio/film_key.h"
#include "core/studio/own_film.h"
#include "core/studio/sealed_tier.h"

namespace keyreel::studio {
namespace {

constexpr unsigned kAttempts = 3;

/// A manifest that the gateway must have before the log names it.
struct NewManifest {
    Bytes bytes;
    std::string cid;
    crypto::Digest policy{};
};

Result<NewManifest> sealAnew(const Session& session, FilmKey& key, const rights::AssetRecord& record,
                             const custody::NodeSet& nodes) {
    const rights::AccountId& creator = session.identity->accountId();
    NewManifest made;
    made.policy = rights::policyDigestOf(record.terms.access, creator, record.revision + 1,
                                         rights::suiteOf(record.terms));
    KEYREEL_TRY(const custody::SealedTier tier,
                custody::sealTier(key.secret, key.manifest.contentId, key.manifest.tiers.front().name, nodes,
                                  made.policy));
    key.manifest.policyDigest = made.policy;
    key.manifest.tiers = {manifestTierOf(tier)};
    KEYREEL_TRY(made.bytes, package::signManifest(key.manifest, session.identity->accountKey()));
    // What a reader would refuse must not be found out after the update.
    KEYREEL_CHECK(package::verifyManifest(made.bytes, creator));
    made.cid = cidOf(made.bytes);
    return made;
}

}  // namespace

std::string_view wordOf(ResealStep step) {
    switch (step) {
        case ResealStep::Before:
            return "before";
        case ResealStep::Seal:
            return "seal";
        case ResealStep::Upload:
            return "upload";
        case ResealStep::Record:
            return "record";
        case ResealStep::After:
            return "after";
    }
    return "?";
}

Status resealFilm(const Session& session, const Link& link, const ResealChoice& nodes, std::stop_token stop,
                  ResealReport& report, const ResealSink& sink) {
    const auto begin = [&](ResealStep step) {
        if (sink) sink(step);
    };
    report = {};
    KEYREEL_CHECK(mustBeUnlocked(session));
    KEYREEL_CHECK(ensureDeviceRegistered(session, stop));
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    KEYREEL_TRY(const auto record, ownFilm(session, link));
    if (record.unpublished)
        return fail("asset_unpublished", "The film is no longer published; its record takes no change.",
                    "Publish it again.");
    // Before the key is: a choice that cannot stand costs nothing.
    KEYREEL_TRY(report.nodes, nodes());
    // The suite is the film's, whoever holds its key.
    report.nodes.suite = rights::suiteOf(record.terms);
    KEYREEL_CHECK(crypto::requireSuite(report.nodes.suite));
    KEYREEL_CHECK(custody::checkNodeSet(report.nodes));

    begin(ResealStep::Before);
    KEYREEL_TRY(FilmKey key, recoverFilmKey(session, link, rights::kPurposePlay, stop, {}, report.before));
    if (key.manifest.tiers.size() != 1)
        return fail("reseal_tiers", "The film has several keys; another program sealed it.",
                    "Seal it anew with that program.");
    begin(ResealStep::Seal);
    KEYREEL_TRY(const NewManifest manifest, sealAnew(session, key, record, report.nodes));
    begin(ResealStep::Upload);
    KEYREEL_CHECK(uploadBytes(session, manifest.bytes, stop));
    begin(ResealStep::Record);
    KEYREEL_CHECK(session.audit->append("film_resealed", {{"content", toHex(link.contentId)},
                                                          {"revision", std::int64_t{record.revision} + 1}}));
    // Once it may be in the log nobody is told that nothing has changed.
    if (stop.stop_requested()) return cancelled("Sealing anew");
    KEYREEL_CHECK(updateManifest(session, record, manifest.cid, manifest.policy, std::stop_token()));
    report.revision = record.revision + 1;
    keepManifest(session, link, manifest.bytes);

    begin(ResealStep::After);
    Status opened;
    // Each asking makes a node that is behind read the log.
    for (unsigned attempt = 0; attempt < kAttempts; ++attempt) {
        const auto again = recoverFilmKey(session, link, rights::kPurposePlay, stop, {}, report.after);
        if (again) return {};
        opened = tl::unexpected<Error>(again.error());
        if (stop.stop_requested()) break;
    }
    return fail(
        "reseal_unconfirmed",
        "The film's key is with the new nodes, but they did not give it back yet: " + opened.error().what,
        "Open the film in a minute. If that fails, seal it anew.");
}

}  // namespace keyreel::studio
