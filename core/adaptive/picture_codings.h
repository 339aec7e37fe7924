#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/byte_source.h"

namespace keyreel::adaptive {

/// The pictures of a film in several codings, cut alike, and which of them each segment is read from: by a
/// rule of its own, or as a person fixed. Thread: any.
class PictureCodings {
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
        bool isFetched = true;  ///< Over a network, whose pace has a say.
    };

    virtual ~PictureCodings() = default;

    /// The lowest first.
    [[nodiscard]] virtual const std::vector<Rung>& rungs() const = 0;
    /// When the segments begin.
    [[nodiscard]] virtual std::vector<std::chrono::microseconds> starts() const = 0;
    /// The reader is about to read this segment: from which rung. Does not wait.
    virtual std::size_t choose(std::size_t segment) = 0;
    /// What the reader read of this rung at this segment was an error: the rung to read it from, a lower one
    /// if there is one; nothing when all have failed. The next segments leave the rung out, too; a seek gives
    /// it another try.
    virtual std::optional<std::size_t> instead(std::size_t segment, std::size_t rung) = 0;
    /// From the next segment that is chosen on.
    virtual void fix(std::optional<std::size_t> rung) = 0;
    [[nodiscard]] virtual State state() const = 0;
};

}  // namespace keyreel::adaptive
