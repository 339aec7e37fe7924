#include "core/package/temporary_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace keyreel::package {
namespace {

std::filesystem::path hiddenName(const std::filesystem::path& final, const char* ending) {
    return final.parent_path() / ("." + final.filename().string() + ending);
}

tl::unexpected<Error> unwritable(const std::filesystem::path& final, const std::error_code& error) {
    if (error == std::errc::no_space_on_device)
        return fail("disk_full", "The disk is full: " + final.string() + " cannot be written.",
                    "Make room, then try again.");
    return fail("file_unwritable", final.string() + " cannot be written: " + error.message() + ".",
                "Check that you may write in " + final.parent_path().string() + ".");
}

/// What stands under the name may go when it is a file for a file, or a folder with nothing but segments for
/// a folder of them.
Status mayReplace(const std::filesystem::path& final, bool folder) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(final, error);
    bool ours = !std::filesystem::exists(status) || std::filesystem::is_directory(status) == folder;
    if (ours && folder && std::filesystem::exists(status))
        for (std::filesystem::directory_iterator at(final, error), end; !error && at != end;
             at.increment(error)) {
            const std::filesystem::path ending = at->path().extension();
            ours &= at->is_regular_file(error) && (ending == ".m4s" || ending == ".mp4");
        }
    if (ours && !error) return {};
    if (ours && error == std::errc::no_such_file_or_directory) return {};
    return fail("file_unwritable", final.string() + " is in the way: it was not made by packaging.",
                "Move it away, or choose another folder.");
}

}  // namespace

Result<TemporaryOutput> TemporaryOutput::createFile(const std::filesystem::path& folder,
                                                    const std::string& name) {
    const std::filesystem::path final = folder / name;
    KEYREEL_CHECK(mayReplace(final, false));
    KEYREEL_TRY(File file, File::create(hiddenName(final, ".part")));
    return TemporaryOutput(std::make_shared<File>(std::move(file)), final);
}

Result<TemporaryOutput> TemporaryOutput::createFolder(const std::filesystem::path& folder,
                                                      const std::string& name) {
    const std::filesystem::path final = folder / name;
    KEYREEL_CHECK(mayReplace(final, true));
    std::error_code ignored;
    // What a run left behind that was killed.
    std::filesystem::remove_all(hiddenName(final, ".part"), ignored);
    KEYREEL_CHECK(makePrivateFolder(hiddenName(final, ".part")));
    return TemporaryOutput(nullptr, final);
}

TemporaryOutput::TemporaryOutput(TemporaryOutput&& other) noexcept
    : m_file(std::move(other.m_file)),
      m_final(std::move(other.m_final)),
      m_open(std::exchange(other.m_open, false)),
      m_replaced(std::exchange(other.m_replaced, false)) {}

TemporaryOutput::~TemporaryOutput() {
    std::error_code ignored;
    if (m_open) std::filesystem::remove_all(temporaryPath(), ignored);
}

std::filesystem::path TemporaryOutput::temporaryPath() const {
    return hiddenName(m_final, ".part");
}

std::filesystem::path TemporaryOutput::oldPath() const {
    return hiddenName(m_final, ".old");
}

Status TemporaryOutput::flush() {
    if (m_file) return m_file->sync();
    // One call for all files of the folder, of which a long film has thousands.
    const int folder = ::open(temporaryPath().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = folder >= 0 && ::syncfs(folder) == 0;
    const std::error_code error(errno, std::generic_category());
    if (folder >= 0) ::close(folder);
    return flushed ? Status{} : unwritable(m_final, error);
}

Status TemporaryOutput::takeName() {
    KEYREEL_CHECK(mayReplace(m_final, m_file == nullptr));
    std::error_code error;
    std::filesystem::remove_all(oldPath(), error);
    std::filesystem::rename(m_final, oldPath(), error);
    m_replaced = !error;
    if (error && error != std::errc::no_such_file_or_directory) return unwritable(m_final, error);
    std::filesystem::rename(temporaryPath(), m_final, error);
    if (error) {
        giveNameBack();
        return unwritable(m_final, error);
    }
    m_open = false;
    return {};
}

void TemporaryOutput::giveNameBack() {
    std::error_code ignored;
    if (!m_open) std::filesystem::remove_all(m_final, ignored);
    if (m_replaced) std::filesystem::rename(oldPath(), m_final, ignored);
    m_replaced = false;
}

void TemporaryOutput::forgetOld() {
    std::error_code ignored;
    if (m_replaced) std::filesystem::remove_all(oldPath(), ignored);
    m_replaced = false;
}

Status keepAll(std::span<TemporaryOutput* const> outputs) {
    for (TemporaryOutput* output : outputs)
        KEYREEL_CHECK(output->flush());
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const Status named = outputs[i]->takeName();
        if (named) continue;
        while (i > 0)
            outputs[--i]->giveNameBack();
        return named;
    }
    for (TemporaryOutput* output : outputs)
        output->forgetOld();
    return {};
}

}  // namespace keyreel::package
