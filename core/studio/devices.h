#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/identity/keystore.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// For how long a device may be added after it asked.
inline constexpr std::int64_t kPairingSeconds = 600;

/// What a device that wants to be added shows to its new person: a code of 16 letters and digits in groups of
/// four. It is no secret, and nobody else can make another device pass for it: it is 80 bits of the hash of
/// what this device signed and put into the log just now.
struct PairingOffer {
    std::string code;
    std::uint64_t index = 0;  ///< Of its statement in the log.
    std::int64_t time = 0;    ///< When it was made; good for kPairingSeconds.
};

/// SHA-256("keyreel/pairing/v1" || statement), its first 80 bits in Crockford's Base32, as
/// XXXX-XXXX-XXXX-XXXX.
std::string pairingCode(ByteView statement);
/// Its one form from what a person typed: any case, with or without dashes, O for 0, I and L for 1. Code
/// `bad_code`.
Result<std::string> parsePairingCode(std::string_view text);

/// On the device that wants to be added: registers it anew under its own account, which is what the code
/// names. Codes: `vault_locked`, transport, the log's.
Result<PairingOffer> offerDevice(const Session& session, std::stop_token stop);

/// On the device of the person: finds in the log what the code names, and registers that device for this
/// account, to play only, until `notAfter`. `name`: empty for the one that the device gave itself. Codes:
/// `bad_code`, `code_unknown` (not in the log, or older than ten minutes), `device_own`, `device_revoked`,
/// `vault_locked`, transport, the log's.
Result<rights::DeviceRegistration> addDevice(const Session& session, std::string_view code,
                                             const std::string& name, std::int64_t notAfter,
                                             std::stop_token stop);

/// On the device that asked: whoever has added it since, kept from then on. None yet: nobody. Codes:
/// transport, the log's.
Result<std::optional<rights::DeviceRegistration>> findLender(const Session& session,
                                                             const PairingOffer& offer, std::stop_token stop);

/// A device of one's own account.
struct OwnDevice {
    rights::DeviceId device{};
    std::string name;
    std::vector<std::string> purposes;
    std::int64_t since = 0;
    std::int64_t notAfter = 0;
    /// When it last opened something, as the gateway saw it; nothing where it saw nothing or was not asked.
    std::optional<std::int64_t> lastOpened;
    bool here = false;   ///< This one.
    bool ended = false;  ///< Past `notAfter`.
};

/// Those in the log that were not revoked, this one first, then the newest. A gateway that does not say what
/// they opened leaves that out. Codes: transport, the log's.
Result<std::vector<OwnDevice>> devicesOf(const Session& session, std::stop_token stop);

/// Gives one of one's own devices another name, or lets it end at another time; what it may do stays. Codes:
/// `device_unknown`, `device_revoked`, `vault_locked`, transport, the log's.
Result<rights::DeviceRegistration> changeDevice(const Session& session, const rights::DeviceId& device,
                                                const std::string& name, std::int64_t notAfter,
                                                std::stop_token stop);

/// An account that has added this device.
struct Loan {
    rights::AccountId account{};
    std::string name;           ///< What it calls this device.
    std::int64_t notAfter = 0;  ///< Unix seconds.
    bool ended = false;         ///< Past `notAfter`.
    bool revoked = false;       ///< It took it back: this device key is never accepted by it again.
};

/// The newest first, by this profile's copy of the log as it is: no network is asked.
std::vector<Loan> loansOf(const Session& session);

/// Gives this computer a device key of its own anew, after an account that had added it has revoked the one
/// before: needed to be added by that account again. Identity, vault and films stay. Codes: `device_in_use`
/// (nobody has revoked it), `vault_locked`, those of identity::Identity::restore().
Result<identity::Identity> renewDevice(const Session& session, identity::KeyStore& keys);

/// The account as which this device opens a film: its own if that has access, else one that has added it and
/// has, else its own.
rights::AccountId actingAccount(const Session& session, const ContentId& contentId);

}  // namespace keyreel::studio
