#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/base/byte_source.h"
#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/studio/places.h"

namespace keyreel::studio {

class OpenedFilm;

/// Looks for pieces of a film on the disk. Every run of at least 4 KiB of what was added is found at any
/// place of a scanned file: such a run holds at least one whole 2 KiB block of the original's grid, and those
/// are all known.
class PlaintextScan {
public:
    /// Adds clear media (for example one source file) to what is looked for. Blocks of one repeated byte or
    /// 4-byte pixel are left out: they are padding, and occur everywhere.
    void add(ByteView clear);
    Status addFile(const std::filesystem::path& path, std::stop_token stop);
    /// Adds the samples of an MP4 file in the clear: the payload of each `mdat`, on a grid of its own. The
    /// other boxes lie in the clear in a protected file, too, and are no film. Codes: `box_malformed`,
    /// `cancelled`, those of the source.
    Status addMedia(ByteSource& clear, const std::stop_token& stop);

    struct Finding {
        std::filesystem::path file;
        std::uint64_t offset = 0;  ///< Of the first 2 KiB block of the film in the file.
    };
    /// A file or folder that could not be read: it could hold anything.
    struct Unread {
        std::filesystem::path path;
        std::string reason;
    };
    struct Report {
        /// How much lookForPlaintext() had to look for: blocks of what was published, and the blocks that
        /// only the source has. Black pictures without sound compress to less than one block; then there is
        /// nothing that could be told from other bytes, which is no failure.
        std::size_t publishedBlocks = 0;
        std::size_t sourceBlocks = 0;
        std::uint64_t files = 0;
        std::uint64_t bytes = 0;
        std::vector<Finding> findings;  ///< One per file that holds film.
        std::vector<Unread> unread;     ///< The rest was searched all the same.
        /// The first that lies in `folder`, or null.
        [[nodiscard]] const Unread* unreadBelow(const std::filesystem::path& folder) const;
    };
    /// Reads every regular file below `places` (folders or files; links in them are not followed), except
    /// `exempt`. What vanishes meanwhile is passed over; what cannot be read is reported, and the search goes
    /// on. Code: `cancelled`.
    [[nodiscard]] Result<Report> scan(const std::vector<std::filesystem::path>& places,
                                      const std::vector<std::filesystem::path>& exempt,
                                      std::stop_token stop) const;

    [[nodiscard]] std::size_t blocks() const { return m_digests.size(); }

private:
    [[nodiscard]] Result<bool> findIn(const std::filesystem::path& path, Report& report,
                                      const std::stop_token& stop) const;

    std::unordered_set<std::uint64_t> m_rolling;  ///< A cheap filter; a hit is confirmed by SHA-256.
    std::unordered_set<std::string> m_digests;
};

/// Where clear film could have been left: everything of Keyreel's, which comes first, and what was written
/// since `since` in the folders for temporary files. A folder there that cannot be looked into stands for
/// itself, so that the search meets it and says so.
std::vector<std::filesystem::path> suspectPlaces(const Places& places, std::filesystem::file_time_type since);

/// Looks in all suspect places for pieces of `film`, which itself is exempt, and of what was published of it:
/// the clear samples of each track of `opened`, carried or transcoded. Unread places of other programs are in
/// the report. Codes: `plaintext_unsearched` (a place of Keyreel's own could not be read), `cancelled`, those
/// of reading the film.
Result<PlaintextScan::Report> lookForPlaintext(const Places& places, const std::filesystem::path& film,
                                               const OpenedFilm& opened,
                                               std::filesystem::file_time_type since,
                                               const std::stop_token& stop);

}  // namespace keyreel::studio
