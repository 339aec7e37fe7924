#include "tests/unit/playback/clips.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "tests/support/temporary_folder.h"

namespace keyreel::test {

namespace {

constexpr const char* kFragments = " -f mp4 -movflags +empty_moov+default_base_moof+frag_keyframe";

const std::filesystem::path& folder() {
    static const TemporaryFolder kFolder;
    return kFolder.path();
}

void run(const std::string& command) {
    if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

void readHashes(const std::filesystem::path& file, Clip& clip) {
    const std::filesystem::path list = folder() / (file.filename().string() + ".hashes");
    run("ffmpeg -v error -y -noautorotate -i " + file.string() +
        " -map 0:v:0 -copyts -fps_mode passthrough -f framehash -hash sha256 " + list.string());
    std::ifstream in(list);
    double ticks = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("#tb 0: ", 0) == 0) {
            const auto slash = line.find('/');
            ticks = 1e6 * std::stod(line.substr(7, slash - 7)) / std::stod(line.substr(slash + 1));
        }
        if (line.empty() || line[0] == '#') continue;
        // stream, dts, pts, duration, size, hash
        std::istringstream fields(line);
        std::vector<std::string> values;
        for (std::string value; std::getline(fields, value, ',');)
            values.push_back(value);
        clip.frameTimes.push_back(static_cast<long long>(std::stod(values.at(2)) * ticks + 0.5));
        clip.frameHashes.push_back(values.at(5).substr(values.at(5).find_first_not_of(' ')));
    }
}

}  // namespace

Clip makeClip(const std::string& name, const std::string& video, const std::string& audio) {
    Clip clip;
    if (!video.empty()) {
        clip.video = folder() / (name + "_video.mp4");
        run("ffmpeg -v error -y " + video + " " + clip.video.string());
        readHashes(clip.video, clip);
    }
    if (!audio.empty()) {
        clip.audio = folder() / (name + "_audio.mp4");
        run("ffmpeg -v error -y " + audio + " " + clip.audio.string());
    }
    return clip;
}

Clip existingClip(const std::filesystem::path& file) {
    Clip clip;
    clip.video = file;
    readHashes(file, clip);
    return clip;
}

const Clip& h264Clip() {
    static const Clip kClip = makeClip(
        "h264",
        std::string(
            "-f lavfi -i testsrc2=size=320x180:rate=25:duration=6 -c:v libx264 -preset veryfast -bf 2 "
            "-g 50 -keyint_min 50 -sc_threshold 0 -pix_fmt yuv420p") +
            kFragments + "+dash+global_sidx",
        std::string("-f lavfi -i sine=frequency=440:sample_rate=44100:duration=6 -ac 2 -c:a aac -b:a 96k "
                    "-frag_duration 2000000") +
            kFragments + "+dash+global_sidx");
    return kClip;
}

const Clip& unevenClip() {
    static const Clip kClip = makeClip(
        "uneven",
        std::string("-f lavfi -i testsrc2=size=320x180:rate=25:duration=8 -vf "
                    "\"select='not(between(mod(n,61),30,54))*not(between(mod(n,17),4,9))'\" -fps_mode vfr "
                    "-c:v libx264 -preset veryfast -bf 5 -b-pyramid none -b_strategy 0 -g 90 -keyint_min 90 "
                    "-sc_threshold 0 -pix_fmt yuv420p") +
            kFragments,
        "");
    return kClip;
}

const Clip& hevcClip() {
    static const Clip kClip =
        makeClip("hevc",
                 std::string("-f lavfi -i testsrc2=size=320x180:rate=24:duration=2 -c:v libx265 -preset "
                             "ultrafast -x265-params "
                             "log-level=none:bframes=3:keyint=24 -tag:v hvc1 -pix_fmt yuv420p10le") +
                     kFragments + "+delay_moov",
                 "");
    return kClip;
}

const Clip& av1Clip() {
    static const Clip kClip = makeClip(
        "av1",
        std::string("-f lavfi -i testsrc2=size=320x180:rate=24:duration=2 -c:v libaom-av1 -cpu-used 8 -g 24 "
                    "-pix_fmt yuv420p") +
            kFragments,
        std::string("-f lavfi -i sine=frequency=440:sample_rate=48000:duration=2 -ac 2 -c:a libopus -b:a 64k "
                    "-frag_duration 1000000") +
            kFragments);
    return kClip;
}

const Clip& vp9Clip() {
    static const Clip kClip = makeClip(
        "vp9",
        std::string("-f lavfi -i testsrc2=size=320x180:rate=24:duration=1 -c:v libvpx-vp9 -deadline realtime "
                    "-cpu-used 8 -g 12 -pix_fmt yuv420p") +
            kFragments,
        "");
    return kClip;
}

std::shared_ptr<ByteSource> sourceOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::make_shared<MemorySource>(
        Bytes(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()));
}

std::vector<playback::TrackSource> sourcesOf(const Clip& clip) {
    std::vector<playback::TrackSource> sources;
    if (!clip.video.empty())
        sources.push_back({playback::TrackKind::Video, sourceOf(clip.video), "clip video"});
    if (!clip.audio.empty())
        sources.push_back({playback::TrackKind::Audio, sourceOf(clip.audio), "clip sound"});
    return sources;
}

}  // namespace keyreel::test
