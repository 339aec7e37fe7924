#include "core/adaptive/package_folder.h"

#include <algorithm>
#include <system_error>

#include "core/base/file.h"
#include "core/base/utf8.h"

namespace keyreel::adaptive {

namespace fs = std::filesystem;

Result<PackageFolder> PackageFolder::around(const fs::path& description) {
    std::error_code error;
    PackageFolder folder;
    folder.m_folder = fs::canonical(fs::absolute(description, error).parent_path(), error);
    if (error) return fail("file_missing", description.string() + " is not there.", "Choose another file.");
    return folder;
}

Result<const PackageFolder::Found*> PackageFolder::look(const std::string& file, const std::string& place) {
    if (const auto known = m_found.find(file); known != m_found.end()) return &known->second;
    std::error_code error;
    const fs::path path = fs::canonical(m_folder / file, error);
    if (error || !fs::is_regular_file(path, error))
        return fail("package_part_missing", place + ": the file " + printable(file) + " is not there.",
                    "Copy the whole folder of the film.");
    const auto [folder, rest] = std::mismatch(m_folder.begin(), m_folder.end(), path.begin(), path.end());
    if (folder != m_folder.end())
        return fail("package_outside",
                    place + ": " + printable(file) + " is a link that leads out of its folder.",
                    "Only files in the folder of the description, and below it, are read.");
    const std::uint64_t size = fs::file_size(path, error);
    if (error)
        return fail("package_part_missing", place + ": the file " + printable(file) + " cannot be read.");
    return &m_found.emplace(file, Found{path, size}).first->second;
}

Result<fs::path> PackageFolder::find(const std::string& file, const std::string& place) {
    KEYREEL_TRY(const Found* found, look(file, place));
    return found->path;
}

Result<Bytes> PackageFolder::readWhole(const std::string& file, std::uint64_t limit,
                                       const std::string& place) {
    KEYREEL_TRY(const Found* found, look(file, place));
    if (found->size > limit)
        return fail("package_limit", place + ": " + printable(file) + " has more than " +
                                         std::to_string(limit >> 20U) + " MiB.");
    return readFile(found->path, limit);
}

Result<Piece> PackageFolder::measured(const Piece& piece, const std::string& place) {
    KEYREEL_TRY(const Found* found, look(piece.file, place));
    Piece out = piece;
    const bool begins = piece.offset < found->size;
    if (begins && !piece.size) out.size = found->size - piece.offset;
    if (!begins || *out.size > found->size - piece.offset)
        return fail("package_truncated",
                    place + ": the file " + printable(piece.file) + " ends at byte " +
                        std::to_string(found->size) + ", before the part of it that is named.",
                    "Copy the whole folder of the film.");
    return out;
}

}  // namespace keyreel::adaptive
