#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/base/byte_source.h"
#include "core/base/clock.h"
#include "core/cenc/key_ring.h"
#include "core/package/manifest.h"
#include "core/studio/verified_source.h"

namespace keyreel::studio {

/// The pictures of a film in several codings, fetched segment by segment: ahead of the reader, each segment
/// in the coding that QualityRule chooses for it, or in the one that a person fixed. Parts are checked
/// against the manifest as those of every VerifiedSource, ciphertext only is held, and all codings are
/// decrypted with the keys that were opened: one without a key cannot be chosen. A thread of its own fetches;
/// it ends with the ladder. Thread: any.
class PictureLadder {
public:
    struct Rung {
        std::string label;
        std::uint32_t width = 0;
        std::uint32_t height = 0;
        std::uint64_t bitrate = 0;
        std::vector<std::uint64_t> offsets;  ///< Of the segments in the file.
        /// The clear bytes of the file, opened when they are first read.
        std::shared_ptr<ByteSource> clear;
    };
    struct Replaced {
        std::size_t segment = 0;
        std::size_t from = 0;  ///< Rung.
        std::size_t to = 0;
    };
    struct State {
        std::optional<std::size_t> fixed;     ///< None: as the rule chooses.
        std::optional<std::size_t> rung;      ///< That the reader was last sent to.
        std::optional<double> bitsPerSecond;  ///< Estimated.
        std::uint64_t changes = 0;  ///< Of rung between segments that were read one after the other.
        std::chrono::milliseconds buffered{0};  ///< Fetched ahead of the reader.
        std::uint64_t replaced =
            0;  ///< Segments that come from another rung, since theirs could not be read.
        std::optional<Replaced> lastReplaced;
    };
    using Fetch = std::function<RangeFetch(const package::ManifestTrack& track)>;

    /// `tracks`: cut alike (cutAlike), with keys in `keys`; sorted here, the lowest first.
    PictureLadder(std::vector<package::ManifestTrack> tracks, const Fetch& fetch,
                  std::shared_ptr<const cenc::KeyRing> keys, std::shared_ptr<const Clock> clock);
    ~PictureLadder();
    PictureLadder(const PictureLadder&) = delete;
    PictureLadder& operator=(const PictureLadder&) = delete;

    [[nodiscard]] const std::vector<Rung>& rungs() const { return m_rungs; }
    /// When the segments begin.
    [[nodiscard]] const std::vector<std::chrono::milliseconds>& starts() const;
    /// The lowest coding once more, for thumbnails: read on another thread, nothing is fetched ahead.
    [[nodiscard]] std::shared_ptr<ByteSource> aside() const { return m_aside; }

    /// The reader is about to read this segment: from which rung. Does not wait.
    std::size_t choose(std::size_t segment);
    /// What the reader read of this rung at this segment was an error: the rung to read it from, a lower one
    /// if there is one; nothing when all have failed. The next segments leave the rung out, too; a seek gives
    /// it another try.
    std::optional<std::size_t> instead(std::size_t segment, std::size_t rung);
    /// From the next segment that is chosen on.
    void fix(std::optional<std::size_t> rung);
    [[nodiscard]] State state() const;

    [[nodiscard]] std::vector<PartFault> faults() const;
    /// Lets everything that waits for the network fail at once, now and later.
    void interrupt();

private:
    class Plan;
    std::shared_ptr<Plan> m_plan;
    std::vector<Rung> m_rungs;
    std::shared_ptr<ByteSource> m_aside;
    std::thread m_thread;
};

/// Whether two codings have the same segments.
bool cutAlike(const package::ManifestTrack& a, const package::ManifestTrack& b);

}  // namespace keyreel::studio
