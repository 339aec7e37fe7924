#include "core/studio/devices.h"

#include <algorithm>
#include <variant>

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/crypto/hash.h"
#include "core/identity/names.h"
#include "core/rights/statement.h"
#include "core/studio/account_signature.h"

namespace keyreel::studio {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeLetters = 16;
constexpr std::int64_t kOwnSeconds = std::int64_t{5} * 365 * 86400;
constexpr std::int64_t kClockSkew = 60;
constexpr std::uint64_t kMaxLenders = 64;
// A log that grows faster than this within ten minutes has other troubles.
constexpr std::uint64_t kMostSearched = 100000;

std::filesystem::path lendersFile(const Session& session) {
    return session.places.profile / "lenders";
}

/// Accounts that have added this device, 64 digits a line. What cannot be read is nobody: the log knows who
/// it was.
std::vector<rights::AccountId> lendersOf(const Session& session) {
    std::vector<rights::AccountId> lenders;
    const auto bytes = readFile(lendersFile(session), kMaxLenders * 65);
    if (!bytes) return lenders;
    const std::string_view text = asText(*bytes);
    for (std::size_t i = 0; i + 65 <= text.size(); i += 65)
        if (const auto account = fromHexExact<32>(text.substr(i, 64))) lenders.push_back(*account);
    return lenders;
}

Status keepLender(const Session& session, const rights::AccountId& account) {
    auto lenders = lendersOf(session);
    lenders.erase(std::remove(lenders.begin(), lenders.end(), account), lenders.end());
    lenders.insert(lenders.begin(), account);
    if (lenders.size() > kMaxLenders) lenders.resize(kMaxLenders);
    std::string text;
    for (const auto& each : lenders)
        text += toHex(each) + "\n";
    return writeFileAtomically(lendersFile(session), asBytes(text));
}

Result<std::optional<rights::DeviceRegistration>> registrationAt(const rights::Replica& replica,
                                                                 std::uint64_t index, Bytes& bytes) {
    KEYREEL_TRY(bytes, replica.entry(index));
    auto statement = rights::verifyStatement(bytes);
    if (!statement) return std::optional<rights::DeviceRegistration>();
    auto* registration = std::get_if<rights::DeviceRegistration>(&*statement);
    if (registration == nullptr) return std::optional<rights::DeviceRegistration>();
    return std::optional(std::move(*registration));
}

tl::unexpected<Error> locked() {
    return fail("vault_locked", "Keyreel is locked, so nothing can be signed.", "Unlock it, then try again.");
}

}  // namespace

std::string pairingCode(ByteView statement) {
    Bytes input = toBytes("keyreel/pairing/v1");
    append(input, statement);
    const crypto::Digest digest = crypto::sha256(input);
    std::string code;
    for (std::size_t letter = 0; letter < kCodeLetters; ++letter) {
        unsigned value = 0;
        for (std::size_t bit = letter * 5; bit < letter * 5 + 5; ++bit)
            value = value << 1 | (digest[bit / 8] >> (7 - bit % 8) & 1U);
        if (letter != 0 && letter % 4 == 0) code += '-';
        code += kAlphabet[value];
    }
    return code;
}

Result<std::string> parsePairingCode(std::string_view text) {
    std::string code;
    std::size_t letters = 0;
    for (char c : text) {
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        if (kAlphabet.find(c) == std::string_view::npos || letters == kCodeLetters) {
            letters = 0;
            break;
        }
        if (letters != 0 && letters % 4 == 0) code += '-';
        code += c;
        ++letters;
    }
    if (letters != kCodeLetters)
        return fail("bad_code", "A device's code is 16 letters and digits, for example 7Q2M-KD0V-X9TB-3HWE.",
                    "Type it as the other device shows it.");
    return code;
}

Result<PairingOffer> offerDevice(const Session& session, std::stop_token stop) {
    const auto& person = *session.identity;
    if (!person.isOpen()) return locked();
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    rights::DeviceRegistration registration;
    registration.account = person.accountId();
    registration.device = person.deviceId();
    registration.name = std::string(identity::shortened(person.deviceName(), 128));
    registration.purposes = {std::string(rights::kPurposePlay), std::string(rights::kPurposePublish)};
    registration.time = session.clock->now();
    // Of two within one second the later one counts.
    if (const auto before = session.rights->replica().device(registration.account, registration.device))
        registration.time = std::max(registration.time, before->registration.time + 1);
    registration.notAfter = registration.time + kOwnSeconds;
    KEYREEL_TRY(registration.latticeKey, latticeKeyOfDevice(person));
    KEYREEL_TRY(const Bytes statement, signAsAccount(session, registration));
    KEYREEL_TRY(const auto receipt, session.gateway->submitStatement(statement, stop));
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    return PairingOffer{pairingCode(statement), receipt.index, registration.time};
}

Result<rights::DeviceRegistration> addDevice(const Session& session, std::string_view code,
                                             const std::string& name, std::int64_t notAfter,
                                             std::stop_token stop) {
    const auto& person = *session.identity;
    if (!person.isOpen()) return locked();
    KEYREEL_TRY(const std::string wanted, parsePairingCode(code));
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    const rights::Replica& replica = session.rights->replica();
    const std::int64_t now = session.clock->now();
    std::optional<rights::DeviceRegistration> offered;
    const std::uint64_t size = replica.size();
    for (std::uint64_t back = 0; back < std::min(size, kMostSearched) && !offered; ++back) {
        Bytes bytes;
        KEYREEL_TRY(auto found, registrationAt(replica, size - 1 - back, bytes));
        if (found && pairingCode(bytes) == wanted) offered = std::move(found);
    }
    if (!offered || offered->time < now - kPairingSeconds || offered->time > now + kClockSkew)
        return fail("code_unknown", "No device has shown this code within the last ten minutes.",
                    "Let it show a new one, with: keyreel-cli device join");
    if (offered->account == person.accountId())
        return fail("device_own", "This device belongs to your account already.");
    rights::DeviceRegistration added;
    added.account = person.accountId();
    added.device = offered->device;
    added.name = name.empty() ? offered->name : name;
    added.purposes = {std::string(rights::kPurposePlay)};
    added.time = now;
    added.latticeKey = offered->latticeKey;
    if (const auto before = replica.device(added.account, added.device))
        added.time = std::max(added.time, before->registration.time + 1);
    added.notAfter = notAfter;
    KEYREEL_TRY(const Bytes statement, signAsAccount(session, added));
    KEYREEL_CHECK(session.gateway->submitStatement(statement, stop));
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    KEYREEL_CHECK(session.audit->append("device_added", {{"device", identity::fingerprint(added.device)},
                                                         {"name", added.name},
                                                         {"not_after", added.notAfter}}));
    return added;
}

Result<std::optional<rights::DeviceRegistration>> findLender(const Session& session,
                                                             const PairingOffer& offer,
                                                             std::stop_token stop) {
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    const rights::Replica& replica = session.rights->replica();
    const auto& person = *session.identity;
    const std::uint64_t size = replica.size();
    for (std::uint64_t index = offer.index + 1; index < size; ++index) {
        Bytes bytes;
        KEYREEL_TRY(auto found, registrationAt(replica, index, bytes));
        if (!found || found->device != person.deviceId() || found->account == person.accountId()) continue;
        KEYREEL_CHECK(keepLender(session, found->account));
        return found;
    }
    return std::optional<rights::DeviceRegistration>();
}

Result<std::vector<OwnDevice>> devicesOf(const Session& session, std::stop_token stop) {
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    const auto& person = *session.identity;
    const std::int64_t now = session.clock->now();
    const auto opened = session.gateway->openingsOf(person.accountId(), stop);
    if (!opened)
        log(LogLevel::Debug, "studio", "The gateway does not say what was opened: " + opened.error().what);
    const auto lastOpened = [&](const rights::DeviceId& device) -> std::optional<std::int64_t> {
        if (!opened) return std::nullopt;
        for (const auto& opening : *opened)
            if (opening.device == device) return opening.time;
        return std::nullopt;
    };
    std::vector<OwnDevice> devices;
    for (const auto& record : session.rights->replica().state().devicesOf(person.accountId())) {
        const auto& said = record.registration;
        // A revocation that the log does not have yet counts here, too.
        if (session.rights->replica().deviceRevoked(said.account, said.device)) continue;
        devices.push_back({said.device, said.name, said.purposes, said.time, said.notAfter,
                           lastOpened(said.device), said.device == person.deviceId(), now > said.notAfter});
    }
    std::sort(devices.begin(), devices.end(), [](const OwnDevice& a, const OwnDevice& b) {
        return a.here != b.here ? a.here : a.since > b.since;
    });
    return devices;
}

Result<rights::DeviceRegistration> changeDevice(const Session& session, const rights::DeviceId& device,
                                                const std::string& name, std::int64_t notAfter,
                                                std::stop_token stop) {
    const auto& person = *session.identity;
    if (!person.isOpen()) return locked();
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    const auto before = session.rights->replica().device(person.accountId(), device);
    if (!before)
        return fail("device_unknown", "This account has no such device.", "Look at the list of devices.");
    if (session.rights->replica().deviceRevoked(person.accountId(), device))
        return fail("device_revoked", "This device was revoked.", "Add it again with a new code.");
    rights::DeviceRegistration changed = before->registration;
    if (!name.empty()) changed.name = name;
    changed.time = std::max(session.clock->now(), changed.time + 1);
    changed.notAfter = notAfter;
    KEYREEL_TRY(const Bytes statement, signAsAccount(session, changed));
    KEYREEL_CHECK(session.gateway->submitStatement(statement, stop));
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    KEYREEL_CHECK(session.audit->append("device_changed", {{"device", identity::fingerprint(changed.device)},
                                                           {"name", changed.name},
                                                           {"not_after", changed.notAfter}}));
    return changed;
}

std::vector<Loan> loansOf(const Session& session) {
    const rights::Replica& replica = session.rights->replica();
    const rights::DeviceId& here = session.identity->deviceId();
    const std::int64_t now = session.clock->now();
    std::vector<Loan> loans;
    for (const auto& account : lendersOf(session)) {
        const auto said = replica.device(account, here);
        // Those that added a device key that this computer has no more say nothing about this one.
        if (!said) continue;
        loans.push_back({account, said->registration.name, said->registration.notAfter,
                         now > said->registration.notAfter, replica.deviceRevoked(account, here)});
    }
    return loans;
}

Result<identity::Identity> renewDevice(const Session& session, identity::KeyStore& keys) {
    const auto& person = *session.identity;
    const auto loans = loansOf(session);
    if (std::none_of(loans.begin(), loans.end(), [](const Loan& loan) { return loan.revoked; }))
        return fail("device_in_use", "Nobody has revoked this device, so its key stays.");
    KEYREEL_TRY(const SecretBytes phrase, person.phrase());
    return identity::Identity::restore(session.places.profile, keys, phrase.view(), person.displayName(),
                                       person.deviceName(), person.deviceId());
}

rights::AccountId actingAccount(const Session& session, const ContentId& contentId) {
    const rights::Replica& replica = session.rights->replica();
    const auto& person = *session.identity;
    if (replica.hasAccess(person.accountId(), contentId)) return person.accountId();
    const std::int64_t now = session.clock->now();
    for (const auto& lender : lendersOf(session))
        if (replica.hasAccess(lender, contentId) &&
            replica.deviceRegistered(lender, person.deviceId(), now, rights::kPurposePlay))
            return lender;
    return person.accountId();
}

}  // namespace keyreel::studio
