#include <algorithm>
#include <optional>
#include <system_error>

#include "core/base/file.h"
#include "core/content/blob_store.h"

namespace keyreel::content {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kBufferSize = 1 << 20;

tl::unexpected<Error> missing(const Cid& cid) {
    return fail("blob_missing", "The store has no blob " + cid.text() + ".");
}

tl::unexpected<Error> mismatch(const Cid& expected, const Cid& actual) {
    return fail("blob_mismatch",
                "The bytes received are " + actual.text() + ", not " + expected.text() + " as announced.",
                "Send the content again from its source.");
}

class FileBlobReader final : public BlobReader {
public:
    FileBlobReader(File file, std::uint64_t size) : m_file(std::move(file)), m_size(size) {}
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] Status readAt(std::uint64_t offset, MutableBytes out) const override {
        if (offset > m_size || out.size() > m_size - offset)
            return fail("bad_range", "Bytes " + std::to_string(offset) + "+" + std::to_string(out.size()) +
                                         " lie outside a blob of " + std::to_string(m_size) + " bytes.");
        return m_file.readAt(offset, out);
    }

private:
    File m_file;
    std::uint64_t m_size;
};

// A temporary file that does not outlive an interrupted call.
class Temporary {
public:
    explicit Temporary(fs::path path) : m_path(std::move(path)) {}
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

}  // namespace

// Room in the store for bytes that are on their way; given back unless they become a blob.
class FolderBlobStore::Reservation {
public:
    Reservation(FolderBlobStore& store, const Cid& cid) : m_store(store), m_cid(cid) {}
    Reservation(const Reservation&) = delete;
    Reservation& operator=(const Reservation&) = delete;
    ~Reservation() {
        const std::lock_guard lock(m_store.m_mutex);
        m_store.m_used -= m_bytes;
    }
    Status grow(std::uint64_t bytes) {
        const BlobLimits& limits = m_store.m_limits;
        if (bytes > limits.blobBytes || m_bytes > limits.blobBytes - bytes)
            return fail("blob_too_large", m_cid.text() + " is larger than the " +
                                              std::to_string(limits.blobBytes) +
                                              " bytes that one blob may have here.");
        const std::lock_guard lock(m_store.m_mutex);
        if (m_store.m_used > limits.totalBytes || bytes > limits.totalBytes - m_store.m_used)
            return fail("store_full",
                        "The store may hold " + std::to_string(limits.totalBytes) +
                            " bytes, which is not enough for " + m_cid.text() + ".",
                        "Remove content or raise the limit.");
        m_store.m_used += bytes;
        m_bytes += bytes;
        return {};
    }
    void keep() { m_bytes = 0; }

private:
    FolderBlobStore& m_store;
    const Cid& m_cid;
    std::uint64_t m_bytes = 0;
};

Result<std::unique_ptr<FolderBlobStore>> FolderBlobStore::open(const fs::path& folder, BlobLimits limits) {
    std::error_code error;
    fs::remove_all(folder / "incoming", error);
    KEYREEL_CHECK(makePrivateFolder(folder / "incoming"));
    KEYREEL_CHECK(makePrivateFolder(folder / "blobs"));
    std::unique_ptr<FolderBlobStore> store(new FolderBlobStore(folder, limits));
    for (fs::recursive_directory_iterator it(folder / "blobs", error), end; !error && it != end;
         it.increment(error)) {
        std::error_code unreadable;
        if (!Cid::parse(it->path().filename().string()) || !it->is_regular_file(unreadable)) continue;
        const auto size = it->file_size(unreadable);
        if (!unreadable) store->m_used += size;
    }
    if (error)
        return fail("file_unreadable", folder.string() + " cannot be listed: " + error.message() + ".");
    return store;
}

fs::path FolderBlobStore::pathOf(const Cid& cid) const {
    // The end of the text, since every CID begins alike.
    const std::string text = cid.text();
    return m_folder / "blobs" / text.substr(text.size() - 3, 2) / text;
}

Status FolderBlobStore::put(const Cid& cid, const ByteSource& source, std::stop_token stop,
                            const ProgressSink& progress) {
    KEYREEL_TRY(const bool there, exists(cid));
    if (there) return {};
    std::optional<Temporary> temporary;
    {
        const std::lock_guard lock(m_mutex);
        temporary.emplace(m_folder / "incoming" / std::to_string(m_nextTemporary++));
    }
    Reservation reservation(*this, cid);
    KEYREEL_TRY(File file, File::create(temporary->path()));
    CidBuilder builder;
    Bytes buffer(kBufferSize);
    for (;;) {
        if (stop.stop_requested()) return cancelled("Storing " + cid.text());
        KEYREEL_TRY(const std::size_t count, source(buffer));
        if (count == 0) break;
        if (count > buffer.size())
            return fail("bad_argument", "A byte source claims more than it was asked for.");
        KEYREEL_CHECK(reservation.grow(count));
        const ByteView part = ByteView(buffer).first(count);
        KEYREEL_CHECK(file.writeAt(builder.size(), part));
        builder.update(part);
        if (progress) progress({builder.size(), 0});
    }
    const Cid actual = builder.finish();
    if (actual != cid) return mismatch(cid, actual);
    KEYREEL_CHECK(file.sync());
    return publish(cid, temporary->path(), reservation);
}

Status FolderBlobStore::adopt(const Cid& cid, const fs::path& path, std::stop_token stop,
                              const ProgressSink& progress) {
    KEYREEL_TRY(const bool there, exists(cid));
    Reservation reservation(*this, cid);
    if (!there) {
        KEYREEL_TRY(const File reading, File::openForReading(path));
        KEYREEL_TRY(const std::uint64_t size, reading.size());
        KEYREEL_CHECK(reservation.grow(size));
    }
    KEYREEL_TRY(const Cid actual, cidOfFile(path, stop, progress));
    if (actual != cid) return mismatch(cid, actual);
    KEYREEL_TRY(File file, File::openForUpdate(path));
    KEYREEL_CHECK(file.sync());
    return publish(cid, path, reservation);
}

Status FolderBlobStore::publish(const Cid& cid, const fs::path& file, Reservation& reservation) {
    const fs::path target = pathOf(cid);
    KEYREEL_CHECK(makePrivateFolder(target.parent_path()));
    {
        const std::lock_guard lock(m_mutex);
        std::error_code error;
        if (fs::exists(target, error)) {
            fs::remove(file, error);
            return {};
        }
        fs::rename(file, target, error);
        if (error)
            return fail("file_unwritable",
                        target.string() + " could not be put in place: " + error.message() + ".");
        reservation.keep();
    }
    KEYREEL_CHECK(syncFolder(target.parent_path()));
    return syncFolder(target.parent_path().parent_path());
}

Result<std::unique_ptr<BlobReader>> FolderBlobStore::open(const Cid& cid) const {
    auto file = File::openForReading(pathOf(cid));
    if (!file) {
        if (file.error().code == "file_missing") return missing(cid);
        return tl::unexpected<Error>(file.error());
    }
    KEYREEL_TRY(const std::uint64_t size, file->size());
    return std::make_unique<FileBlobReader>(std::move(*file), size);
}

Result<bool> FolderBlobStore::exists(const Cid& cid) const {
    std::error_code error;
    const bool there = fs::exists(pathOf(cid), error);
    if (error) return fail("file_unreadable", "The store cannot be read: " + error.message() + ".");
    return there;
}

Result<std::uint64_t> FolderBlobStore::size(const Cid& cid) const {
    std::error_code error;
    const auto size = fs::file_size(pathOf(cid), error);
    if (error == std::errc::no_such_file_or_directory) return missing(cid);
    if (error) return fail("file_unreadable", "The store cannot be read: " + error.message() + ".");
    return std::uint64_t{size};
}

Status FolderBlobStore::remove(const Cid& cid) {
    const fs::path path = pathOf(cid);
    {
        const std::lock_guard lock(m_mutex);
        KEYREEL_TRY(const std::uint64_t bytes, size(cid));
        std::error_code error;
        fs::remove(path, error);
        if (error)
            return fail("file_unwritable", path.string() + " could not be removed: " + error.message() + ".");
        m_used -= std::min(m_used, bytes);
    }
    return syncFolder(path.parent_path());
}

std::uint64_t FolderBlobStore::usedBytes() const {
    const std::lock_guard lock(m_mutex);
    return m_used;
}

Result<ByteSource> sourceOfFile(const fs::path& path) {
    KEYREEL_TRY(File opened, File::openForReading(path));
    KEYREEL_TRY(const std::uint64_t size, opened.size());
    auto file = std::make_shared<const File>(std::move(opened));
    return ByteSource([file, size, done = std::uint64_t{0}](MutableBytes out) mutable -> Result<std::size_t> {
        const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size - done));
        KEYREEL_CHECK(file->readAt(done, out.first(part)));
        done += part;
        return part;
    });
}

}  // namespace keyreel::content
