#pragma once

#include "core/media/sample_film.h"
#include "core/package/package_film.h"

namespace keyreel::test {

/// A small film; `clip()` makes it.
inline media::SampleFilmOptions film(double seconds = 9) {
    media::SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = seconds;
    return options;
}

/// Every byte of the key id is `id`; the key counts up from `seed`.
inline package::TrackKey keyWith(std::uint8_t id, std::uint8_t seed) {
    package::TrackKey key;
    key.keyId.fill(id);
    key.key = SecretBytes(16);
    for (std::size_t i = 0; i < 16; ++i)
        key.key.mutableView()[i] = static_cast<std::uint8_t>(seed + i);
    return key;
}

/// Protected under keyWith(0x11, 0) for the picture and keyWith(0x22, 100) for the sound.
inline package::PackageRequest requestFor(const std::filesystem::path& source,
                                          const std::filesystem::path& folder) {
    package::PackageRequest request;
    request.source = source;
    request.folder = folder;
    request.keyFor = [](const std::string& label) -> Result<package::TrackKey> {
        return label.starts_with("video") ? keyWith(0x11, 0) : keyWith(0x22, 100);
    };
    return request;
}

}  // namespace keyreel::test
