#include "core/package/decrypt_file.h"

#include <gtest/gtest.h>

#include "core/package/package_film.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/package/small_package.h"

namespace keyreel::package {
namespace {

using test::clip;
using test::film;
using test::keyWith;
using test::requestFor;
using test::TemporaryFolder;

TEST(DecryptFile, GivesBackEverySampleAndRefusesAWrongKey) {
    const TemporaryFolder folder;
    const std::filesystem::path source = clip("package-9s.mp4", film());
    const Result<Package> package = packageFilm(requestFor(source, folder.path() / "out"));
    ASSERT_TRUE(package) << package.error().what;
    Result<media::SampleReader> original = media::SampleReader::open(source);
    ASSERT_TRUE(original);
    std::vector<std::vector<Bytes>> expected(2);
    std::vector<std::vector<std::int64_t>> times(2);
    for (;;) {
        const auto sample = original->next();
        ASSERT_TRUE(sample);
        if (!*sample) break;
        expected[(*sample)->track].push_back(toBytes((*sample)->data));
        times[(*sample)->track].push_back((*sample)->presentationTime());
    }
    const std::filesystem::path clear = folder.path() / "clear.mp4";
    std::vector<TrackKey> keys;
    keys.push_back(keyWith(0x11, 0));
    ASSERT_TRUE(decryptFile(package->folder / "video-112p.mp4", std::move(keys), clear));
    Result<media::SampleReader> back = media::SampleReader::open(clear);
    ASSERT_TRUE(back) << back.error().what;
    std::size_t at = 0;
    for (;; ++at) {
        const auto sample = back->next();
        ASSERT_TRUE(sample) << sample.error().what;
        if (!*sample) break;
        ASSERT_LT(at, expected[0].size());
        ASSERT_EQ(toBytes((*sample)->data), expected[0][at]);
        ASSERT_EQ((*sample)->presentationTime(), times[0][at]);
    }
    EXPECT_EQ(at, expected[0].size());

    std::vector<TrackKey> other;
    other.push_back(keyWith(0x33, 0));
    const std::filesystem::path refused = folder.path() / "refused.mp4";
    const Status missing = decryptFile(package->folder / "video-112p.mp4", std::move(other), refused);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "key_missing");
    EXPECT_FALSE(std::filesystem::exists(refused));
}

TEST(DecryptFile, SoundWithSyncwordsComesBackAndRefusesAWrongKey) {
    const std::pair<media::FilmAudio, const char*> kinds[] = {{media::FilmAudio::Flac, "flac.mkv"},
                                                              {media::FilmAudio::Ac3, "ac3.mp4"},
                                                              {media::FilmAudio::Eac3, "eac3.mp4"},
                                                              {media::FilmAudio::Mp3, "mp3.mp4"}};
    for (const auto& [kind, name] : kinds) {
        SCOPED_TRACE(name);
        media::SampleFilmOptions options = film(3);
        options.audio = kind;
        const std::filesystem::path source = clip(std::string("package-sound-") + name, options);
        for (const cenc::Scheme scheme : cenc::kSchemes) {
            SCOPED_TRACE(cenc::schemeName(scheme));
            const TemporaryFolder folder;
            PackageRequest request = requestFor(source, folder.path() / "out");
            request.scheme = scheme;
            const Result<Package> package = packageFilm(request);
            ASSERT_TRUE(package) << package.error().what;
            ASSERT_EQ(package->tracks.size(), 2U);
            ASSERT_TRUE(package->source.tracks.at(1).carried) << package->source.tracks.at(1).reason;
            const std::filesystem::path sound = package->folder / package->tracks[1].fileName;
            std::vector<TrackKey> right;
            right.push_back(keyWith(0x22, 100));
            const Status done = decryptFile(sound, std::move(right), folder.path() / "clear.mp4");
            EXPECT_TRUE(done) << done.error().what;
            std::vector<TrackKey> wrong;
            wrong.push_back(keyWith(0x22, 101));
            const Status refused = decryptFile(sound, std::move(wrong), folder.path() / "refused.mp4");
            ASSERT_FALSE(refused);
            EXPECT_EQ(refused.error().code, "key_wrong");
            EXPECT_FALSE(std::filesystem::exists(folder.path() / "refused.mp4"));
        }
    }
}

TEST(DecryptFile, ReadsKeyArgumentsStrictly) {
    const Result<TrackKey> plain =
        parseKeyArgument("00112233445566778899aabbccddeeff:0F0e0d0c0b0a09080706050403020100");
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->keyId[15], 0xff);
    EXPECT_EQ(plain->key.view()[0], 0x0f);
    const Result<TrackKey> dashed =
        parseKeyArgument("00112233-4455-6677-8899-aabbccddeeff:0f0e0d0c0b0a09080706050403020100");
    ASSERT_TRUE(dashed);
    EXPECT_EQ(dashed->keyId, plain->keyId);
    for (const char* bad : {"", ":", "00112233445566778899aabbccddeeff", "00112233445566778899aabbccddeeff:",
                            "00112233445566778899aabbccddeefg:0f0e0d0c0b0a09080706050403020100",
                            "00112233445566778899aabbccddeeff:0f0e0d0c0b0a0908070605040302010",
                            "0011223344556677-8899aabbccddeeff:0f0e0d0c0b0a09080706050403020100",
                            "\xc3\xa9\xc3\xa9:0f0e0d0c0b0a09080706050403020100"}) {
        const Result<TrackKey> key = parseKeyArgument(bad);
        ASSERT_FALSE(key) << bad;
        EXPECT_EQ(key.error().code, "key_argument_invalid");
        EXPECT_EQ(key.error().what.find("0f0e0d0c"), std::string::npos) << "the message repeats the key";
    }
}

}  // namespace
}  // namespace keyreel::package
