#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hash.h"
#include "core/crypto/hybrid_signature.h"

namespace keyreel::rights {

/// 16 random bytes that name an asset.
using ContentId = std::array<std::uint8_t, 16>;
/// A person: the Ed25519 account key of their vault.
using AccountId = crypto::PublicKey;
/// A device: its Ed25519 key, whose private half never leaves the device.
using DeviceId = crypto::PublicKey;

/// A larger statement is refused before it is parsed.
inline constexpr std::size_t kMaxStatementBytes = 16384;
/// The same of an order, which a grant carries; by suite 2 it has an ML-DSA key and signature of its own.
inline constexpr std::size_t kMaxOrderBytes = 8192;

/// What a device may be used for; `play` is what the key nodes ask for.
inline constexpr std::string_view kPurposePlay = "play";
inline constexpr std::string_view kPurposePublish = "publish";

/// Who may open an asset. 0, 1 and 2 are the numbers of the on-chain record.
enum class AccessMethod : std::uint8_t {
    Free = 0,          ///< Any account.
    BuyOnce = 1,       ///< Accounts that the creator granted against the buyer's signed order.
    BuyAndResell = 2,  ///< As BuyOnce; the holder may sell it on.
    Granted = 3,       ///< Only accounts that the creator grants; no price.
};

/// Signed by the account. Registering the same pair again with a later `time` renews it.
struct DeviceRegistration {
    AccountId account{};
    DeviceId device{};
    std::string name;                   ///< For people, 1 to 128 bytes of UTF-8.
    std::vector<std::string> purposes;  ///< 1 to 8, sorted, unique, each [a-z][a-z0-9-]{0,31}.
    std::int64_t notAfter = 0;          ///< Unix seconds, later than `time`.
    std::int64_t time = 0;              ///< Unix seconds, as everywhere here.
    /// SHA-256 of the device's ML-DSA key (crypto::CoseSign1::latticeKey); none of a device without suite 2.
    std::optional<crypto::Digest> latticeKey;
    friend bool operator==(const DeviceRegistration&, const DeviceRegistration&) = default;
};

/// Signed by the account. Final for this pair of account and device, also before any registration.
struct DeviceRevocation {
    AccountId account{};
    DeviceId device{};
    std::int64_t time = 0;
    friend bool operator==(const DeviceRevocation&, const DeviceRevocation&) = default;
};

/// One row of the royalty split, in thousandths.
struct RoyaltyShare {
    AccountId account{};
    std::uint16_t units = 0;  ///< 1 to 1000.
    friend bool operator==(const RoyaltyShare&, const RoyaltyShare&) = default;
};

/// Bits of `flags`; others are refused.
inline constexpr std::uint32_t kFlagAiTraining = 1;  ///< The creator allows training; off means personal use.
inline constexpr std::uint32_t kFlagAdult = 2;
inline constexpr std::uint32_t kFlagAttested = 4;  ///< The creator attested to hold the rights.
/// The film's shares are sealed by suite 2 and it is opened by suite 2 alone, for ever: no update takes it
/// back.
inline constexpr std::uint32_t kFlagHybrid = 8;

/// The terms of an asset which its creator may change later.
struct AssetTerms {
    std::string manifestCid;  ///< Text form of the CID of the signed manifest, 1 to 128 bytes.
    AccessMethod access = AccessMethod::Free;
    /// Canonical decimal (price.h). Free and Granted: "0" and no currency.
    std::string price = "0";
    std::string currency;             ///< "USDC", "ETH" or "ELA"; empty without a price.
    std::uint32_t supply = 10000;     ///< Editions: grants that may be held at once, at least 1.
    std::uint16_t resellerCut = 900;  ///< Per mille of a resale that its seller keeps, at most 950.
    std::uint32_t flags = 0;
    /// What the sealed shares are bound to; see accessPolicyDigest().
    crypto::Digest policyDigest{};
    friend bool operator==(const AssetTerms&, const AssetTerms&) = default;
};

/// By which suite (crypto/suites.h) the shares of a film with these terms are sealed.
std::uint16_t suiteOf(const AssetTerms& terms);

/// Signed by the creator, once per content id.
struct AssetMint {
    ContentId contentId{};
    AccountId creator{};
    AssetTerms terms;
    /// 1 to 64 rows, accounts unique; units total 1000 less the gateway's protocol share (the fold checks
    /// it).
    std::vector<RoyaltyShare> royalties;
    std::int64_t time = 0;
    friend bool operator==(const AssetMint&, const AssetMint&) = default;
};

/// Signed by the creator: new terms. The royalty split stays, it belongs to its holders.
struct AssetUpdate {
    ContentId contentId{};
    AccountId creator{};
    std::uint32_t revision = 0;  ///< One more than the revision in force; the mint is 0.
    AssetTerms terms;
    std::int64_t time = 0;
    friend bool operator==(const AssetUpdate&, const AssetUpdate&) = default;
};

/// Signed by the creator. Ends free access and new grants; who holds a grant keeps it until it is revoked.
struct AssetUnpublish {
    ContentId contentId{};
    AccountId creator{};
    std::int64_t time = 0;
    friend bool operator==(const AssetUnpublish&, const AssetUnpublish&) = default;
};

/// Signed by the creator: `seller` may grant against orders in the creator's place. A later one for the same
/// seller replaces it; what was sold before still counts, so a supply of 0 ends the delegation.
struct SaleDelegation {
    ContentId contentId{};
    AccountId creator{};
    AccountId seller{};         ///< Not the creator.
    std::uint32_t supply = 0;   ///< Grants that the seller may ever make for this asset.
    std::int64_t notAfter = 0;  ///< Unix seconds; a grant of the seller with a later `time` is refused.
    std::int64_t time = 0;
    friend bool operator==(const SaleDelegation&, const SaleDelegation&) = default;
};

/// Signed by the holder of a grant, who gives it away; only where the access method is BuyAndResell.
struct AccessTransfer {
    ContentId contentId{};
    AccountId holder{};
    AccountId account{};  ///< Who holds it from now on.
    std::int64_t time = 0;
    friend bool operator==(const AccessTransfer&, const AccessTransfer&) = default;
};

/// Signed by whoever has a royalty row: `units` of it become another account's. The total stays.
struct RoyaltyTransfer {
    ContentId contentId{};
    AccountId holder{};
    AccountId account{};
    std::uint16_t units = 0;  ///< 1 to 1000.
    std::int64_t time = 0;
    friend bool operator==(const RoyaltyTransfer&, const RoyaltyTransfer&) = default;
};

/// Signed by the buyer and carried inside an AccessGrant; not a log entry of its own.
struct Order {
    ContentId contentId{};
    AccountId account{};  ///< The buyer.
    std::string price;    ///< Exactly the price in force, as the currency.
    std::string currency;
    std::int64_t time = 0;
    friend bool operator==(const Order&, const Order&) = default;
};

/// Signed by the creator, or for an order by a seller whom a SaleDelegation names. `order` is the buyer's
/// signed Order: needed for the two buying methods, refused for the others. One order serves one grant.
struct AccessGrant {
    ContentId contentId{};
    AccountId grantor{};
    AccountId account{};
    Bytes order;
    std::int64_t time = 0;
    friend bool operator==(const AccessGrant&, const AccessGrant&) = default;
};

/// Signed by the creator. Outranks every grant of the account whose `time` is not later, known or not; on a
/// free asset it shuts the account out.
struct AccessRevocation {
    ContentId contentId{};
    AccountId revoker{};
    AccountId account{};
    std::int64_t time = 0;
    friend bool operator==(const AccessRevocation&, const AccessRevocation&) = default;
};

using Statement =
    std::variant<DeviceRegistration, DeviceRevocation, AssetMint, AssetUpdate, AssetUnpublish, AccessGrant,
                 AccessRevocation, SaleDelegation, AccessTransfer, RoyaltyTransfer>;

/// Who must have signed it: the account or creator that the statement itself names.
const AccountId& signerOf(const Statement& statement);

/// The domain string of its kind, for example "keyreel/device-registration/v1".
std::string_view domainOf(const Statement& statement);

/// The deterministic CBOR payload: [domain, {fields}] (README). Code `statement_invalid` when a field breaks
/// a bound stated above.
Result<Bytes> encodeStatement(const Statement& statement);

/// COSE_Sign1 over encodeStatement(). Codes: `statement_invalid`, `statement_wrong_signer` when `key` is not
/// signerOf(statement).
Result<Bytes> signStatement(const Statement& statement, const crypto::SigningKey& key);
/// By suite 2. Who signs one statement so signs all later ones so: State refuses others from then on.
Result<Bytes> signStatement(const Statement& statement, const crypto::HybridSigningKey& key);

/// Reads and checks form, bounds, signature, and that the signer is the one who may say it. What only the
/// log's state can tell (is this the asset's creator?) is State's part. Codes: `statement_too_large`,
/// `statement_malformed` (also unknown kinds and fields), `statement_invalid`, `statement_wrong_signer`,
/// `statement_bad_signature`. Of suite 2 both signatures count, where this OpenSSL has it (cose.h). Thread:
/// any.
Result<Statement> verifyStatement(ByteView bytes);

/// As the statements; `key` must be the buyer's.
Result<Bytes> signOrder(const Order& order, const crypto::SigningKey& key);
Result<Bytes> signOrder(const Order& order, const crypto::HybridSigningKey& key);
Result<Order> verifyOrder(ByteView bytes);

/// The policy that shares are sealed under: SHA-256 of the CBOR array ["keyreel/policy/v1", access, creator].
/// It names the creator, so that whoever mints a content id first, a lying gateway for example, gains
/// nothing: shares that were sealed for another creator's policy stay closed.
crypto::Digest accessPolicyDigest(AccessMethod access, const AccountId& creator);

/// The policy of shares that were sealed anew by the update with this `revision`, so that the shares of
/// before open no more: SHA-256 of the CBOR ["keyreel/policy/v2", access, creator, revision].
crypto::Digest resealedPolicyDigest(AccessMethod access, const AccountId& creator, std::uint32_t revision);

/// The policy of shares of a film by its suite: those of above for suite 1; else SHA-256 of the CBOR
/// ["keyreel/policy/v3", access, creator, revision, suite], so that terms without the suite open none of
/// them. `revision` is 0 for those of the mint.
crypto::Digest policyDigestOf(AccessMethod access, const AccountId& creator, std::uint32_t revision,
                              std::uint16_t suite);

}  // namespace keyreel::rights
