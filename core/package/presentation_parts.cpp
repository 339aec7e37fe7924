#include "core/package/presentation_parts.h"

#include "core/base/text.h"

namespace keyreel::package {

bool isVideo(const PackagedTrack& track) {
    return track.description.kind == media::TrackKind::Video;
}

std::string systemUrn(const isobmff::SystemId& id) {
    return "urn:uuid:" + toUuid(id);
}

std::string psshBase64(const isobmff::Pssh& pssh) {
    return toBase64(isobmff::writePssh(pssh));
}

}  // namespace keyreel::package
