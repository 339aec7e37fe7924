#include "core/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace keyreel {
namespace {

std::string reason(int error) {
    return std::generic_category().message(error);
}

tl::unexpected<Error> writeError(const std::filesystem::path& path, int error) {
    if (error == ENOSPC || error == EDQUOT)
        return fail("disk_full", "There is no space left for " + path.string() + ".",
                    "Free some space in " + path.parent_path().string() + ", then try again.");
    return fail("file_unwritable", path.string() + " cannot be written: " + reason(error) + ".",
                "Check that you may write in " + path.parent_path().string() + ".");
}

}  // namespace

Result<File> File::openForReading(const std::filesystem::path& path) {
    // O_NONBLOCK: opening a FIFO must not wait for a writer before it is refused.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        const int error = errno;
        if (error == ENOENT)
            return fail("file_missing", path.string() + " is not there.",
                        "Check the name, or find the file again.");
        return fail("file_unreadable", path.string() + " cannot be read: " + reason(error) + ".",
                    "Check that you may read it.");
    }
    File file(descriptor, path);
    struct stat info {};
    if (fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode))
        return fail(
            "file_not_regular",
            path.string() + (S_ISDIR(info.st_mode) ? " is a folder, not a file." : " is not a regular file."),
            "Choose a file.");
    return file;
}

Result<File> File::create(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) return writeError(path, errno);
    return File(descriptor, path);
}

Result<File> File::openForUpdate(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return writeError(path, errno);
    return File(descriptor, path);
}

File::File(File&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_path(std::move(other.m_path)) {}

File& File::operator=(File&& other) noexcept {
    if (this != &other) {
        if (m_descriptor >= 0) ::close(m_descriptor);
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_path = std::move(other.m_path);
    }
    return *this;
}

File::~File() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<std::uint64_t> File::size() const {
    struct stat info {};
    if (fstat(m_descriptor, &info) != 0)
        return fail("file_unreadable", m_path.string() + " cannot be measured: " + reason(errno) + ".");
    return static_cast<std::uint64_t>(info.st_size);
}

Status File::readAt(std::uint64_t offset, MutableBytes out) const {
    std::size_t done = 0;
    while (done < out.size()) {
        const ssize_t got =
            pread(m_descriptor, out.data() + done, out.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            return fail("file_unreadable", m_path.string() + " cannot be read: " + reason(errno) + ".");
        if (got == 0)
            return fail("file_truncated",
                        m_path.string() + " ends at byte " + std::to_string(offset + done) + ", before " +
                            std::to_string(offset + out.size()) + ".",
                        "The file may still be copying, or was cut short. Try again with the whole file.");
        done += static_cast<std::size_t>(got);
    }
    return {};
}

Status File::writeAt(std::uint64_t offset, ByteView bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t put =
            pwrite(m_descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return writeError(m_path, put < 0 ? errno : ENOSPC);
        done += static_cast<std::size_t>(put);
    }
    return {};
}

Status File::sync() {
    if (fsync(m_descriptor) != 0) return writeError(m_path, errno);
    return {};
}

Result<Bytes> readFile(const std::filesystem::path& path, std::uint64_t limit) {
    KEYREEL_TRY(const File file, File::openForReading(path));
    KEYREEL_TRY(const std::uint64_t size, file.size());
    if (size > limit)
        return fail("file_too_large", path.string() + " is " + std::to_string(size) + " bytes; at most " +
                                          std::to_string(limit) + " are expected here.");
    Bytes bytes(size);
    KEYREEL_CHECK(file.readAt(0, bytes));
    return bytes;
}

Status writeFileAtomically(const std::filesystem::path& path, ByteView bytes) {
    std::filesystem::path temporary = path;
    temporary += ".part-" + std::to_string(getpid());
    {
        KEYREEL_TRY(File file, File::create(temporary));
        auto written = file.writeAt(0, bytes);
        if (written) written = file.sync();
        if (!written) {
            ::unlink(temporary.c_str());
            return written;
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        const int error = errno;
        ::unlink(temporary.c_str());
        return writeError(path, error);
    }
    return syncFolder(path.parent_path());
}

Status makePrivateFolder(const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return {};
    if (path.has_parent_path() && path.parent_path() != path)
        KEYREEL_CHECK(makePrivateFolder(path.parent_path()));
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        return fail("folder_unwritable", path.string() + " cannot be created: " + reason(errno) + ".",
                    "Check that you may write in " + path.parent_path().string() + ".");
    return {};
}

Status syncFolder(const std::filesystem::path& folder) {
    const auto name = folder.empty() ? std::filesystem::path(".") : folder;
    const int descriptor = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return writeError(name, errno);
    const int rc = fsync(descriptor);
    const int error = errno;
    ::close(descriptor);
    if (rc != 0) return writeError(name, error);
    return {};
}

}  // namespace keyreel
