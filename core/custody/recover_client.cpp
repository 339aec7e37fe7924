#include "core/custody/recover_client.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

#include "core/base/progress.h"
#include "core/crypto/random.h"
#include "core/crypto/shamir.h"
#include "core/custody/capability.h"
#include "core/custody/recover_message.h"
#include "core/custody/refusal.h"

namespace keyreel::custody {

namespace {

constexpr std::string_view kOk = "ok";
constexpr std::string_view kUnreachable = "unreachable";
constexpr std::string_view kAnswerInvalid = "answer_invalid";
constexpr std::string_view kWrongShare = "wrong_share";
constexpr std::string_view kNotNeeded = "not_needed";
constexpr std::string_view kTooSlow = "too_slow";
constexpr unsigned kMaxAttempts = 2;

struct Telling {
    std::string_view code;
    const char* what;
    const char* next;
};

// What a person can do something about comes first.
constexpr std::array<Telling, 18> kTelling{{
    {refusal::kDeviceRevoked, "This device was revoked", "Register it anew with the account's phrase."},
    {refusal::kNoAccess, "The account has no access to this film", "Ask its creator for access."},
    {refusal::kOfflineForbidden, "The creator does not let anyone keep this film offline",
     "Watch it while you are connected, or ask its creator."},
    {refusal::kDeviceUnknown, "The key nodes do not know this device",
     "If it was registered just now, try again in a few seconds."},
    {refusal::kCapExpired, "The capability has expired", "Open the film again; check this machine's clock."},
    {refusal::kPopStale, "This machine's clock differs from the key nodes'", "Set the clock."},
    {refusal::kSuiteRequired,
     "The film's maker requires another cryptographic suite than this was asked with",
     "Open the film again; if it stays, tell its maker."},
    {refusal::kSuiteUnsupported, "The key nodes do not have the suite that the film is sealed with",
     "Ask who runs them; suite 2 needs OpenSSL 3.5."},
    {refusal::kShareMismatch, "The key nodes do not hold this film's keys under these terms",
     "Ask the creator to publish it again."},
    {refusal::kStaleReplica, "The key nodes have not heard from the rights log for too long",
     "Try again later."},
    {refusal::kBusy, "The key nodes are busy", "Try again in a minute."},
    {refusal::kRateLimited, "This was asked for too often", "Try again in a minute."},
    {refusal::kCapInvalid, "The key nodes do not accept the gateway's capability",
     "Check that gateway and key nodes belong together."},
    {refusal::kPopInvalid, "The key nodes do not accept this device's proof", "Open the film again."},
    {refusal::kPopMissing, "The key nodes miss this device's proof", "Open the film again."},
    {refusal::kReplayed, "The key nodes have seen this request before", "Open the film again."},
    {refusal::kBadRequest, "The key nodes do not understand this program", "Update Keyreel."},
    {refusal::kUnavailable, "The key nodes cannot keep their records", "Try again later."},
}};

/// Everything that the threads of one recovery share. They never outlive it.
struct Recovery {
    const RecoverInput& input;
    const RecoverTransport& transport;
    const Clock& clock;
    crypto::Digest capHash{};

    std::stop_source cancel;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<NodeReport> reports;    // guarded by mutex, like all below
    std::vector<crypto::Share> shares;  // good ones
    std::size_t finished = 0;
    bool closed = false;  // what comes later is not needed

    void ask(std::size_t position);
    [[nodiscard]] Result<crypto::Share> attempt(std::size_t position, NodeReport& report);
};

/// One request with a nonce of its own. The error's code is the report's; `report` gets what was signed.
Result<crypto::Share> Recovery::attempt(std::size_t position, NodeReport& report) {
    const NodeDescriptor& node = input.tier.nodeSet.nodes[position];
    const SealedShare& sealedShare = input.tier.shares[position];

    RecoverProof proof;
    proof.node = node.signingKey;
    proof.capabilityHash = capHash;
    proof.contentId = input.tier.contentId;
    proof.tier = input.tier.tier;
    proof.ephemeralKey = input.ephemeral.publicKey();
    proof.nonce = crypto::randomArray<16>();
    proof.time = clock.now();

    RecoverRequest request;
    request.capability = toBytes(input.capability);
    request.proof = input.hybridDevice != nullptr ? signRecoverProof(proof, *input.hybridDevice)
                                                  : signRecoverProof(proof, input.device);
    request.ephemeralKey = proof.ephemeralKey;
    request.share = shareContextOf(input.tier, position);
    request.nodes = keysOf(input.tier.nodeSet);
    request.sealedShare = sealedShare.sealed;
    KEYREEL_TRY(const Bytes message, encodeRecoverRequest(request));

    const auto reply = transport(node, message, cancel.get_token());
    if (!reply) {
        const bool limited = reply.error().code == refusal::kRateLimited;
        return fail(std::string(limited ? refusal::kRateLimited : kUnreachable), reply.error().what);
    }
    const auto answer = verifyRecoverAnswer(*reply, node.signingKey);
    const crypto::Digest requestHash = crypto::sha256(message);
    if (!answer || answer->requestHash != requestHash)
        return fail(std::string(kAnswerInvalid), "The answer is not this node's to this request.");
    report.request = message;
    report.answer = *reply;
    if (answer->code != kOk) return fail(answer->code, "The node refuses.");

    auto share = input.ephemeral.open(
        answer->sealedShare, asBytes(kAnswerSealInfo),
        transcriptAad(node.signingKey, requestHash, capHash, proof.nonce, request.share, proof.ephemeralKey));
    if (!share || answer->x != sealedShare.x)
        return fail(std::string(kAnswerInvalid), "The answer is not sealed to this request.");
    if (shareCommitment(input.tier.contentId, input.tier.tier, sealedShare.x, share->view()) !=
        sealedShare.commitment)
        return fail(std::string(kWrongShare), "The share does not match its commitment.");
    return crypto::Share{sealedShare.x, std::move(*share)};
}

void Recovery::ask(std::size_t position) {
    const auto began = clock.elapsed();
    std::optional<Result<crypto::Share>> outcome;
    NodeReport evidence;
    unsigned attempts = 0;
    do {
        ++attempts;
        try {
            outcome = attempt(position, evidence);
        } catch (const std::exception& error) {
            outcome = fail(std::string(kUnreachable), error.what());
        }
        // Only a fault of the way there is worth a second try; a refusal stays one.
    } while (!*outcome && outcome->error().code == kUnreachable && attempts < kMaxAttempts &&
             !cancel.stop_requested());
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(clock.elapsed() - began);

    const std::lock_guard lock(mutex);
    ++finished;
    if (!closed) {
        NodeReport& report = reports[position];
        report.attempts = attempts;
        report.milliseconds = static_cast<std::uint32_t>(took.count());
        report.request = std::move(evidence.request);
        report.answer = std::move(evidence.answer);
        report.code = *outcome ? std::string(kOk) : outcome->error().code;
        if (*outcome) shares.push_back(std::move(**outcome));
    }
    changed.notify_all();
}

tl::unexpected<Error> tooFew(const std::vector<NodeReport>& reports, std::size_t good, unsigned threshold) {
    std::string nodes;
    for (const NodeReport& report : reports)
        nodes += (nodes.empty() ? "" : ", ") + report.name + ": " + report.code;
    for (const Telling& telling : kTelling)
        for (const NodeReport& report : reports)
            if (report.code == telling.code)
                return fail(std::string(telling.code), std::string(telling.what) + " (" + nodes + ").",
                            telling.next);
    return fail("too_few_nodes",
                "Only " + std::to_string(good) + " of the " + std::to_string(threshold) +
                    " key nodes needed gave their share (" + nodes + ").",
                "Check the network connection, or try again later.");
}

/// A machine without room for another thread is a node that cannot be reached.
void startAsking(Recovery& recovery, std::size_t position, std::vector<std::thread>& threads) {
    try {
        threads.emplace_back([&recovery, position] { recovery.ask(position); });
    } catch (const std::system_error&) {
        const std::lock_guard lock(recovery.mutex);
        recovery.reports[position].code = std::string(kUnreachable);
        ++recovery.finished;
    }
}

/// Runs the threads until t good shares are in, all have answered, time is up, or the caller has had enough.
void gather(Recovery& recovery, const RecoverOptions& options, const std::stop_token& stop) {
    const std::size_t count = recovery.reports.size();
    const std::size_t threshold = recovery.input.tier.nodeSet.threshold;
    std::vector<std::thread> threads;
    {
        const std::stop_callback wake(stop, [&recovery] {
            const std::lock_guard lock(recovery.mutex);
            recovery.changed.notify_all();
        });
        threads.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            startAsking(recovery, i, threads);
        std::unique_lock lock(recovery.mutex);
        recovery.changed.wait_for(lock, options.deadline, [&] {
            return recovery.shares.size() >= threshold || recovery.finished == count || stop.stop_requested();
        });
        recovery.changed.wait_for(lock, options.grace, [&] {
            return recovery.shares.size() < threshold || recovery.finished == count || stop.stop_requested();
        });
        recovery.closed = true;
        const bool unneeded = recovery.shares.size() >= threshold || stop.stop_requested();
        for (NodeReport& report : recovery.reports)
            if (report.code.empty()) report.code = std::string(unneeded ? kNotNeeded : kTooSlow);
    }
    recovery.cancel.request_stop();
    for (std::thread& thread : threads)
        thread.join();
}

}  // namespace

Result<Recovered> recover(const RecoverInput& input, const RecoverTransport& transport, const Clock& clock,
                          const RecoverOptions& options, std::stop_token stop,
                          std::vector<NodeReport>* reports) {
    KEYREEL_CHECK(checkTier(input.tier));
    if (input.ephemeral.suite() != input.tier.nodeSet.suite)
        return fail(std::string(refusal::kSuiteRequired),
                    "The film is sealed with suite " + std::to_string(input.tier.nodeSet.suite) +
                        ", the reply key is of suite " + std::to_string(input.ephemeral.suite()) + ".");
    if (input.tier.nodeSet.suite == crypto::kSuiteHybrid && input.hybridDevice == nullptr)
        return fail(std::string(refusal::kSuiteRequired),
                    "The film is sealed with suite 2, and this device has no ML-DSA key to ask for it.");
    Recovery recovery{input, transport, clock, {}, {}, {}, {}, {}, {}, 0, false};
    recovery.capHash = capabilityHash(input.capability);
    for (const NodeDescriptor& node : input.tier.nodeSet.nodes) {
        NodeReport report;
        report.node = node.signingKey;
        report.name = node.name;
        recovery.reports.push_back(std::move(report));
    }
    gather(recovery, options, stop);
    if (reports != nullptr) *reports = recovery.reports;

    const unsigned threshold = input.tier.nodeSet.threshold;
    if (recovery.shares.size() < threshold) {
        if (stop.stop_requested()) return cancelled("Opening the film");
        return tooFew(recovery.reports, recovery.shares.size(), threshold);
    }
    KEYREEL_TRY(SecretBytes combined,
                crypto::combine(std::span<const crypto::Share>(recovery.shares).first(threshold)));
    KEYREEL_TRY(AssetSecret secret, AssetSecret::restore(std::move(combined)));
    if (secret.commitment(input.tier.contentId, input.tier.tier) != input.tier.secretCommitment)
        return fail(
            "secret_mismatch",
            "The shares are right, but together they are not the secret that the creator committed to.",
            "Ask the creator to publish the film again.");
    return Recovered{std::move(secret), std::move(recovery.reports)};
}

}  // namespace keyreel::custody
