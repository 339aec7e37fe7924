#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/adaptive/picture_codings.h"
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
class PictureLadder final : public adaptive::PictureCodings {
public:
    using Fetch = std::function<RangeFetch(const package::ManifestTrack& track)>;

    /// `tracks`: cut alike (cutAlike), with keys in `keys`; sorted here, the lowest first.
    PictureLadder(std::vector<package::ManifestTrack> tracks, const Fetch& fetch,
                  std::shared_ptr<const cenc::KeyRing> keys, std::shared_ptr<const Clock> clock);
    ~PictureLadder() override;
    PictureLadder(const PictureLadder&) = delete;
    PictureLadder& operator=(const PictureLadder&) = delete;

    [[nodiscard]] const std::vector<Rung>& rungs() const override { return m_rungs; }
    [[nodiscard]] std::vector<std::chrono::microseconds> starts() const override;
    /// The lowest coding once more, for thumbnails: read on another thread, nothing is fetched ahead.
    [[nodiscard]] std::shared_ptr<ByteSource> aside() const { return m_aside; }

    std::size_t choose(std::size_t segment) override;
    std::optional<std::size_t> instead(std::size_t segment, std::size_t rung) override;
    void fix(std::optional<std::size_t> rung) override;
    [[nodiscard]] State state() const override;

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
