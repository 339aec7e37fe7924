#pragma once

#include <cstdint>
#include <memory>

#include "core/base/result.h"
#include "core/media/libav_handles.h"
#include "core/media/source_file.h"

namespace keyreel::media {

/// Lets libav walk an ISO file without touching its media data: reads of boxes are real, reads inside `mdat`
/// leave the destination as it is. libav then says where each sample stands and when it is shown, by its own
/// rules, and the bytes are read once, straight to where they are needed. Private to this room.
/// Address-stable. Thread: one.
class PlaceIo {
public:
    /// `file` must outlive it. Code `out_of_memory`.
    static Result<std::unique_ptr<PlaceIo>> open(SourceFile& file);
    PlaceIo(const PlaceIo&) = delete;
    PlaceIo& operator=(const PlaceIo&) = delete;
    ~PlaceIo();

    [[nodiscard]] AVIOContext* io() const { return m_io; }
    /// Until this is called every read is real, since probing may look at samples.
    void leaveMediaUnread() { m_skipMedia = true; }

private:
    explicit PlaceIo(SourceFile& file) : m_file(file) {}
    static int readCallback(void* opaque, std::uint8_t* buffer, int size);
    static std::int64_t seekCallback(void* opaque, std::int64_t offset, int whence);

    SourceFile& m_file;
    std::uint64_t m_position = 0;
    bool m_skipMedia = false;
    AVIOContext* m_io = nullptr;
};

}  // namespace keyreel::media
