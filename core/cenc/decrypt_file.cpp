#include "core/cenc/decrypt_file.h"

#include <algorithm>
#include <system_error>

#include "core/base/file.h"
#include "core/base/lane.h"
#include "core/base/text.h"
#include "core/cenc/clear_view.h"
#include "core/crypto/random.h"

namespace keyreel::cenc {

namespace {

constexpr std::size_t kBlock = 2U << 20;

/// A file that is removed unless it was kept.
class TemporaryFile {
public:
    explicit TemporaryFile(std::filesystem::path path) : m_path(std::move(path)) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        std::error_code ignored;
        if (!m_path.empty()) std::filesystem::remove(m_path, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    Status renameTo(const std::filesystem::path& target) {
        std::error_code error;
        std::filesystem::rename(m_path, target, error);
        if (error)
            return fail("file_unwritable", target.string() + " cannot be written: " + error.message() + ".",
                        "Check the folder.");
        m_path.clear();
        return {};
    }

private:
    std::filesystem::path m_path;
};

Status copyAll(ClearView& view, File& file, const std::stop_token& stop, const ProgressSink& progress) {
    // One block is decrypted while the other is written.
    const auto room = static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, view.size()));
    Bytes block(room);
    Bytes other(room);
    Lane writing;
    for (std::uint64_t position = 0; position < view.size();) {
        if (stop.stop_requested()) return cancelled("Decryption");
        const MutableBytes part = MutableBytes(block).first(
            static_cast<std::size_t>(std::min<std::uint64_t>(room, view.size() - position)));
        KEYREEL_CHECK(view.read(position, part));
        KEYREEL_CHECK(writing.finish());
        KEYREEL_CHECK(writing.post([&file, position, part] { return file.writeAt(position, part); }));
        std::swap(block, other);
        position += part.size();
        if (progress) progress({position, view.size()});
    }
    return writing.finish();
}

}  // namespace

Status decryptFile(std::shared_ptr<ByteSource> input, std::shared_ptr<const KeyRing> keys,
                   const std::filesystem::path& output, std::stop_token stop, const ProgressSink& progress) {
    KEYREEL_TRY(const std::unique_ptr<ClearView> view, ClearView::open(std::move(input), std::move(keys)));
    if (!view->isProtected())
        return fail("not_protected", "No track of the file is protected: there is nothing to decrypt.");
    const std::filesystem::path folder =
        output.parent_path().empty() ? std::filesystem::path(".") : output.parent_path();
    TemporaryFile temporary(folder /
                            ("." + output.filename().string() + "." + toHex(crypto::randomBytes(8))));
    {
        KEYREEL_TRY(File file, File::create(temporary.path()));
        KEYREEL_CHECK(copyAll(*view, file, stop, progress));
        KEYREEL_CHECK(file.sync());
    }
    KEYREEL_CHECK(temporary.renameTo(output));
    return syncFolder(folder);
}

}  // namespace keyreel::cenc
