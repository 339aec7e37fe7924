#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/studio/places.h"
#include "core/studio/release_proof.h"

namespace keyreel::studio {

/// One proof of release that a profile keeps.
struct KeptProof {
    std::string name;  ///< "<time>-<16 digits of its id>": sorts by time.
    ContentId contentId{};
    std::int64_t opened = 0;
};

/// The proofs of release of one profile, below `proofs`: one small file for each opening, and each manifest
/// once. The newest 1000 proofs and 200 manifests are kept. Thread: any.
class KeptProofs {
public:
    explicit KeptProofs(const Places& places) : m_folder(places.profile / "proofs") {}

    /// Keeps one, on the disk when it returns, and gives its name. Codes: those of File.
    Result<std::string> put(const ReleaseProof& proof, ByteView sealed, ByteView manifest) const;
    /// Newest first.
    [[nodiscard]] Result<std::vector<KeptProof>> list() const;
    /// The joined file. Codes: `proof_missing`, `proof_malformed`, `manifest_missing`.
    [[nodiscard]] Result<Bytes> joined(const std::string& name) const;

private:
    std::filesystem::path m_folder;
};

}  // namespace keyreel::studio
