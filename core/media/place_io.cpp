#include "core/media/place_io.h"

#include <algorithm>

namespace keyreel::media {
namespace {

constexpr int kBufferSize = 1 << 16;

}  // namespace

Result<std::unique_ptr<PlaceIo>> PlaceIo::open(SourceFile& file) {
    std::unique_ptr<PlaceIo> places(new PlaceIo(file));
    auto* buffer = static_cast<unsigned char*>(av_mallocz(kBufferSize));
    if (buffer != nullptr)
        places->m_io = avio_alloc_context(buffer, kBufferSize, 0, places.get(), &PlaceIo::readCallback,
                                          nullptr, &PlaceIo::seekCallback);
    if (places->m_io == nullptr) {
        av_free(buffer);
        return fail("out_of_memory", "There is not enough memory to read " + file.name() + ".");
    }
    return places;
}

PlaceIo::~PlaceIo() {
    if (m_io == nullptr) return;
    av_freep(&m_io->buffer);
    avio_context_free(&m_io);
}

int PlaceIo::readCallback(void* opaque, std::uint8_t* buffer, int size) {
    auto& self = *static_cast<PlaceIo*>(opaque);
    const std::uint64_t fileSize = self.m_file.size();
    if (size <= 0 || self.m_position >= fileSize) return AVERROR_EOF;
    auto wanted = std::min<std::uint64_t>(static_cast<std::uint64_t>(size), fileSize - self.m_position);
    bool real = true;
    if (self.m_skipMedia) {
        const auto& ranges = self.m_file.mediaRanges();
        const auto range =
            std::partition_point(ranges.begin(), ranges.end(),
                                 [&](const SourceFile::MediaRange& r) { return r.end <= self.m_position; });
        if (range != ranges.end()) {
            real = self.m_position < range->begin;
            wanted = std::min(wanted, (real ? range->begin : range->end) - self.m_position);
        }
    }
    if (real && !self.m_file.read(self.m_position, {buffer, static_cast<std::size_t>(wanted)}))
        return AVERROR(EIO);
    self.m_position += wanted;
    return static_cast<int>(wanted);
}

std::int64_t PlaceIo::seekCallback(void* opaque, std::int64_t offset, int whence) {
    auto& self = *static_cast<PlaceIo*>(opaque);
    const auto size = static_cast<std::int64_t>(self.m_file.size());
    const int from = whence & ~AVSEEK_FORCE;
    if (from == AVSEEK_SIZE) return size;
    std::int64_t target = -1;
    if (from == SEEK_SET) target = offset;
    if (from == SEEK_CUR) target = static_cast<std::int64_t>(self.m_position) + offset;
    if (from == SEEK_END) target = size + offset;
    if (target < 0) return AVERROR(EINVAL);
    self.m_position = static_cast<std::uint64_t>(target);
    return target;
}

}  // namespace keyreel::media
