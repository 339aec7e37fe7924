#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/byte_source.h"
#include "core/package/manifest.h"

namespace keyreel::studio {

/// Fetches exactly `out.size()` bytes from `offset` of one stored file.
using RangeFetch = std::function<Status(std::uint64_t offset, MutableBytes out, const std::stop_token& stop)>;

/// A part that is not what its maker signed.
struct PartFault {
    std::string track;
    std::size_t part = 0;   ///< 0 is the head of the file, 1 the first segment.
    std::size_t parts = 0;  ///< Segments of the track.
    std::uint64_t startMs = 0;
    std::uint64_t endMs = 0;
    crypto::Digest expected{};
    crypto::Digest received{};
};

/// A stored, protected track file, read through the digests of the maker's signed manifest: a part (the head
/// of the file, or a segment) is fetched whole, checked, and only then handed on. A part that does not match
/// is fetched once more; if it still differs, reading it fails with `part_changed`, now and later; with
/// `part_missing` when the gateway twice gives fewer bytes than it should. CTR has no
/// integrity of its own: this is where it comes from.
///
/// Holds ciphertext only, at most `cacheBytes` of it or two parts, and fetches the next part ahead on a
/// thread of its own. Thread: one reader beside one that reads aside; the others from any.
class VerifiedSource final : public ByteSource {
public:
    /// Whether the next part is fetched while one is read, or its owner says by prepare() what to fetch.
    enum class Ahead { NextPart, Nothing };

    VerifiedSource(package::ManifestTrack track, RangeFetch fetch, std::uint64_t cacheBytes = 64U << 20,
                   Ahead ahead = Ahead::NextPart);
    ~VerifiedSource() override;

    [[nodiscard]] std::uint64_t size() const override;
    Status read(std::uint64_t offset, MutableBytes out) override;

    /// The same bytes for somebody who looks at a place for a moment: nothing is fetched ahead for them.
    Status readAside(std::uint64_t offset, MutableBytes out);

    /// Fetches and checks a part, unless it is there; 0 is the head of the file, 1 the first segment. Any
    /// thread; who asks for a part that another one fetches waits for it.
    Status prepare(std::size_t part);
    [[nodiscard]] bool holds(std::size_t part) const;
    /// Lets go of the segments in front of that part.
    void forgetBefore(std::size_t part);

    /// The parts that were found changed, in the order of their discovery.
    [[nodiscard]] std::vector<PartFault> faults() const;

    /// Lets a read that waits for the network fail with `cancelled`, now and later.
    void interrupt();

private:
    class State;
    std::unique_ptr<State> m_state;
};

}  // namespace keyreel::studio
