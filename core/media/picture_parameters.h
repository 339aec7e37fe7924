#pragma once

#include <vector>

#include "core/media/libav_handles.h"
#include "core/media/source_file.h"

namespace keyreel::media {

/// What libavformat is told before it looks at streams, so that it decodes no H.264 picture whole only to
/// learn its format: that takes longer than all else about opening a film. Owner of its dictionaries.
class ProbeOptions {
public:
    explicit ProbeOptions(const AVFormatContext& format);
    ProbeOptions(const ProbeOptions&) = delete;
    ProbeOptions& operator=(const ProbeOptions&) = delete;
    ~ProbeOptions();
    AVDictionary** get() { return m_streams.data(); }

private:
    std::vector<AVDictionary*> m_streams;
};

/// Puts in place what was left out then: pixel format, colour, shape of pixels and reordering of an H.264
/// stream in MP4 or MOV, by the beginning of its first slice (ISO/IEC 14496-10, 7.3.3), which names the
/// parameter sets in use. False when that is not to be had; the stream then needs a whole look. Thread: one.
bool completePictureParameters(AVStream& stream, SourceFile& file);

}  // namespace keyreel::media
