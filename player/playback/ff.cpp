#include "player/playback/ff.h"

extern "C" {
#include <libavutil/display.h>
}

#include <cmath>

namespace keyreel::playback::ff {

int rotationOf(const AVStream& stream) {
    const std::int32_t* matrix = nullptr;
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 31, 102)
    const AVPacketSideData* side = av_packet_side_data_get(
        stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    if (side != nullptr && side->size >= 9 * sizeof(std::int32_t))
        matrix = reinterpret_cast<const std::int32_t*>(side->data);
#else
    std::size_t size = 0;
    const std::uint8_t* data = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (data != nullptr && size >= 9 * sizeof(std::int32_t))
        matrix = reinterpret_cast<const std::int32_t*>(data);
#endif
    if (matrix == nullptr) return 0;
    const double counterClockwise = av_display_rotation_get(matrix);
    if (std::isnan(counterClockwise)) return 0;
    const int quarter = static_cast<int>(std::lround(-counterClockwise / 90.0));
    return ((quarter % 4 + 4) % 4) * 90;
}

}  // namespace keyreel::playback::ff
