// Keys, periods, clear leads and headers of whole packages, judged by the files that were written.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/byte_io.h"
#include "core/base/byte_source.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/cenc/conformance.h"
#include "core/cenc/protection_systems.h"
#include "core/isobmff/box.h"
#include "core/isobmff/fragment_reader.h"
#include "core/isobmff/movie.h"
#include "core/media/probe.h"
#include "core/media/sample_film.h"
#include "core/package/decrypt_file.h"
#include "core/package/key_plan.h"
#include "core/package/package_film.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::package {
namespace {

using test::clip;
using test::TemporaryFolder;

std::filesystem::path source() {
    media::SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = 9;
    return clip("package-9s.mp4", options);
}

std::string hexKey(unsigned number) {
    char text[80];
    std::snprintf(text, sizeof text, "%032x:%032x", 0xabc00 + number, 0x777000 + number);
    return text;
}

KeyPlan planOf(const std::vector<std::string>& arguments) {
    std::vector<LabelledKey> keys;
    for (const std::string& argument : arguments)
        keys.push_back(parseLabelledKey(argument).value());
    return KeyPlan::of(std::move(keys)).value();
}

Result<Package> make(const TemporaryFolder& folder, KeyPlan& plan, PackageRequest request,
                     const char* name = "out") {
    request.source = source();
    request.folder = folder.path() / name;
    request.fragmentSeconds = 1;
    request.keyFor = [&plan](const KeyQuery& query) { return plan.keyFor(query); };
    return packageFilm(request);
}

std::string text(const std::filesystem::path& path) {
    return std::string(asText(readFile(path, 1U << 30).value()));
}

struct WrittenFragment {
    cenc::KeyId keyId{};  ///< All zero when clear.
    std::vector<Bytes> ivs;
    std::size_t pssh = 0;
    double start = 0;
};

/// What the boxes of a track file say, read back without any of the writer's code.
std::vector<WrittenFragment> fragmentsOf(const std::filesystem::path& path) {
    const Bytes file = readFile(path, 1U << 30).value();
    std::vector<WrittenFragment> out;
    isobmff::Movie movie;
    isobmff::BoxCursor cursor(file, 0);
    for (isobmff::Box box;;) {
        if (!cursor.next(box).value()) break;
        if (box.type == isobmff::fourCc("moov")) movie = isobmff::readMovie(box).value();
        if (box.type != isobmff::fourCc("moof")) continue;
        const isobmff::Fragment fragment = isobmff::readFragment(box, movie).value();
        const isobmff::TrackFragment& traf = fragment.tracks.at(0);
        WrittenFragment& written = out.emplace_back();
        written.start = static_cast<double>(traf.baseDecodeTime) / movie.tracks.at(0).timescale;
        isobmff::EncryptionParameters parameters = movie.tracks.at(0).entries.at(0).protection->parameters;
        if (!traf.aux.keyRuns.empty()) {
            EXPECT_EQ(traf.aux.keyRuns.size(), 1U);
            EXPECT_EQ(traf.aux.keyRuns[0].sampleCount, traf.samples.size());
            EXPECT_EQ(traf.aux.keyRuns[0].group, 0x10001U);
            parameters = traf.aux.keyGroups.at(0);
        }
        EXPECT_EQ(parameters.isProtected, traf.aux.encryption.has_value());
        if (parameters.isProtected) {
            written.keyId = parameters.keyId;
            ByteReader in(traf.aux.encryption->entries);
            for (std::size_t i = 0; i < traf.samples.size() && parameters.ivSize > 0; ++i) {
                written.ivs.push_back(toBytes(in.bytes(parameters.ivSize)));
                if (traf.aux.encryption->hasSubsamples) in.skip(std::size_t{6} * in.u16());
            }
            EXPECT_FALSE(in.failed());
        }
        isobmff::BoxCursor children(box);
        for (isobmff::Box child; children.next(child).value();)
            if (child.type == isobmff::fourCc("pssh")) ++written.pssh;
    }
    return out;
}

/// Decrypts every track and compares it with the same package made with nothing encrypted differently: the
/// clear samples, taken from the package's own clear form under the scheme cenc with one key.
void expectSameSamples(const Package& package, const KeyPlan& plan, const Package& other,
                       const KeyPlan& otherPlan, const TemporaryFolder& folder) {
    const auto clear = [&](const Package& from, const KeyPlan& keys, std::size_t track, const char* name) {
        std::vector<TrackKey> all;
        for (const UsedKey& used : keys.used())
            all.push_back({used.key.keyId, used.key.key.clone(), {}});
        const std::filesystem::path file = folder.path() / name;
        const Status done = decryptFile(from.folder / from.tracks[track].fileName, std::move(all), file);
        EXPECT_TRUE(done) << (done ? "" : done.error().what);
        std::vector<Bytes> media;
        const Bytes bytes = readFile(file, 1U << 30).value();
        isobmff::BoxCursor cursor(bytes, 0);
        for (isobmff::Box box; cursor.next(box).value();)
            if (box.type == isobmff::fourCc("mdat")) media.push_back(toBytes(box.content()));
        return media;
    };
    ASSERT_EQ(package.tracks.size(), other.tracks.size());
    for (std::size_t i = 0; i < package.tracks.size(); ++i)
        EXPECT_EQ(clear(package, plan, i, "a.mp4"), clear(other, otherPlan, i, "b.mp4"))
            << package.tracks[i].label;
}

void expectNoFindings(const Package& package) {
    for (const PackagedTrack& track : package.tracks) {
        FileSource file = FileSource::open(package.folder / track.fileName).value();
        const auto conformance = cenc::checkConformance(file).value();
        for (const cenc::Finding& finding : conformance.findings)
            ADD_FAILURE() << track.label << ": " << finding.rule << ": " << finding.what;
    }
}

class PackageSchemes : public testing::TestWithParam<cenc::Scheme> {};

TEST_P(PackageSchemes, ClearLeadAndRotationComeBackAndNoIvIsUsedTwiceInTheAsset) {
    const TemporaryFolder folder;
    KeyPlan plain = KeyPlan::generated(KeyLayout::One);
    const Result<Package> reference = make(folder, plain, {}, "reference");
    ASSERT_TRUE(reference) << reference.error().what;
    PackageRequest request;
    request.scheme = GetParam();
    request.clearLeadSeconds = 2;
    request.rotation.seconds = 3;
    request.psshInFragments = true;
    KeyPlan plan = planOf({hexKey(1), hexKey(2), hexKey(3)});
    const Result<Package> package = make(folder, plan, request);
    ASSERT_TRUE(package) << package.error().what;
    expectSameSamples(*package, plan, *reference, plain, folder);
    expectNoFindings(*package);
    std::map<cenc::KeyId, std::set<Bytes>> ivs;
    std::vector<std::vector<WrittenFragment>> tracks;
    for (const PackagedTrack& track : package->tracks) {
        tracks.push_back(fragmentsOf(package->folder / track.fileName));
        ASSERT_EQ(tracks.back().size(), track.segments.size());
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            const WrittenFragment& fragment = tracks.back()[i];
            EXPECT_EQ(fragment.keyId == cenc::KeyId{}, track.segments[i].clear);
            EXPECT_EQ(track.segments[i].clear, track.segments[i].startSeconds < 1.99);
            EXPECT_EQ(fragment.pssh, 1U);
            if (!track.segments[i].clear) {
                EXPECT_EQ(fragment.keyId, track.keyIds[track.segments[i].period]);
            }
            for (const Bytes& iv : fragment.ivs)
                EXPECT_TRUE(ivs[fragment.keyId].insert(iv).second) << toHex(iv);
        }
        EXPECT_EQ(track.segments.back().period, 2U);
        EXPECT_EQ(track.keyId, track.keyIds[0]);
    }
    // Keys change at the same time in all tracks.
    ASSERT_EQ(tracks[0].size(), tracks[1].size());
    for (std::size_t i = 0; i < tracks[0].size(); ++i)
        EXPECT_EQ(tracks[0][i].keyId, tracks[1][i].keyId) << "fragment " << i;
    const std::filesystem::path playlistFile = package->folder / (package->tracks[0].label + ".m3u8");
    const bool hls = GetParam() == cenc::Scheme::Cenc || GetParam() == cenc::Scheme::Cbcs;
    EXPECT_EQ(std::filesystem::exists(playlistFile), hls);
    EXPECT_EQ(std::filesystem::exists(package->folder / "master.m3u8"), hls);
    const std::string playlist = hls ? text(playlistFile) : std::string();
    EXPECT_LE(playlist.find("#EXT-X-KEY:METHOD=NONE"), playlist.find("#EXTINF"));
    std::size_t last = 0;
    for (const cenc::KeyId& keyId : package->tracks[0].keyIds) {
        if (!hls) break;
        const std::size_t at = playlist.find(toBase64(keyId) + "\",KEYFORMAT=\"org.w3.clearkey\"");
        ASSERT_NE(at, std::string::npos);
        EXPECT_GT(at, last);
        last = at;
    }
    // The MPD's header names every key of the film.
    const std::string mpd = text(package->folder / "stream.mpd");
    std::vector<cenc::HeaderKey> all;
    for (const cenc::KeyId& keyId : package->tracks[0].keyIds)
        all.push_back({keyId, nullptr});
    EXPECT_NE(mpd.find(toBase64(isobmff::writePssh(cenc::commonPssh(all)))), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(All, PackageSchemes, testing::ValuesIn(cenc::kSchemes),
                         [](const testing::TestParamInfo<cenc::Scheme>& scheme) {
                             return std::string(cenc::schemeName(scheme.param));
                         });

TEST(PackageKeys, SecondsWithoutTheirKeyAreNotReadable) {
    const TemporaryFolder folder;
    PackageRequest request;
    request.rotation.segments = 4;
    KeyPlan plan = KeyPlan::generated(KeyLayout::PerTrack);
    const Result<Package> package = make(folder, plan, request);
    ASSERT_TRUE(package) << package.error().what;
    EXPECT_EQ(plan.used().size(), 2 * 3U);
    std::vector<TrackKey> first;
    first.push_back({plan.used()[0].key.keyId, plan.used()[0].key.key.clone(), {}});
    const Status refused = decryptFile(package->folder / package->tracks[0].fileName, std::move(first),
                                       folder.path() / "clear.mp4");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "key_missing");
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "clear.mp4"));
}

TEST(PackageKeys, TooFewKeysForTheFilmAreRefusedBeforeAnythingIsWritten) {
    const TemporaryFolder folder;
    PackageRequest request;
    request.rotation.seconds = 3;
    KeyPlan plan = planOf({hexKey(1), hexKey(2)});
    const Result<Package> package = make(folder, plan, request);
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, "keys_missing");
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "out"));
}

TEST(PackageKeys, AnIvGivenForMoreThanOneTrackOfACounterSchemeIsRefused) {
    const TemporaryFolder folder;
    const std::string iv = ":00112233445566ff";
    for (const cenc::Scheme scheme : {cenc::Scheme::Cenc, cenc::Scheme::Cens}) {
        PackageRequest request;
        request.scheme = scheme;
        KeyPlan plan = planOf({hexKey(1) + iv});
        const Result<Package> package = make(folder, plan, request);
        ASSERT_FALSE(package);
        EXPECT_EQ(package.error().code, "iv_reused");
        // The same key, with the IV for one label only: the other track would draw beside it.
        KeyPlan beside = planOf({"AUDIO=" + hexKey(1), "VIDEO=" + hexKey(1) + iv});
        const Result<Package> drawn = make(folder, beside, request);
        ASSERT_FALSE(drawn);
        EXPECT_EQ(drawn.error().code, "iv_reused");
        KeyPlan apart = planOf({"AUDIO=" + hexKey(1), "SD=" + hexKey(2) + iv});
        const Result<Package> taken = make(folder, apart, request);
        ASSERT_TRUE(taken) << taken.error().what;
        EXPECT_EQ(toHex(fragmentsOf(taken->folder / taken->tracks[0].fileName)[0].ivs[0]), iv.substr(1));
    }
    PackageRequest wide;
    KeyPlan sixteen = planOf({"AUDIO=" + hexKey(1), "SD=" + hexKey(2) + iv + iv.substr(1)});
    EXPECT_EQ(make(folder, sixteen, wide).error().code, "request_invalid");
}

TEST(PackageKeys, OneKeyUnderTwoIdsIsRefused) {
    const TemporaryFolder folder;
    std::vector<LabelledKey> keys;
    keys.push_back(parseLabelledKey("AUDIO=" + hexKey(1)).value());
    keys.push_back(parseLabelledKey("VIDEO=" + hexKey(2)).value());
    keys[1].key.key = keys[0].key.key.clone();
    EXPECT_EQ(KeyPlan::of(std::move(keys)).error().code, "request_invalid");
    // A source of keys need not be a plan.
    PackageRequest request;
    request.source = source();
    request.folder = folder.path() / "out";
    request.keyFor = [](const KeyQuery& query) -> Result<TrackKey> {
        TrackKey key = parseKeyArgument(hexKey(1)).value();
        key.keyId[0] = query.video ? 1 : 2;
        key.iv = Bytes{0, 1, 2, 3, 4, 5, 6, 7};
        return key;
    };
    const Result<Package> package = packageFilm(request);
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, "request_invalid");
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "out"));
}

TEST(PackageKeys, AChainedIvServesOneTrackInOnePeriod) {
    const TemporaryFolder folder;
    const std::string iv = ":000102030405060708090a0b0c0d0e0f";
    PackageRequest request;
    request.scheme = cenc::Scheme::Cbc1;
    KeyPlan all = planOf({hexKey(1) + iv});
    const Result<Package> refused = make(folder, all, request);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "iv_reused");
    KeyPlan beside = planOf({"AUDIO=" + hexKey(1), "VIDEO=" + hexKey(1) + iv});
    const Result<Package> package = make(folder, beside, request);
    ASSERT_TRUE(package) << package.error().what;
    EXPECT_EQ(toHex(fragmentsOf(package->folder / package->tracks[0].fileName)[0].ivs[0]), iv.substr(1));
}

TEST(PackageKeys, AClearLeadDoesNotTakeAFilmWithOneKeyFrameAlong) {
    const TemporaryFolder folder;
    media::SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = 9;
    options.keyInterval = 1000;
    PackageRequest request;
    request.source = clip("package-one-key-frame.mp4", options);
    request.folder = folder.path() / "out";
    request.fragmentSeconds = 1;
    request.clearLeadSeconds = 2;
    KeyPlan plan = KeyPlan::generated(KeyLayout::One);
    request.keyFor = [&plan](const KeyQuery& query) { return plan.keyFor(query); };
    const Result<Package> package = packageFilm(request);
    ASSERT_TRUE(package) << package.error().what;
    for (const PackagedTrack& track : package->tracks)
        for (const WrittenFragment& fragment : fragmentsOf(package->folder / track.fileName))
            EXPECT_EQ(fragment.keyId, plan.used()[0].key.keyId) << track.label;
    // With a lead that reaches that far, the whole film is clear, as asked.
    request.clearLeadSeconds = 7.5;
    const Result<Package> clear = packageFilm(request);
    ASSERT_TRUE(clear) << clear.error().what;
    EXPECT_TRUE(clear->tracks[0].segments.front().clear);
}

TEST(PackageKeys, AProtectedFilmIsNotPackagedAgain) {
    for (const cenc::Scheme scheme : cenc::kSchemes)
        for (const bool announced : {true, false}) {
            SCOPED_TRACE(std::string(cenc::schemeName(scheme)) + (announced ? ", with pssh" : ", without"));
            const TemporaryFolder folder;
            PackageRequest request;
            request.scheme = scheme;
            request.systems.common = announced;
            request.clearLeadSeconds = 2;
            KeyPlan plan = KeyPlan::generated(KeyLayout::One);
            const Result<Package> first = make(folder, plan, request, "first");
            ASSERT_TRUE(first) << first.error().what;
            const std::filesystem::path film = first->folder / first->tracks[0].fileName;
            if (announced) {
                EXPECT_EQ(media::probe(film).error().code, "media_protected");
            }
            PackageRequest again;
            again.source = film;
            again.folder = folder.path() / "again";
            again.keyFor = [&plan](const KeyQuery& query) { return plan.keyFor(query); };
            const Result<Package> refused = packageFilm(again);
            ASSERT_FALSE(refused);
            EXPECT_EQ(refused.error().code, "media_protected") << refused.error().what;
            EXPECT_FALSE(std::filesystem::exists(again.folder));
            // What is decrypted is a film again.
            std::vector<TrackKey> keys;
            keys.push_back({plan.used()[0].key.keyId, plan.used()[0].key.key.clone(), {}});
            ASSERT_TRUE(decryptFile(film, std::move(keys), folder.path() / "clear.mp4"));
            again.source = folder.path() / "clear.mp4";
            const Result<Package> taken = packageFilm(again);
            EXPECT_TRUE(taken) << taken.error().what;
        }
}

TEST(PackageKeys, AConstantIvIsTakenAndNamedInThePlaylist) {
    const TemporaryFolder folder;
    PackageRequest request;
    request.scheme = cenc::Scheme::Cbcs;
    request.pattern = {5, 5};
    request.hlsKeyUri = "https://keys.example/k";
    request.hlsSessionKeys = true;
    KeyPlan plan = planOf({hexKey(1) + ":000102030405060708090a0b0c0d0e0f"});
    const Result<Package> package = make(folder, plan, request);
    ASSERT_TRUE(package) << package.error().what;
    const std::string tag =
        "METHOD=SAMPLE-AES,URI=\"https://keys.example/k\",IV=0x"
        "000102030405060708090a0b0c0d0e0f,KEYFORMAT=\"identity\"";
    EXPECT_NE(text(package->folder / (package->tracks[0].label + ".m3u8")).find("#EXT-X-KEY:" + tag),
              std::string::npos);
    const std::string master = text(package->folder / "master.m3u8");
    EXPECT_NE(master.find("#EXT-X-SESSION-KEY:" + tag), std::string::npos);
    // pattern 5:5, protected, no IV per sample, the key id, 16 bytes of IV.
    const std::string file = toHex(readFile(package->folder / package->tracks[0].fileName, 1U << 30).value());
    EXPECT_NE(file.find("74656e630100000000550100000000000000000000000000000abc01"
                        "10000102030405060708090a0b0c0d0e0f"),
              std::string::npos);
}

TEST(KeyPlan, GoesByLabelThenByClassThenByKind) {
    KeyPlan plan =
        planOf({"video-720p=" + hexKey(1), "UHD1=" + hexKey(2), "VIDEO=" + hexKey(3), "AUDIO=" + hexKey(4)});
    const auto idOf = [&](const KeyQuery& query) { return plan.keyFor(query).value().keyId[15]; };
    EXPECT_EQ(idOf({"video-720p", true, 1280, 720, 0}), 1);
    EXPECT_EQ(idOf({"video-2160p", true, 3840, 2160, 0}), 2);
    EXPECT_EQ(idOf({"video-480p", true, 854, 480, 0}), 3);
    EXPECT_EQ(idOf({"audio-eng-1", false, 0, 0, 0}), 4);
    KeyPlan audioOnly = planOf({"AUDIO=" + hexKey(4)});
    EXPECT_EQ(audioOnly.keyFor({"video-480p", true, 854, 480, 0}).error().code, "keys_missing");
    EXPECT_EQ(plan.used().size(), 4U);
}

TEST(KeyPlan, AKeyThatNothingCanUseIsRefused) {
    const auto plan = [](std::vector<std::string> labels) {
        std::vector<LabelledKey> keys;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            TrackKey key;
            key.keyId.fill(static_cast<std::uint8_t>(i + 1));
            key.key = SecretBytes(16);
            key.key.mutableView()[0] = static_cast<std::uint8_t>(i);
            keys.push_back({labels[i], std::move(key)});
        }
        KeyPlan made = KeyPlan::of(std::move(keys)).value();
        (void)made.keyFor({"video-720p", true, 1280, 720, 0});
        (void)made.keyFor({"audio-eng-1", false, 0, 0, 0});
        return made.checkUsed();
    };
    EXPECT_TRUE(plan({"HD", "AUDIO"}));
    // Kinds of tracks may be there for other films; a name of nothing is a mistake.
    EXPECT_TRUE(plan({"HD", "UHD1", "AUDIO"}));
    EXPECT_TRUE(plan({"", "video-720p"}));
    for (const std::vector<std::string>& labels :
         {std::vector<std::string>{"VIDEO", "AUDIO", "AUDOI"}, {"HD", "AUDIO", ""}, {"", "audio-deu-2"}}) {
        const Status refused = plan(labels);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, "keys_unused");
    }
}

TEST(KeyPlan, ClassesGoByPixels) {
    const auto nameOf = [](std::uint32_t width, std::uint32_t height) {
        return std::string(trackClassName(trackClassOf({"", true, width, height, 0})));
    };
    EXPECT_EQ(nameOf(720, 576), "SD");
    EXPECT_EQ(nameOf(1280, 720), "HD");
    EXPECT_EQ(nameOf(1080, 1920), "HD");
    EXPECT_EQ(nameOf(1920, 1088), "HD");
    EXPECT_EQ(nameOf(2560, 1440), "UHD1");
    EXPECT_EQ(nameOf(4096, 2160), "UHD1");
    EXPECT_EQ(nameOf(7680, 4320), "UHD2");
}

TEST(KeyPlan, RefusesOneIdWithTwoKeysAndMalformedArguments) {
    std::vector<LabelledKey> keys;
    keys.push_back(parseLabelledKey(hexKey(1)).value());
    keys.push_back(parseLabelledKey(hexKey(1)).value());
    keys[1].key.key = SecretBytes(16);
    EXPECT_EQ(KeyPlan::of(std::move(keys)).error().code, "request_invalid");
    for (const std::string& bad : {std::string("SD=") + hexKey(1).substr(1), hexKey(1) + ":",
                                   hexKey(1) + ":00", hexKey(1) + ":zz112233445566ff"}) {
        const auto key = parseLabelledKey(bad);
        ASSERT_FALSE(key) << bad;
        EXPECT_EQ(key.error().code, "key_argument_invalid");
        EXPECT_EQ(key.error().what.find("777001"), std::string::npos);
    }
    EXPECT_EQ(parseLabelledKey("AUDIO=" + hexKey(1)).value().label, "AUDIO");
}

TEST(PackageHeaders, EverySystemThatIsAskedForIsInTheMovieTheMpdAndThePlaylists) {
    const TemporaryFolder folder;
    PackageRequest request;
    request.systems = {true, true, true};
    isobmff::Pssh foreign;
    foreign.systemId.fill(0x42);
    foreign.data = {1, 2, 3};
    request.extraPssh.push_back(foreign);
    request.hlsKeyUri = "skd://film";
    KeyPlan plan = planOf({hexKey(1)});
    const Result<Package> package = make(folder, plan, request);
    ASSERT_TRUE(package) << package.error().what;
    const Bytes file = readFile(package->folder / package->tracks[0].fileName, 1U << 30).value();
    const std::string mpd = text(package->folder / "stream.mpd");
    const std::string playlist = text(package->folder / (package->tracks[0].label + ".m3u8"));
    const SecretBytes& key = plan.used()[0].key.key;
    const std::vector<cenc::HeaderKey> keys{{plan.used()[0].key.keyId, &key}};
    const Bytes object = cenc::playReadyObject(keys, cenc::Scheme::Cenc).value();
    for (const isobmff::Pssh& pssh : {cenc::commonPssh(keys), cenc::widevinePssh(keys, cenc::Scheme::Cenc),
                                      cenc::playReadyPssh(keys, cenc::Scheme::Cenc).value(), foreign}) {
        const Bytes box = isobmff::writePssh(pssh);
        EXPECT_NE(asText(file).find(asText(box)), std::string_view::npos);
        EXPECT_NE(mpd.find("urn:uuid:" + toUuid(pssh.systemId)), std::string::npos);
        EXPECT_NE(mpd.find("<cenc:pssh>" + toBase64(box)), std::string::npos);
        if (pssh.systemId != cenc::kPlayReadySystemId) {
            EXPECT_NE(playlist.find(toBase64(box)), std::string::npos);
        }
    }
    EXPECT_NE(mpd.find("<mspr:pro>" + toBase64(object) + "</mspr:pro>"), std::string::npos);
    EXPECT_NE(playlist.find("URI=\"data:text/plain;charset=UTF-16;base64," + toBase64(object) +
                            "\",KEYFORMAT=\"com.microsoft.playready\""),
              std::string::npos);
    EXPECT_NE(playlist.find("URI=\"skd://film\",KEYFORMAT=\"com.apple.streamingkeydelivery\""),
              std::string::npos);
    request.systems.playReady = true;
    request.scheme = cenc::Scheme::Cens;
    EXPECT_EQ(make(folder, plan, request, "cens").error().code, "scheme_unsupported");
}

}  // namespace
}  // namespace keyreel::package
