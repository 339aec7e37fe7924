#include "core/studio/plaintext_scan.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/crypto/hash.h"

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

Result<bool> PlaintextScan::findIn(const std::filesystem::path& path, Report& report,
                                   const std::stop_token& stop) const {
    auto file = File::openForReading(path);
    if (!file) {
        if (file.error().code == "file_missing") return false;
        return tl::unexpected<Error>(std::move(file).error());
    }
    KEYREEL_TRY(const std::uint64_t size, file->size());
    ++report.files;
    report.bytes += size;
    Bytes window;  // The last kBlock - 1 bytes of the chunk before, then the new chunk.
    for (std::uint64_t at = 0; at < size;) {
        if (stop.stop_requested()) return cancelled("The search for clear film");
        const std::size_t kept = std::min<std::size_t>(window.size(), kBlock - 1);
        std::copy(window.end() - static_cast<std::ptrdiff_t>(kept), window.end(), window.begin());
        const std::size_t fresh = std::min<std::uint64_t>(kChunk, size - at);
        window.resize(kept + fresh);
        if (!file->readAt(at, MutableBytes(window).subspan(kept)))
            return false;  // Shrunk or gone: nothing left to find.
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
    for (const auto& place : places) {
        std::error_code error;
        if (std::filesystem::is_regular_file(std::filesystem::symlink_status(place, error))) {
            if (!isExempt(place)) KEYREEL_CHECK(findIn(place, report, stop));
            continue;
        }
        using Walk = std::filesystem::recursive_directory_iterator;
        for (Walk it(place, std::filesystem::directory_options::skip_permission_denied, error), end;
             !error && it != end; it.increment(error)) {
            std::error_code gone;
            if (!std::filesystem::is_regular_file(it->symlink_status(gone)) || gone) continue;
            if (isExempt(it->path())) continue;
            KEYREEL_CHECK(findIn(it->path(), report, stop));
        }
    }
    return report;
}

/// Where clear film could have been left: everything of Keyreel's, and what is new in the folders for
/// temporary files.
std::vector<std::filesystem::path> suspectPlaces(const Places& places,
                                                 std::filesystem::file_time_type since) {
    std::vector<std::filesystem::path> out{places.profile.parent_path().parent_path()};
    std::vector<std::filesystem::path> temporary{"/tmp", "/var/tmp", "/dev/shm"};
    std::error_code error;
    temporary.push_back(std::filesystem::temp_directory_path(error));
    for (const char* name : {"XDG_RUNTIME_DIR", "XDG_CACHE_HOME"})
        if (const char* folder = std::getenv(name); folder != nullptr && *folder == '/')
            temporary.emplace_back(folder);
    for (const auto& folder : temporary) {
        using Walk = std::filesystem::recursive_directory_iterator;
        std::error_code walkError;
        for (Walk it(folder, std::filesystem::directory_options::skip_permission_denied, walkError), end;
             !walkError && it != end; it.increment(walkError)) {
            if (it->path() == out.front()) it.disable_recursion_pending();
            std::error_code gone;
            if (std::filesystem::is_regular_file(it->symlink_status(gone)) &&
                it->last_write_time(gone) >= since && !gone &&
                std::find(out.begin(), out.end(), it->path()) == out.end())
                out.push_back(it->path());
        }
    }
    return out;
}

Result<PlaintextScan::Report> lookForPlaintext(const Places& places, const std::filesystem::path& film,
                                               std::filesystem::file_time_type since,
                                               const std::stop_token& stop) {
    PlaintextScan scan;
    KEYREEL_CHECK(scan.addFile(film, stop));
    return scan.scan(suspectPlaces(places, since), {film}, stop);
}

}  // namespace keyreel::studio
