#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "core/base/file.h"
#include "core/base/result.h"

namespace keyreel::package {

/// A file, or a folder of files, that exists under a temporary name until keepAll() gives it its own, and
/// disappears otherwise. Private to this room.
class TemporaryOutput {
public:
    /// Will become the file `folder/name`.
    static Result<TemporaryOutput> createFile(const std::filesystem::path& folder, const std::string& name);
    /// Will become the folder `folder/name`, of which nothing else stays. Code `folder_unwritable`.
    static Result<TemporaryOutput> createFolder(const std::filesystem::path& folder, const std::string& name);
    TemporaryOutput(TemporaryOutput&&) noexcept;
    TemporaryOutput& operator=(TemporaryOutput&&) = delete;
    TemporaryOutput(const TemporaryOutput&) = delete;
    TemporaryOutput& operator=(const TemporaryOutput&) = delete;
    ~TemporaryOutput();

    /// Of a file only.
    File& file() { return *m_file; }
    /// For a lane that may outlive this object by a moment.
    [[nodiscard]] std::shared_ptr<File> shared() const { return m_file; }
    /// Where it is until it is kept.
    [[nodiscard]] std::filesystem::path temporaryPath() const;

private:
    friend Status keepAll(std::span<TemporaryOutput* const> outputs);

    TemporaryOutput(std::shared_ptr<File> file, std::filesystem::path final)
        : m_file(std::move(file)), m_final(std::move(final)) {}
    Status flush();
    Status takeName();
    void giveNameBack();
    void forgetOld();
    [[nodiscard]] std::filesystem::path oldPath() const;

    std::shared_ptr<File> m_file;  ///< Null for a folder.
    std::filesystem::path m_final;
    bool m_open = true;
    bool m_replaced = false;
};

/// Gives all of them their names: first everything is flushed to the disk, so that what does not fit is told
/// before anything old is touched; should a name then be refused, those before it get their old content
/// back. Codes: `disk_full`, `file_unwritable`.
Status keepAll(std::span<TemporaryOutput* const> outputs);

}  // namespace keyreel::package
