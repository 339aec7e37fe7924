#include "core/package/package_film.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "core/base/byte_io.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/isobmff/segment_index.h"
#include "core/package/decrypt_file.h"
#include "core/package/manifest.h"
#include "core/package/presentation.h"
#include "core/package/track_writer.h"
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

Bytes content(const std::filesystem::path& path) {
    Result<Bytes> bytes = readFile(path, 1U << 30);
    EXPECT_TRUE(bytes);
    return bytes ? *bytes : Bytes();
}

/// The first box of a type among the direct children of `boxes`, as a view of its content.
ByteView child(ByteView boxes, std::string_view type) {
    ByteReader reader(boxes);
    while (reader.remaining() >= 8) {
        const std::uint32_t size = reader.u32();
        const ByteView name = reader.bytes(4);
        const ByteView inside = reader.bytes(size - 8);
        if (asText(name) == type) return inside;
    }
    return {};
}

TEST(PackageFilm, AFolderThatNoFileSystemCanHoldIsAnErrorLikeAnyOther) {
    const TemporaryFolder folder;
    const Result<Package> package =
        packageFilm(requestFor(clip("package-9s.mp4", film()), folder.path() / std::string(300, 'x')));
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, "folder_unwritable");
}

TEST(PackageFilm, EveryByteOfATrackFileIsCoveredByADigestInOrder) {
    const TemporaryFolder folder;
    const Result<Package> package =
        packageFilm(requestFor(clip("package-9s.mp4", film()), folder.path() / "out"));
    ASSERT_TRUE(package) << package.error().what;
    ASSERT_EQ(package->tracks.size(), 2U);
    EXPECT_EQ(package->tracks[0].label, "video-112p");
    EXPECT_EQ(package->tracks[1].label, "audio-eng-1");
    EXPECT_EQ(package->tracks[1].codecs, "mp4a.40.2");
    EXPECT_NEAR(package->durationSeconds, 9.0, 0.05);
    for (std::size_t t = 0; t < 2; ++t) {
        const PackagedTrack& track = package->tracks[t];
        const Bytes bytes = content(package->folder / track.fileName);
        EXPECT_EQ(package->files[t].size, bytes.size());
        EXPECT_FALSE(package->files[t].digest) << "its parts have digests";
        std::uint64_t at = track.init.size;
        EXPECT_EQ(track.initDigest, crypto::sha256(ByteView(bytes).first(at)));
        for (const PackagedSegment& segment : track.segments) {
            ASSERT_EQ(segment.range.offset, at);
            ASSERT_LE(at + segment.range.size, bytes.size());
            const ByteView data = ByteView(bytes).subspan(at, segment.range.size);
            EXPECT_EQ(segment.digest, crypto::sha256(data));
            EXPECT_FALSE(child(data, "moof").empty());
            EXPECT_FALSE(child(data, "mdat").empty());
            at += segment.range.size;
        }
        EXPECT_EQ(at, bytes.size());
    }
    std::set<std::string> listed;
    for (const PackagedFile& file : package->files)
        listed.insert(file.name);
    std::set<std::string> present;
    for (const auto& entry : std::filesystem::directory_iterator(package->folder))
        present.insert(entry.path().filename().string());
    EXPECT_EQ(listed, present);
}

TEST(PackageFilm, SoundIsCutAtThePicturesFragmentTimesWhichAreKeyFrames) {
    const TemporaryFolder folder;
    const Result<Package> package =
        packageFilm(requestFor(clip("package-9s.mp4", film()), folder.path() / "out"));
    ASSERT_TRUE(package) << package.error().what;
    const auto& video = package->tracks[0].segments;
    const auto& audio = package->tracks[1].segments;
    ASSERT_EQ(video.size(), 3U);
    ASSERT_EQ(audio.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_DOUBLE_EQ(video[i].startSeconds, 4.0 * static_cast<double>(i));
        // The first whole frame at or behind the cut.
        EXPECT_GE(audio[i].startSeconds, video[i].startSeconds);
        EXPECT_LT(audio[i].startSeconds, video[i].startSeconds + 1024.0 / 48000);
    }
}

TEST(PackageFilm, TheIndexNamesExactlyTheSegments) {
    const TemporaryFolder folder;
    const Result<Package> package =
        packageFilm(requestFor(clip("package-9s.mp4", film()), folder.path() / "out"));
    ASSERT_TRUE(package) << package.error().what;
    for (const PackagedTrack& track : package->tracks) {
        const Bytes bytes = content(package->folder / track.fileName);
        const ByteView box = ByteView(bytes).subspan(track.index.offset, track.index.size);
        EXPECT_EQ(asText(box.subspan(4, 4)), "sidx");
        const Result<isobmff::SegmentIndex> index =
            isobmff::readSegmentIndex(box.subspan(8), track.index.offset + 8);
        ASSERT_TRUE(index) << index.error().what;
        ASSERT_EQ(index->references.size(), track.segments.size());
        std::uint64_t at = track.index.offset + track.index.size + index->firstOffset;
        double time = static_cast<double>(index->earliestPresentationTime) / index->timescale;
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            EXPECT_EQ(at, track.segments[i].range.offset);
            EXPECT_EQ(index->references[i].size, track.segments[i].range.size);
            EXPECT_TRUE(index->references[i].startsWithSap);
            EXPECT_NEAR(time, track.segments[i].startSeconds, 1e-9);
            at += index->references[i].size;
            time += static_cast<double>(index->references[i].duration) / index->timescale;
        }
        EXPECT_NEAR(time, track.durationSeconds, 1e-9);
    }
}

TEST(TrackWriter, AnIndexWithTooLittleRoomStillReachesTheEnd) {
    // A source that is longer than its header says: 9 fragments, room for 4 entries.
    const TemporaryFolder folder;
    Result<media::SampleReader> reader = media::SampleReader::open(clip("package-9s.mp4", film()));
    ASSERT_TRUE(reader);
    TrackWriterSettings settings;
    settings.label = "video";
    PackageRequest request = requestFor({}, {});
    settings.protection = TrackKeys(request).open({"video-112p", true, 192, 112, 0}, 1).value();
    settings.reservedSegments = 4;
    OutputLanes lanes(true);
    Result<TrackWriter> writer =
        TrackWriter::create(folder.path(), reader->tracks()[0], std::move(settings), lanes);
    ASSERT_TRUE(writer) << writer.error().what;
    for (unsigned frame = 0;;) {
        const auto sample = reader->next();
        ASSERT_TRUE(sample);
        if (!*sample) break;
        if ((*sample)->track != 0) continue;
        const MutableBytes room = writer->add(**sample);
        ASSERT_EQ(room.size(), (*sample)->data.size());
        std::copy((*sample)->data.begin(), (*sample)->data.end(), room.begin());
        if (++frame % 24 == 0) {
            ASSERT_TRUE(writer->cut());
        }
    }
    ASSERT_TRUE(lanes.finish());
    const auto file = writer->finish();
    ASSERT_TRUE(file) << file.error().what;
    TemporaryOutput* const outputs[] = {&writer->output()};
    ASSERT_TRUE(keepAll(outputs));
    const PackagedTrack& track = writer->packaged();
    EXPECT_EQ(track.segments.size(), 9U);
    const Bytes bytes = content(folder.path() / "video.mp4");
    const auto index = isobmff::readSegmentIndex(
        ByteView(bytes).subspan(track.index.offset + 8, track.index.size - 8), track.index.offset + 8);
    ASSERT_TRUE(index) << index.error().what;
    EXPECT_EQ(index->references.size(), 3U);
    std::uint64_t at = track.index.offset + track.index.size + index->firstOffset;
    for (const auto& reference : index->references)
        at += reference.size;
    EXPECT_EQ(at, bytes.size());
}

TEST(TrackWriter, ALeadEndsOnceAndNoPeriodComesBack) {
    const TemporaryFolder folder;
    Result<media::SampleReader> reader = media::SampleReader::open(clip("package-9s.mp4", film()));
    ASSERT_TRUE(reader);
    TrackWriterSettings settings;
    settings.label = "audio";
    PackageRequest request = requestFor({}, {});
    settings.protection = TrackKeys(request).open({"audio-eng-1", false, 0, 0, 0}, 2).value();
    settings.reservedSegments = 16;
    settings.clearUntil = 3 * std::int64_t{reader->tracks()[1].timescale};
    OutputLanes lanes(true);
    Result<TrackWriter> writer =
        TrackWriter::create(folder.path(), reader->tracks()[1], std::move(settings), lanes);
    ASSERT_TRUE(writer) << writer.error().what;
    std::size_t added = 0;
    for (;;) {
        const auto sample = reader->next();
        ASSERT_TRUE(sample);
        if (!*sample) break;
        if ((*sample)->track != 1) continue;
        const MutableBytes room = writer->add(**sample);
        std::copy((*sample)->data.begin(), (*sample)->data.end(), room.begin());
        if (++added % 47 != 0) continue;
        // Sound that runs ahead of the picture: still in the first part of the film, which is clear.
        ASSERT_TRUE(writer->enter(0, true));
        ASSERT_TRUE(writer->cut());
    }
    ASSERT_TRUE(writer->enter(1, true));
    ASSERT_TRUE(writer->cut());
    const Status back = writer->enter(0, false);
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, "iv_reused");
    ASSERT_TRUE(lanes.finish());
    ASSERT_TRUE(writer->finish());
    ASSERT_GE(writer->packaged().segments.size(), 8U);
    for (const PackagedSegment& segment : writer->packaged().segments)
        EXPECT_EQ(segment.clear, segment.startSeconds + segment.durationSeconds < 3.1)
            << segment.startSeconds;
}

TEST(TrackWriter, AProtectorsCountersCannotBeTakenTwice) {
    cenc::IvSequence first = cenc::IvSequence::startingAt(7);
    cenc::IvSequence second = std::move(first);
    EXPECT_EQ(second.next().value(), 7U);
    EXPECT_EQ(first.next().error().code, "iv_exhausted");  // NOLINT(bugprone-use-after-move)
}

TEST(PackageFilm, NothingOfTheSourceIsInTheClearInTheTrackFiles) {
    const TemporaryFolder folder;
    const std::filesystem::path source = clip("package-9s.mp4", film());
    const Result<Package> package = packageFilm(requestFor(source, folder.path() / "out"));
    ASSERT_TRUE(package) << package.error().what;
    Result<media::SampleReader> reader = media::SampleReader::open(source);
    ASSERT_TRUE(reader);
    std::vector<Bytes> files;
    for (const PackagedTrack& track : package->tracks)
        files.push_back(content(package->folder / track.fileName));
    unsigned looked = 0;
    for (;;) {
        const auto sample = reader->next();
        ASSERT_TRUE(sample);
        if (!*sample) break;
        const ByteView data = (*sample)->data;
        if (data.size() < 256) continue;
        const Bytes& file = files[(*sample)->track];
        const ByteView tail = data.subspan(data.size() - 64);
        EXPECT_EQ(std::search(file.begin(), file.end(), tail.begin(), tail.end()), file.end());
        ++looked;
    }
    EXPECT_GT(looked, 100U);
}

TEST(PackageFilm, TwoRunsUnderOneKeyShareNoCiphertext) {
    const TemporaryFolder folder;
    const std::filesystem::path source = clip("package-9s.mp4", film());
    const Result<Package> one = packageFilm(requestFor(source, folder.path() / "one"));
    const Result<Package> two = packageFilm(requestFor(source, folder.path() / "two"));
    ASSERT_TRUE(one && two);
    // The same plaintext under the same key at the same place: equal bytes would mean equal IVs.
    EXPECT_NE(one->tracks[0].segments[0].digest, two->tracks[0].segments[0].digest);
    EXPECT_EQ(one->tracks[0].initDigest, two->tracks[0].initDigest);
}

TEST(PackageFilm, OneKeyIdWithTwoKeysAndKeysOfTheWrongSizeAreRefused) {
    const TemporaryFolder folder;
    PackageRequest request = requestFor(clip("package-9s.mp4", film()), folder.path() / "out");
    request.keyFor = [](const std::string& label) -> Result<TrackKey> {
        return keyWith(0x11, label.starts_with("video") ? 0 : 1);
    };
    Result<Package> package = packageFilm(request);
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, "request_invalid");
    request.keyFor = [](const std::string&) -> Result<TrackKey> {
        TrackKey key;
        key.key = SecretBytes(32);
        return key;
    };
    package = packageFilm(request);
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, "request_invalid");
    EXPECT_FALSE(std::filesystem::exists(request.folder));
}

TEST(PackageFilm, CancellingAtAnyMomentLeavesNothing) {
    const TemporaryFolder folder;
    const std::filesystem::path source = clip("package-9s.mp4", film());
    for (const int after : {1, 100, 400}) {
        std::stop_source stop;
        int calls = 0;
        const PackageRequest request = requestFor(source, folder.path() / "out");
        const Result<Package> package = packageFilm(request, stop.get_token(), [&](const Progress&) {
            if (++calls == after) stop.request_stop();
        });
        ASSERT_FALSE(package);
        EXPECT_EQ(package.error().code, "cancelled");
        EXPECT_FALSE(std::filesystem::exists(request.folder));
    }
}

TEST(PackageFilm, ASourceThatBreaksOffLeavesOldFilesAndNothingNew) {
    const TemporaryFolder folder;
    const std::filesystem::path source = folder.path() / "film.mp4";
    media::SampleFilmOptions options = film(12);
    options.width = 640;
    options.height = 360;
    std::filesystem::copy_file(clip("package-12s.mp4", options), source);
    const std::filesystem::path out = folder.path() / "out";
    std::filesystem::create_directory(out);
    std::ofstream(out / "mine.txt") << "stays";
    bool cut = false;
    const Result<Package> package = packageFilm(requestFor(source, out), {}, [&](const Progress& progress) {
        EXPECT_LE(progress.done, progress.total);
        if (!cut) std::filesystem::resize_file(source, std::filesystem::file_size(source) / 2);
        cut = true;
    });
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, "media_changed");
    unsigned files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(out)) {
        EXPECT_EQ(entry.path().filename(), "mine.txt");
        ++files;
    }
    EXPECT_EQ(files, 1U);
}

TEST(PackageFilm, BothProtectionHeadersAreInEveryTrackAndInTheManifests) {
    const TemporaryFolder folder;
    PackageRequest request = requestFor(clip("package-9s.mp4", film()), folder.path() / "out");
    cenc::KeyreelPssh header;
    header.suite = "kr1";
    header.threshold = 2;
    header.contentId.fill(0x5a);
    request.protectionHeader = header;
    const Result<Package> package = packageFilm(request);
    ASSERT_TRUE(package) << package.error().what;
    const Bytes mpd = content(package->folder / "stream.mpd");
    for (const PackagedTrack& track : package->tracks) {
        const Bytes file = content(package->folder / track.fileName);
        const ByteView moov = child(file, "moov");
        const std::string playlist(asText(content(package->folder / (track.label + ".m3u8"))));
        unsigned boxes = 0;
        ByteReader reader(moov);
        bool afterTrak = false;
        while (reader.remaining() >= 8) {
            const std::size_t begin = reader.position();
            const std::uint32_t size = reader.u32();
            const ByteView type = reader.bytes(4);
            reader.skip(size - 8);
            ASSERT_FALSE(reader.failed());
            if (asText(type) == "trak") afterTrak = true;
            if (asText(type) != "pssh") continue;
            EXPECT_TRUE(afterTrak);
            const std::string text = toBase64(moov.subspan(begin, size));
            EXPECT_NE(asText(mpd).find("<cenc:pssh>" + text + "</cenc:pssh>"), std::string_view::npos);
            EXPECT_NE(playlist.find(text), std::string::npos);
            ++boxes;
        }
        EXPECT_EQ(boxes, 2U);
        EXPECT_NE(asText(mpd).find("cenc:default_KID=\"" + toUuid(track.keyId) + "\""),
                  std::string_view::npos);
    }
    EXPECT_NE(asText(mpd).find("urn:uuid:b6e254ef-0dc5-47fe-94e7-0e72ed1dc7b0"), std::string_view::npos);
}

TEST(PackageFilm, PlaylistsRepeatTheSegmentsAndPutTheMapBeforeTheKeys) {
    const TemporaryFolder folder;
    const Result<Package> package =
        packageFilm(requestFor(clip("package-9s.mp4", film()), folder.path() / "out"));
    ASSERT_TRUE(package) << package.error().what;
    for (const PackagedTrack& track : package->tracks) {
        const std::string text(asText(content(package->folder / (track.label + ".m3u8"))));
        EXPECT_LT(text.find("#EXT-X-MAP"), text.find("#EXT-X-KEY"));
        EXPECT_LT(text.find("#EXT-X-KEY"), text.find("#EXTINF"));
        std::size_t at = 0;
        for (const PackagedSegment& segment : track.segments) {
            const std::string range = "#EXT-X-BYTERANGE:" + std::to_string(segment.range.size) + "@" +
                                      std::to_string(segment.range.offset) + "\n" + track.fileName + "\n";
            at = text.find(range, at);
            ASSERT_NE(at, std::string::npos) << range;
        }
        EXPECT_TRUE(text.ends_with("#EXT-X-ENDLIST\n"));
    }
}

TEST(PackageFilm, CbcsSaysSoEverywhereAndComesBack) {
    const TemporaryFolder folder;
    PackageRequest request = requestFor(clip("package-9s.mp4", film()), folder.path() / "cenc");
    const Result<Package> counter = packageFilm(request);
    ASSERT_TRUE(counter) << counter.error().what;
    request.folder = folder.path() / "cbcs";
    request.scheme = cenc::Scheme::Cbcs;
    const Result<Package> package = packageFilm(request);
    ASSERT_TRUE(package) << package.error().what;

    const std::string mpd = std::string(asText(content(package->folder / "stream.mpd")));
    EXPECT_NE(mpd.find("mp4protection:2011\" value=\"cbcs\""), std::string::npos);
    EXPECT_EQ(mpd.find("value=\"cenc\""), std::string::npos);
    std::set<Bytes> ivs;
    for (std::size_t t = 0; t < 2; ++t) {
        const PackagedTrack& track = package->tracks[t];
        const std::string list = std::string(asText(content(package->folder / (track.label + ".m3u8"))));
        EXPECT_NE(list.find("#EXT-X-KEY:METHOD=SAMPLE-AES,"), std::string::npos);
        EXPECT_EQ(list.find("SAMPLE-AES-CTR"), std::string::npos);

        const Bytes bytes = content(package->folder / track.fileName);
        const std::string_view text = asText(bytes);
        const std::size_t tenc = text.find("tenc");
        ASSERT_NE(tenc, std::string_view::npos);
        const std::string fields = toHex(ByteView(bytes).subspan(tenc + 4, 25));
        EXPECT_EQ(fields,
                  std::string(t == 0 ? "0100000000190100" : "0100000000000100") + toHex(track.keyId) + "10");
        ivs.insert(toBytes(ByteView(bytes).subspan(tenc + 29, 16)));
        EXPECT_EQ(text.find("saiz") == std::string_view::npos, t == 1) << "sound has nothing per sample";
        EXPECT_NE(text.find("senc"), std::string_view::npos);

        const std::filesystem::path once = folder.path() / ("cbcs-" + track.fileName);
        const std::filesystem::path twice = folder.path() / ("cenc-" + track.fileName);
        const auto decrypt = [&](const Package& from, const std::filesystem::path& to) {
            std::vector<TrackKey> keys;
            keys.push_back(t == 0 ? keyWith(0x11, 0) : keyWith(0x22, 100));
            const Status done = decryptFile(from.folder / track.fileName, std::move(keys), to);
            EXPECT_TRUE(done) << (done ? "" : done.error().what);
        };
        decrypt(*package, once);
        decrypt(*counter, twice);
        const Bytes chained = content(once);
        const Bytes counted = content(twice);
        ASSERT_EQ(track.segments.size(), counter->tracks[t].segments.size());
        for (std::size_t s = 0; s < track.segments.size(); ++s) {
            const auto media = [&](const Bytes& file, const ByteRange& range) {
                return toBytes(child(ByteView(file).subspan(range.offset, range.size), "mdat"));
            };
            EXPECT_EQ(media(chained, track.segments[s].range),
                      media(counted, counter->tracks[t].segments[s].range));
        }
    }
    EXPECT_EQ(ivs.size(), 2U) << "one IV per track";
    request.protectionHeader.emplace();
    EXPECT_EQ(packageFilm(request).error().code, "request_invalid") << "a header for another scheme";
}

TEST(PackageFilm, AManifestIsNotMadeOfWhatItCannotState) {
    const TemporaryFolder folder;
    PackageRequest request = requestFor(clip("package-9s.mp4", film()), folder.path() / "out");
    request.digests = false;
    Result<Package> package = packageFilm(request);
    ASSERT_TRUE(package) << package.error().what;
    EXPECT_EQ(describePackage(*package, "standard").error().code, "request_invalid");
    request.digests = true;
    request.folder = folder.path() / "split";
    request.segmentFiles = SegmentFiles::Number;
    package = packageFilm(request);
    ASSERT_TRUE(package) << package.error().what;
    EXPECT_EQ(describePackage(*package, "standard").error().code, "request_invalid");
    for (const PackagedFile& file : package->files)
        EXPECT_EQ(file.digest, crypto::sha256(content(package->folder / file.name))) << file.name;
}

TEST(PackageFilm, ANameThatCannotBeTakenGivesTheOthersBack) {
    const TemporaryFolder folder;
    PackageRequest request = requestFor(clip("package-9s.mp4", film()), folder.path() / "out");
    ASSERT_TRUE(packageFilm(request));
    const auto contents = [&] {
        std::map<std::string, Bytes> out;
        for (const auto& entry : std::filesystem::directory_iterator(request.folder))
            if (entry.is_regular_file()) out[entry.path().filename()] = content(entry.path());
        return out;
    };
    // The last of the names is taken by a folder.
    std::filesystem::remove(request.folder / "audio-eng-1.m3u8");
    const auto before = contents();
    const std::filesystem::path taken = request.folder / "audio-eng-1.m3u8";
    bool done = false;
    const Result<Package> refused = packageFilm(request, {}, [&](const Progress&) {
        if (!std::exchange(done, true)) std::filesystem::create_directory(taken);
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "file_unwritable");
    EXPECT_EQ(contents(), before);
}

TEST(Presentation, DurationsHaveMilliseconds) {
    EXPECT_EQ(isoDuration(0), "PT0.000S");
    EXPECT_EQ(isoDuration(65.25), "PT1M5.250S");
    EXPECT_EQ(isoDuration(3725), "PT1H2M5.000S");
    EXPECT_EQ(isoDuration(3600), "PT1H0M0.000S");
    EXPECT_EQ(isoDuration(59.9996), "PT1M0.000S");
}

}  // namespace
}  // namespace keyreel::package
