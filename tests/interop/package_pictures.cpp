// What the player shows of a package on a disk: "video LABEL", then a line per picture with its time in
// microseconds and the SHA-256 of its planes; "audio LABEL FRAMES RATE"; "text LABEL" and its cues. Pictures
// are also sought from back to front, where each must be the same again.
// Usage: package_pictures DESCRIPTION [KID:KEY...]

#include <cstdio>
#include <vector>

#include "core/adaptive/disk_package.h"
#include "core/base/text.h"
#include "core/package/decrypt_file.h"
#include "player/playback/frame_reader.h"

namespace {

using namespace keyreel;

struct Shown {
    playback::Time pts{0};
    std::string hash;
};

Status showPictures(const adaptive::DiskTrack& track, std::shared_ptr<ByteSource> bytes) {
    KEYREEL_TRY(const auto reader, playback::FrameReader::open(
                                       {{playback::TrackKind::Video, std::move(bytes), track.about.id}}));
    std::printf("video %s %ux%u\n", track.about.id.c_str(), track.about.width, track.about.height);
    std::vector<Shown> all;
    for (;;) {
        KEYREEL_TRY(const auto frame, reader->nextFrame());
        if (!frame) break;
        all.push_back({frame->pts, toHex(frame->planesHash)});
        std::printf("%lld %s\n", static_cast<long long>(frame->pts.count()), all.back().hash.c_str());
    }
    for (std::size_t i = all.size(); i > 0; i -= std::min<std::size_t>(i, 7)) {
        KEYREEL_CHECK(reader->seek(all[i - 1].pts, playback::SeekMode::Exact));
        KEYREEL_TRY(const auto frame, reader->nextFrame());
        if (!frame || frame->pts != all[i - 1].pts || toHex(frame->planesHash) != all[i - 1].hash)
            return fail("sought_wrong", "Sought picture " + std::to_string(i) + " is another one.");
    }
    return {};
}

Status show(int count, char** arguments) {
    auto keys = std::make_shared<cenc::KeyRing>();
    for (int i = 2; i < count; ++i) {
        KEYREEL_TRY(package::TrackKey key, package::parseKeyArgument(arguments[i]));
        KEYREEL_CHECK(keys->add(key.keyId, std::move(key.key)));
    }
    KEYREEL_TRY(adaptive::DiskPackage package, adaptive::openPackage(arguments[1]));
    KEYREEL_CHECK(package.unlock(*keys));
    for (const adaptive::DiskTrack& track : package.pictures) {
        KEYREEL_TRY(auto bytes, track.clear(keys));
        KEYREEL_CHECK(showPictures(track, std::move(bytes)));
    }
    for (const adaptive::DiskTrack& track : package.sounds) {
        KEYREEL_TRY(auto bytes, track.clear(keys));
        KEYREEL_TRY(const auto reader, playback::FrameReader::open(
                                           {{playback::TrackKind::Audio, std::move(bytes), track.about.id}}));
        KEYREEL_TRY(const auto sound, reader->decodeAudio());
        std::printf("audio %s %llu %d\n", track.about.id.c_str(),
                    static_cast<unsigned long long>(sound ? sound->frames : 0),
                    sound ? sound->sampleRate : 0);
    }
    for (const adaptive::DiskText& text : package.texts) {
        KEYREEL_TRY(const auto cues, text.read({}));
        std::printf("text %s\n", text.about.id.c_str());
        for (const media::TextCue& cue : cues)
            std::printf("%lld %lld %s\n", static_cast<long long>(cue.begin), static_cast<long long>(cue.end),
                        cue.text.c_str());
    }
    return {};
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return 2;
    const Status done = show(count, arguments);
    if (done) return 0;
    std::fprintf(stderr, "%s: %s\n", done.error().code.c_str(), done.error().what.c_str());
    return 1;
}
