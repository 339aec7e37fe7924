#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "core/adaptive/stream_description.h"
#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::adaptive {

/// The folder of a description: nothing outside of it is read, not by a link in it either. Thread: one.
class PackageFolder {
public:
    /// Code `file_missing` when there is no such file.
    static Result<PackageFolder> around(const std::filesystem::path& description);

    /// Where a file is, by its name in the description. Codes: `package_part_missing`, `package_outside`.
    Result<std::filesystem::path> find(const std::string& file, const std::string& place);
    /// The whole of a file. Codes: those of find(), `package_limit` above `limit`, file_*.
    Result<Bytes> readWhole(const std::string& file, std::uint64_t limit, const std::string& place);
    /// A piece with the size that it has; `package_truncated` when it reaches past its file's end.
    Result<Piece> measured(const Piece& piece, const std::string& place);

private:
    struct Found {
        std::filesystem::path path;
        std::uint64_t size = 0;
    };
    Result<const Found*> look(const std::string& file, const std::string& place);

    std::filesystem::path m_folder;
    std::map<std::string, Found> m_found;
};

}  // namespace keyreel::adaptive
