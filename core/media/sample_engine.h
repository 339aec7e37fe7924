#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/sample_reader.h"

namespace keyreel::media {

/// What stands behind a SampleReader; the functions are the reader's. Private to this room.
class SampleReader::Engine {
public:
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;

    [[nodiscard]] virtual const std::vector<Track>& tracks() const = 0;
    [[nodiscard]] virtual const MediaInfo& info() const = 0;
    [[nodiscard]] virtual const std::vector<std::string>& remarks() const = 0;
    virtual Result<std::optional<Sample>> nextPlace(const std::stop_token& stop) = 0;
    virtual Status copy(MutableBytes out) = 0;
    [[nodiscard]] virtual std::uint64_t position() const = 0;
    [[nodiscard]] virtual bool leavesBytesInFile() const = 0;
    [[nodiscard]] virtual std::uint64_t placeInFile() const = 0;

    Result<std::optional<Sample>> next(const std::stop_token& stop);

private:
    Bytes m_whole;
};

}  // namespace keyreel::media
