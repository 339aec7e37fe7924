#include "core/studio/plaintext_scan.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <system_error>

#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/crypto/hash.h"
#include "core/isobmff/box.h"
#include "core/studio/open_film.h"

namespace keyreel::studio {
namespace {

constexpr std::size_t kBlock = 2048;
constexpr std::ptrdiff_t kPixel = 4;
constexpr std::size_t kChunk = std::size_t{1} << 20;

/// Polynomial rolling hash modulo 2^64 (Rabin and Karp): cheap to move on by one byte.
constexpr std::uint64_t kBase = 0x100000001b3ULL;

constexpr std::uint64_t powerOfBase() {
    std::uint64_t power = 1;
    for (std::size_t i = 1; i < kBlock; ++i)
        power *= kBase;
    return power;
}
constexpr std::uint64_t kOut = powerOfBase();

std::uint64_t rollingHash(ByteView block) {
    std::uint64_t hash = 0;
    for (const std::uint8_t byte : block)
        hash = hash * kBase + byte + 1U;
    return hash;
}

std::string digestOf(ByteView block) {
    return std::string(asText(crypto::sha256(block)));
}

bool isPadding(ByteView block) {
    return std::equal(block.begin() + kPixel, block.end(), block.begin());
}

bool hasGone(const std::error_code& error) {
    return error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
}

/// Walks the tree below `root`: `file` takes each regular file and says whether to go on, `unread` what could
/// not be looked at. One folder that vanishes or cannot be read never ends the walk of the others.
template <typename OnFile, typename OnUnread>
void walk(const std::filesystem::path& root, const std::filesystem::path& without, const OnFile& file,
          const OnUnread& unread) {
    namespace fs = std::filesystem;
    std::vector<fs::path> folders{root};
    while (!folders.empty()) {
        const fs::path folder = std::move(folders.back());
        folders.pop_back();
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
            const fs::path& path = it->path();
            std::error_code problem;
            const fs::file_status status = it->symlink_status(problem);
            if (status.type() == fs::file_type::none || status.type() == fs::file_type::unknown) {
                if (!hasGone(problem)) unread(path, problem);
            } else if (fs::is_directory(status)) {
                if (path != without) folders.push_back(path);
            } else if (fs::is_regular_file(status) && !file(path)) {
                return;
            }
        }
        if (error && !hasGone(error)) unread(folder, error);
    }
}

}  // namespace

void PlaintextScan::add(ByteView clear) {
    for (std::size_t at = 0; at + kBlock <= clear.size(); at += kBlock) {
        const ByteView block = clear.subspan(at, kBlock);
        if (isPadding(block)) continue;
        m_rolling.insert(rollingHash(block));
        m_digests.insert(digestOf(block));
    }
}

Status PlaintextScan::addFile(const std::filesystem::path& path, std::stop_token stop) {
    KEYREEL_TRY(const File file, File::openForReading(path));
    KEYREEL_TRY(const std::uint64_t size, file.size());
    Bytes chunk;
    for (std::uint64_t at = 0; at < size; at += kChunk) {
        if (stop.stop_requested()) return cancelled("Reading " + path.string());
        chunk.resize(std::min<std::uint64_t>(kChunk, size - at));
        KEYREEL_CHECK(file.readAt(at, chunk));
        add(chunk);
    }
    return {};
}

Status PlaintextScan::addMedia(ByteSource& clear, const std::stop_token& stop) {
    Bytes chunk;
    for (std::uint64_t at = 0; at < clear.size();) {
        std::array<std::uint8_t, 16> first{};
        const std::uint64_t left = clear.size() - at;
        const MutableBytes head = MutableBytes(first).first(std::min<std::uint64_t>(left, first.size()));
        KEYREEL_CHECK(clear.read(at, head));
        KEYREEL_TRY(const isobmff::BoxHeader box,
                    isobmff::readBoxHeader(head, left, true, "Byte " + std::to_string(at)));
        const std::uint64_t end = at + box.size;
        const bool isMedia = box.type == isobmff::fourCc("mdat");
        for (at += box.headerSize; isMedia && at < end; at += chunk.size()) {
            if (stop.stop_requested()) return cancelled("The search for clear film");
            chunk.resize(std::min<std::uint64_t>(kChunk, end - at));
            KEYREEL_CHECK(clear.read(at, chunk));
            add(chunk);
        }
        at = end;
    }
    return {};
}

Result<bool> PlaintextScan::findIn(const std::filesystem::path& path, Report& report,
                                   const std::stop_token& stop) const {
    auto file = File::openForReading(path);
    if (!file) {
        if (file.error().code == "file_missing") return false;
        return tl::unexpected<Error>(std::move(file).error());
    }
    KEYREEL_TRY(std::uint64_t size, file->size());
    ++report.files;
    report.bytes += size;
    Bytes window;  // The last kBlock - 1 bytes of the chunk before, then the new chunk.
    for (std::uint64_t at = 0; at < size;) {
        if (stop.stop_requested()) return cancelled("The search for clear film");
        const std::size_t kept = std::min<std::size_t>(window.size(), kBlock - 1);
        std::copy(window.end() - static_cast<std::ptrdiff_t>(kept), window.end(), window.begin());
        const std::size_t fresh = std::min<std::uint64_t>(kChunk, size - at);
        window.resize(kept + fresh);
        if (const Status read = file->readAt(at, MutableBytes(window).subspan(kept)); !read) {
            if (read.error().code != "file_truncated") return tl::unexpected<Error>(read.error());
            // It shrank meanwhile: what is left of it is still to be searched.
            window.resize(kept);
            KEYREEL_TRY(size, file->size());
            continue;
        }
        at += fresh;
        if (window.size() < kBlock) continue;
        std::uint64_t hash = rollingHash(ByteView(window).first(kBlock));
        for (std::size_t i = 0;; ++i) {
            if (m_rolling.contains(hash)) {
                const ByteView block = ByteView(window).subspan(i, kBlock);
                if (m_digests.contains(digestOf(block))) {
                    report.findings.push_back({path, at - window.size() + i});
                    return true;
                }
            }
            if (i + kBlock >= window.size()) break;
            hash = (hash - (window[i] + 1U) * kOut) * kBase + window[i + kBlock] + 1U;
        }
    }
    return false;
}

Result<PlaintextScan::Report> PlaintextScan::scan(const std::vector<std::filesystem::path>& places,
                                                  const std::vector<std::filesystem::path>& exempt,
                                                  std::stop_token stop) const {
    Report report;
    const auto isExempt = [&](const std::filesystem::path& path) {
        return std::find(exempt.begin(), exempt.end(), path) != exempt.end();
    };
    Status status;
    const auto unread = [&](const std::filesystem::path& path, const std::error_code& problem) {
        report.unread.push_back({path, problem.message()});
    };
    const auto search = [&](const std::filesystem::path& path) {
        if (isExempt(path)) return true;
        const auto found = findIn(path, report, stop);
        if (found) return true;
        if (stop.stop_requested()) {
            status = tl::unexpected<Error>(found.error());
            return false;
        }
        report.unread.push_back({path, found.error().what});
        return true;
    };
    for (const auto& place : places) {
        std::error_code error;
        if (std::filesystem::is_regular_file(std::filesystem::symlink_status(place, error)))
            search(place);
        else
            walk(place, {}, search, unread);
        KEYREEL_CHECK(status);
    }
    return report;
}

const PlaintextScan::Unread* PlaintextScan::Report::unreadBelow(const std::filesystem::path& folder) const {
    const auto found = std::find_if(unread.begin(), unread.end(), [&](const Unread& one) {
        return std::mismatch(folder.begin(), folder.end(), one.path.begin(), one.path.end()).first ==
               folder.end();
    });
    return found == unread.end() ? nullptr : &*found;
}

std::vector<std::filesystem::path> suspectPlaces(const Places& places,
                                                 std::filesystem::file_time_type since) {
    const std::filesystem::path own = places.profile.parent_path().parent_path();
    std::set<std::filesystem::path> temporary{"/tmp", "/var/tmp", "/dev/shm"};
    std::error_code error;
    temporary.insert(std::filesystem::temp_directory_path(error));
    for (const char* name : {"XDG_RUNTIME_DIR", "XDG_CACHE_HOME"})
        if (const char* folder = std::getenv(name); folder != nullptr && *folder == '/')
            temporary.emplace(folder);
    std::set<std::filesystem::path> suspects;
    for (const auto& folder : temporary)
        walk(
            folder, own,
            [&](const std::filesystem::path& path) {
                std::error_code problem;
                const auto written = std::filesystem::last_write_time(path, problem);
                if (problem ? !hasGone(problem) : written >= since) suspects.insert(path);
                return true;
            },
            [&](const std::filesystem::path& path, const std::error_code&) { suspects.insert(path); });
    std::vector<std::filesystem::path> out{own};
    out.insert(out.end(), suspects.begin(), suspects.end());
    return out;
}

Result<PlaintextScan::Report> lookForPlaintext(const Places& places, const std::filesystem::path& film,
                                               const OpenedFilm& opened,
                                               std::filesystem::file_time_type since,
                                               const std::stop_token& stop) {
    const auto unsearched = [](const std::string& what) {
        return fail("plaintext_unsearched", what, "Nothing is known about clear film on the disk.");
    };
    PlaintextScan scan;
    for (const auto& track : opened.tracks)
        KEYREEL_CHECK(scan.addMedia(*track.clear, stop));
    const std::size_t published = scan.blocks();
    KEYREEL_CHECK(scan.addFile(film, stop));
    for (const auto& folder : {places.profile, places.network}) {
        std::error_code problem;
        if (!std::filesystem::is_directory(folder, problem))
            return unsearched("The folder " + folder.string() +
                              " is not there to be searched for clear film.");
    }
    const auto suspects = suspectPlaces(places, since);
    KEYREEL_TRY(PlaintextScan::Report report, scan.scan(suspects, {film}, stop));
    if (const auto* unread = report.unreadBelow(suspects.front()))
        return unsearched(unread->path.string() + " could not be searched for clear film: " + unread->reason);
    report.publishedBlocks = published;
    report.sourceBlocks = scan.blocks() - published;
    return report;
}

}  // namespace keyreel::studio
