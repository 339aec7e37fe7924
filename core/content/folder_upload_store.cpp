#include "core/content/folder_upload_store.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include "core/base/byte_io.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/crypto/hash.h"
#include "core/crypto/random.h"

namespace keyreel::content {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kDomain = "keyreel/upload/v1";
constexpr std::size_t kMaxOwner = 256;
constexpr std::uint64_t kCommitEvery = 8 << 20;
// The two offset records lie in sectors of their own, so that a torn write can spoil only the older one.
constexpr std::uint64_t kSlotPlaces[2] = {512, 1024};
constexpr std::size_t kSlotSize = 32;
constexpr std::size_t kStateSize = 1536;

struct Slot {
    std::uint64_t sequence = 0;
    std::uint64_t offset = 0;
    std::int64_t touched = 0;
};

Bytes slotBytes(const Slot& slot) {
    ByteWriter out;
    out.u64(slot.sequence);
    out.u64(slot.offset);
    out.u64(static_cast<std::uint64_t>(slot.touched));
    const crypto::Digest digest = crypto::sha256(out.view());
    out.bytes(ByteView(digest).first(8));
    return out.take();
}

std::optional<Slot> readSlot(ByteView bytes) {
    ByteReader in(bytes);
    Slot slot;
    slot.sequence = in.u64();
    slot.offset = in.u64();
    slot.touched = static_cast<std::int64_t>(in.u64());
    const Bytes expected = slotBytes(slot);
    if (in.failed() || !std::equal(expected.begin(), expected.end(), bytes.begin())) return std::nullopt;
    return slot;
}

bool isId(std::string_view text) {
    return text.size() == 32 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

tl::unexpected<Error> missing() {
    return fail("upload_missing",
                "There is no such unfinished upload: it was completed, cancelled, or is too old.",
                "Start the upload anew.");
}

struct State {
    UploadStatus status;
    std::uint64_t sequence;
};

Result<State> readState(const fs::path& path, const std::string& id, const UploadLimits& limits) {
    const auto bytes = readFile(path, kStateSize);
    if (!bytes || bytes->size() != kStateSize) return missing();
    ByteReader in(*bytes);
    const bool ours = asText(in.bytes(kDomain.size())) == kDomain;
    const std::uint64_t length = in.u64();
    const auto cid = Cid::fromBytes(in.bytes(36));
    const std::string owner(asText(in.bytes(std::min<std::size_t>(in.u16(), kMaxOwner))));
    if (in.failed() || !ours || !cid) return missing();
    std::optional<Slot> newest;
    for (const std::uint64_t place : kSlotPlaces) {
        const auto slot = readSlot(ByteView(*bytes).subspan(place, kSlotSize));
        if (slot && slot->offset <= length && (!newest || slot->sequence > newest->sequence)) newest = slot;
    }
    if (!newest) return missing();
    const std::int64_t kept = newest->offset == 0 ? limits.unbegunSeconds : limits.expirySeconds;
    return State{
        UploadStatus{id, *cid, owner, length, newest->offset, newest->touched, newest->touched + kept},
        newest->sequence};
}

}  // namespace

// The right to work on one upload, until the end of the scope.
class FolderUploadStore::Claim {
public:
    Claim(FolderUploadStore& store, State state) : m_store(&store), m_state(std::move(state)) {}
    Claim(Claim&& other) noexcept
        : m_store(std::exchange(other.m_store, nullptr)), m_state(std::move(other.m_state)) {}
    Claim& operator=(Claim&&) = delete;
    ~Claim() {
        if (m_store != nullptr) m_store->release(m_state.status.id);
    }
    [[nodiscard]] const State& state() const { return m_state; }
    void handOver() { m_store = nullptr; }

private:
    FolderUploadStore* m_store;
    State m_state;
};

class FolderUploadStore::Writer final : public UploadWriter {
public:
    /// The claim on the upload is this writer's from now on.
    Writer(FolderUploadStore& store, UploadStatus status, File data, File state, std::uint64_t sequence)
        : m_store(store),
          m_status(std::move(status)),
          m_data(std::move(data)),
          m_state(std::move(state)),
          m_sequence(sequence),
          m_position(m_status.offset) {}
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() override { m_store.release(m_status.id); }

    Status write(ByteView data) override {
        if (data.size() > m_status.length - m_position)
            return fail("upload_too_long",
                        "More bytes came than the " + std::to_string(m_status.length) + " announced.");
        KEYREEL_CHECK(m_data.writeAt(m_position, data));
        m_position += data.size();
        if (m_position - m_status.offset >= kCommitEvery) {
            KEYREEL_CHECK(commit());
        }
        return {};
    }

    Result<std::uint64_t> commit() override {
        KEYREEL_CHECK(m_data.sync());
        const Slot slot{m_sequence + 1, m_position, m_store.m_clock.now()};
        KEYREEL_CHECK(m_state.writeAt(kSlotPlaces[slot.sequence % 2], slotBytes(slot)));
        KEYREEL_CHECK(m_state.sync());
        m_sequence = slot.sequence;
        m_status.offset = m_position;
        return m_position;
    }

    [[nodiscard]] std::uint64_t position() const override { return m_position; }

private:
    FolderUploadStore& m_store;
    UploadStatus m_status;
    File m_data;
    File m_state;
    std::uint64_t m_sequence;
    std::uint64_t m_position;
};

Result<std::unique_ptr<FolderUploadStore>> FolderUploadStore::open(const fs::path& folder,
                                                                   FolderBlobStore& blobs, const Clock& clock,
                                                                   UploadLimits limits) {
    KEYREEL_CHECK(makePrivateFolder(folder));
    std::unique_ptr<FolderUploadStore> store(new FolderUploadStore(folder, blobs, clock, limits));
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        files.push_back(it->path());
    for (const fs::path& file : files) {
        const std::string id = file.stem().string();
        const auto state = isId(id) ? readState(store->statePath(id), id, limits) : missing();
        // Halves of an upload that was being made, finished or dropped when the process ended.
        if (!state || !fs::exists(store->dataPath(id), error)) {
            fs::remove(file, error);
            continue;
        }
        if (store->m_uploads.emplace(id, Place{state->status.length, state->status.owner}).second)
            store->m_reserved += state->status.length;
    }
    return store;
}

fs::path FolderUploadStore::dataPath(std::string_view id) const {
    return m_folder / (std::string(id) + ".data");
}

fs::path FolderUploadStore::statePath(std::string_view id) const {
    return m_folder / (std::string(id) + ".state");
}

Status FolderUploadStore::checkRoom(std::uint64_t length, std::string_view owner) const {
    if (m_uploads.size() >= m_limits.maxUploads)
        return fail("too_many_uploads", std::to_string(m_uploads.size()) + " uploads are unfinished already.",
                    "Finish or cancel one, or try again later.");
    std::size_t count = 0;
    std::uint64_t reserved = 0;
    for (const auto& [id, place] : m_uploads) {
        if (place.owner != owner) continue;
        ++count;
        reserved += place.length;
    }
    if (count >= m_limits.maxPerOwner)
        return fail("upload_quota", std::to_string(count) + " uploads of this device are unfinished already.",
                    "Finish or cancel one of them first.");
    const std::uint64_t stored = m_blobs.usedBytes();
    const std::uint64_t total = m_blobs.limits().totalBytes;
    const bool fits = length <= m_limits.maxReserved && m_reserved <= m_limits.maxReserved - length &&
                      stored <= total && m_reserved <= total - stored &&
                      length <= total - stored - m_reserved;
    if (!fits)
        return fail("store_full", "There is no room for " + std::to_string(length) + " more bytes.",
                    "Remove content or raise the limit.");
    if (length > m_limits.maxReservedPerOwner || reserved > m_limits.maxReservedPerOwner - length)
        return fail("upload_quota",
                    "Unfinished uploads of this device would take " + std::to_string(reserved + length) +
                        " bytes; " + std::to_string(m_limits.maxReservedPerOwner) + " are for one device.",
                    "Finish or cancel one of them first.");
    return {};
}

Result<UploadStatus> FolderUploadStore::create(std::uint64_t length, const Cid& cid, std::string_view owner) {
    if (owner.size() > kMaxOwner)
        return fail("bad_argument", "The owner of an upload has at most 256 bytes.");
    if (length > m_limits.maxLength || length > m_blobs.limits().blobBytes)
        return fail("upload_too_long",
                    "An upload of " + std::to_string(length) + " bytes is more than is taken here.");
    dropExpired();
    const std::string id = toHex(crypto::randomArray<16>());
    {
        const std::lock_guard lock(m_mutex);
        KEYREEL_CHECK(checkRoom(length, owner));
        m_uploads.emplace(id, Place{length, std::string(owner)});
        m_reserved += length;
        m_busy.insert(id);
    }
    const std::int64_t now = m_clock.now();
    const State state{
        UploadStatus{id, cid, std::string(owner), length, 0, now, now + m_limits.unbegunSeconds}, 1};
    ByteWriter out;
    out.text(kDomain);
    out.u64(length);
    out.bytes(cid.bytes());
    out.u16(static_cast<std::uint16_t>(owner.size()));
    out.text(owner);
    out.zeros(kSlotPlaces[1] - out.size());
    out.bytes(slotBytes({1, 0, now}));
    out.zeros(kStateSize - out.size());

    // The data first: a state without data would not count.
    Status written = [&]() -> Status {
        KEYREEL_TRY(File data, File::create(dataPath(id)));
        KEYREEL_CHECK(data.sync());
        return writeFileAtomically(statePath(id), out.view());
    }();
    if (!written) {
        drop(id);
        release(id);
        return tl::unexpected<Error>(std::move(written).error());
    }
    release(id);
    return state.status;
}

Result<UploadStatus> FolderUploadStore::status(std::string_view id) const {
    if (!isId(id)) return missing();
    {
        const std::lock_guard lock(m_mutex);
        if (m_uploads.find(id) == m_uploads.end()) return missing();
    }
    KEYREEL_TRY(State state, readState(statePath(id), std::string(id), m_limits));
    if (m_clock.now() >= state.status.expires) return missing();
    return std::move(state.status);
}

Result<FolderUploadStore::Claim> FolderUploadStore::claim(std::string_view id) {
    if (!isId(id)) return missing();
    {
        const std::lock_guard lock(m_mutex);
        if (m_uploads.find(id) == m_uploads.end()) return missing();
        if (!m_busy.insert(std::string(id)).second)
            return fail("upload_busy", "Another request is working on this upload.",
                        "Try again in a moment.");
    }
    auto state = readState(statePath(id), std::string(id), m_limits);
    if (!state || m_clock.now() >= state->status.expires) {
        release(std::string(id));
        return missing();
    }
    return Claim(*this, std::move(*state));
}

void FolderUploadStore::release(const std::string& id) {
    const std::lock_guard lock(m_mutex);
    m_busy.erase(id);
}

void FolderUploadStore::drop(const std::string& id) {
    std::error_code ignored;
    fs::remove(statePath(id), ignored);
    fs::remove(dataPath(id), ignored);
    const std::lock_guard lock(m_mutex);
    const auto it = m_uploads.find(id);
    if (it == m_uploads.end()) return;
    m_reserved -= it->second.length;
    m_uploads.erase(it);
}

Result<std::unique_ptr<UploadWriter>> FolderUploadStore::writer(std::string_view id, std::uint64_t offset) {
    KEYREEL_TRY(Claim claimed, claim(id));
    const State& state = claimed.state();
    if (offset != state.status.offset)
        return fail("offset_conflict",
                    "The upload stands at byte " + std::to_string(state.status.offset) + ", not " +
                        std::to_string(offset) + ".",
                    "Ask for the offset and go on from there.");
    KEYREEL_TRY(File data, File::openForUpdate(dataPath(id)));
    KEYREEL_TRY(File stateFile, File::openForUpdate(statePath(id)));
    auto writer =
        std::make_unique<Writer>(*this, state.status, std::move(data), std::move(stateFile), state.sequence);
    claimed.handOver();
    return writer;
}

Result<Cid> FolderUploadStore::finish(std::string_view id, std::stop_token stop,
                                      const ProgressSink& progress) {
    KEYREEL_TRY(const Claim claimed, claim(id));
    const UploadStatus& status = claimed.state().status;
    if (status.offset != status.length)
        return fail("upload_incomplete",
                    "The upload has " + std::to_string(status.offset) + " of " +
                        std::to_string(status.length) + " bytes.",
                    "Send the rest.");
    const Status adopted = m_blobs.adopt(status.cid, dataPath(id), stop, progress);
    if (!adopted && adopted.error().code != "blob_mismatch") return tl::unexpected<Error>(adopted.error());
    drop(status.id);
    if (!adopted) return tl::unexpected<Error>(adopted.error());
    return status.cid;
}

Status FolderUploadStore::terminate(std::string_view id) {
    KEYREEL_TRY(const Claim claimed, claim(id));
    drop(claimed.state().status.id);
    return {};
}

std::size_t FolderUploadStore::dropExpired() {
    std::vector<std::string> candidates;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, place] : m_uploads)
            candidates.push_back(id);
    }
    std::size_t dropped = 0;
    for (const std::string& id : candidates) {
        const auto state = readState(statePath(id), id, m_limits);
        if (state && m_clock.now() < state->status.expires) continue;
        {
            const std::lock_guard lock(m_mutex);
            if (m_uploads.find(id) == m_uploads.end() || !m_busy.insert(id).second) continue;
        }
        drop(id);
        release(id);
        ++dropped;
    }
    return dropped;
}

std::size_t FolderUploadStore::count() const {
    const std::lock_guard lock(m_mutex);
    return m_uploads.size();
}

}  // namespace keyreel::content
