#include "core/studio/kept_proofs.h"

#include <algorithm>
#include <cstdio>

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/text.h"

namespace keyreel::studio {
namespace {

constexpr std::size_t kMostProofs = 1000;
constexpr std::size_t kMostManifests = 200;
constexpr const char* kProofEnd = ".proof";
constexpr const char* kManifestEnd = ".manifest";

bool isName(std::string_view name) {
    if (name.size() != 12 + 1 + 16 || name[12] != '-') return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-'; });
}

std::vector<std::filesystem::path> filesOf(const std::filesystem::path& folder, const char* end) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (auto it = std::filesystem::directory_iterator(folder, error);
         !error && it != std::filesystem::directory_iterator(); it.increment(error))
        if (it->path().extension() == end) files.push_back(it->path());
    return files;
}

/// Removes the oldest beyond `most`; what cannot be removed stays.
template <class Order>
void prune(std::vector<std::filesystem::path> files, std::size_t most, Order newer) {
    if (files.size() <= most) return;
    std::sort(files.begin(), files.end(), newer);
    for (std::size_t i = most; i < files.size(); ++i) {
        std::error_code ignored;
        std::filesystem::remove(files[i], ignored);
    }
}

std::filesystem::file_time_type timeOf(const std::filesystem::path& path) {
    std::error_code error;
    const auto time = std::filesystem::last_write_time(path, error);
    return error ? std::filesystem::file_time_type::min() : time;
}

}  // namespace

Result<std::string> KeptProofs::put(const ReleaseProof& proof, ByteView sealed, ByteView manifest) const {
    KEYREEL_TRY(const crypto::Digest id, releaseProofId(sealed));
    std::array<char, 16> time{};
    std::snprintf(
        time.data(), time.size(), "%012llu",
        static_cast<unsigned long long>(std::max<std::int64_t>(proof.opened, 0)) % 1000000000000ULL);
    std::string name = std::string(time.data()) + "-" + toHex(id).substr(0, 16);
    KEYREEL_CHECK(makePrivateFolder(m_folder));
    const auto manifestFile = m_folder / (toHex(proof.manifest) + kManifestEnd);
    std::error_code error;
    if (std::filesystem::exists(manifestFile, error)) {
        std::filesystem::last_write_time(manifestFile, std::filesystem::file_time_type::clock::now(), error);
    } else {
        KEYREEL_CHECK(writeFileAtomically(manifestFile, manifest));
        prune(filesOf(m_folder, kManifestEnd), kMostManifests,
              [](const auto& a, const auto& b) { return timeOf(a) > timeOf(b); });
    }
    KEYREEL_CHECK(writeFileAtomically(m_folder / (name + kProofEnd), sealed));
    prune(filesOf(m_folder, kProofEnd), kMostProofs, [](const auto& a, const auto& b) { return a > b; });
    return name;
}

Result<std::vector<KeptProof>> KeptProofs::list() const {
    std::vector<KeptProof> kept;
    for (const auto& file : filesOf(m_folder, kProofEnd)) {
        const std::string name = file.stem().string();
        if (!isName(name)) continue;
        // One that nobody can read any more does not hide the others.
        const auto bytes = readFile(file, kMaxReleaseProof);
        const auto proof =
            bytes ? decodeReleaseProof(*bytes) : Result<ReleaseProof>(tl::unexpected(bytes.error()));
        if (!proof) {
            log(LogLevel::Warning, "studio", "The proof " + name + " cannot be read: " + proof.error().what);
            continue;
        }
        kept.push_back({name, proof->contentId, proof->opened});
    }
    std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.name > b.name; });
    return kept;
}

Result<Bytes> KeptProofs::joined(const std::string& name) const {
    const auto file = m_folder / (name + kProofEnd);
    std::error_code error;
    if (!isName(name) || !std::filesystem::exists(file, error))
        return fail("proof_missing", "No proof of release named '" + name + "' is kept in this profile.",
                    "List them with: keyreel-cli proof list");
    KEYREEL_TRY(const Bytes sealed, readFile(file, kMaxReleaseProof));
    KEYREEL_TRY(const ReleaseProof proof, decodeReleaseProof(sealed));
    auto manifest = readFile(m_folder / (toHex(proof.manifest) + kManifestEnd), package::kMaxManifestBytes);
    if (!manifest)
        return fail("manifest_missing", "The film's manifest is no longer beside this proof.",
                    "Open the film again to get a new one.");
    return joinReleaseProof(sealed, *manifest);
}

}  // namespace keyreel::studio
