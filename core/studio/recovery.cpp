#include "core/studio/recovery.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/base/text.h"
#include "core/identity/mnemonic.h"
#include "core/identity/recovery_page.h"
#include "core/studio/open_film.h"

namespace keyreel::studio {
namespace {

namespace fs = std::filesystem;

// What a kit may bring into a profile. Nothing else that stands in one is ever written.
constexpr std::array<std::string_view, 2> kFiles{"drafts.json", "library.json"};

fs::path noteOf(const Places& places) {
    return places.profile / "recovery-kit.made";
}

Status remember(const Places& places, std::int64_t made) {
    return writeFileAtomically(noteOf(places), toBytes(std::to_string(made)));
}

Result<LibraryEntry> entryOf(const Session& session, const Link& link, const FilmFacts& film) {
    LibraryEntry entry;
    entry.link = link.text();
    entry.title = film.manifest.title;
    entry.description = film.manifest.description;
    entry.tags = film.manifest.tags;
    entry.creatorName = film.manifest.creatorName;
    entry.role = Role::Mine;
    entry.durationMs = film.manifest.durationMs;
    for (const auto& track : film.manifest.tracks)
        entry.height = std::max(entry.height, track.height);
    entry.added = session.clock->now();
    if (!film.cover.empty()) {
        KEYREEL_CHECK(makePrivateFolder(session.places.covers()));
        entry.cover = session.places.covers() / (toHex(link.contentId) + ".jpg");
        KEYREEL_CHECK(writeFileAtomically(entry.cover, film.cover));
    }
    return entry;
}

}  // namespace

Result<Bytes> makeRecoveryKit(const Places& places, const identity::Identity& identity, bool drafts,
                              ByteView password, const Clock& clock) {
    identity::RecoveryKit kit;
    kit.account = identity.accountId();
    kit.displayName = identity.displayName();
    kit.made = clock.now();
    KEYREEL_TRY(const SecretBytes phrase, identity.phrase());
    KEYREEL_TRY(kit.entropy, identity::entropyOfPhrase(phrase.view()));
    for (const std::string_view name : kFiles) {
        std::error_code error;
        if (!drafts || !fs::exists(places.profile / name, error)) continue;
        KEYREEL_TRY(Bytes content, readFile(places.profile / name, identity::kMaxKitFileSize));
        kit.files.push_back({std::string(name), std::move(content)});
    }
    return identity::sealRecoveryKit(kit, password);
}

Result<std::uint64_t> writeRecoveryKit(const Places& places, const identity::Identity& identity, bool drafts,
                                       ByteView password, const Clock& clock, const fs::path& file) {
    std::error_code error;
    if (fs::exists(file, error))
        return fail("file_exists", file.string() + " exists already and is left as it is.",
                    "Choose another name, or remove it first.");
    KEYREEL_TRY(const Bytes kit, makeRecoveryKit(places, identity, drafts, password, clock));
    KEYREEL_CHECK(writeFileAtomically(file, kit));
    KEYREEL_CHECK(remember(places, clock.now()));
    return kit.size();
}

std::optional<std::int64_t> lastRecoveryKit(const Places& places) {
    const auto note = readFile(noteOf(places), 32);
    if (!note) return std::nullopt;
    std::int64_t made = 0;
    const std::string_view text = asText(*note);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), made);
    if (error != std::errc() || made <= 0) return std::nullopt;
    return made;
}

Result<SecretBytes> makeRecoveryPage(const identity::Identity& identity, const Clock& clock) {
    KEYREEL_TRY(const SecretBytes phrase, identity.phrase());
    return identity::recoveryPage({identity.accountId(), identity.displayName(), clock.now()}, phrase.view());
}

std::optional<crypto::PublicKey> revokedDevice(const Session& session, std::stop_token stop) {
    // Without the gateway the copy from before still says what it said.
    (void)session.rights->sync(*session.gateway, std::move(stop));
    const identity::Identity& person = *session.identity;
    if (!session.rights->replica().deviceRevoked(person.accountId(), person.deviceId())) return std::nullopt;
    return person.deviceId();
}

Result<RestoredKit> restoreRecoveryKit(const Places& places, identity::KeyStore& keys, ByteView kit,
                                       ByteView password, const std::string& deviceName,
                                       const std::optional<crypto::PublicKey>& revoked) {
    KEYREEL_TRY(const identity::RecoveryKit opened, identity::openRecoveryKit(kit, password));
    KEYREEL_TRY(const SecretBytes phrase, identity::phraseOfEntropy(opened.entropy.view()));
    KEYREEL_TRY(identity::Identity identity,
                identity::Identity::restore(places.profile, keys, phrase.view(), opened.displayName,
                                            deviceName, revoked));
    RestoredKit restored{std::move(identity), {}};
    KEYREEL_CHECK(remember(places, opened.made));
    for (const identity::KitFile& file : opened.files) {
        const fs::path path = places.profile / file.name;
        std::error_code error;
        if (std::find(kFiles.begin(), kFiles.end(), file.name) == kFiles.end() || fs::exists(path, error))
            continue;
        KEYREEL_CHECK(writeFileAtomically(path, file.content));
        restored.files.push_back(file.name);
    }
    return restored;
}

Result<FoundFilms> findOwnFilms(const Session& session, std::stop_token stop) {
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    FoundFilms found;
    Library library(session.places);
    const rights::State state = session.rights->replica().state();
    for (const auto& [contentId, record] : state.assets()) {
        if (record.mint.creator != session.identity->accountId() || record.unpublished) continue;
        if (stop.stop_requested()) return cancelled("Looking for your films");
        KEYREEL_TRY(const Link link, Link::of(session.network.gatewayUrl, contentId));
        auto film = describeFilm(session, link, stop);
        auto entry = film ? entryOf(session, link, *film) : tl::unexpected<Error>(film.error());
        if (!entry) {
            found.faults.emplace_back(link.text(), entry.error());
            continue;
        }
        KEYREEL_CHECK(library.put(*entry));
        found.films.push_back(std::move(*entry));
    }
    return found;
}

}  // namespace keyreel::studio
