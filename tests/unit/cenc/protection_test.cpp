#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/base/byte_io.h"
#include "core/base/text.h"
#include "core/cenc/iv_sequence.h"
#include "core/cenc/keyreel_pssh.h"
#include "core/cenc/sample_protector.h"
#include "core/cenc/signalling.h"
#include "core/crypto/aes_ctr.h"
#include "core/isobmff/box_writer.h"
#include "core/isobmff/init_segment.h"
#include "core/isobmff/movie.h"
#include "tests/unit/cenc/protected_file.h"
#include "tests/unit/cenc/synthetic_track.h"

namespace keyreel::cenc {
namespace {

using isobmff::Codec;
using isobmff::fourCc;
using test::ProtectedFile;
using test::SyntheticTrack;

std::vector<isobmff::Pssh> headers() {
    KeyreelPssh payload;
    payload.suite = "kr1";
    payload.threshold = 2;
    return {keyreelPssh(ProtectedFile::kKeyId, payload).value(), commonPssh(ProtectedFile::kKeyId)};
}

std::vector<isobmff::TrackDescription> descriptions() {
    std::vector<isobmff::TrackDescription> tracks;
    for (const Codec codec : {Codec::Avc, Codec::Hevc, Codec::Av1, Codec::Vp9, Codec::Aac, Codec::Opus}) {
        const bool audio = codec == Codec::Aac || codec == Codec::Opus;
        auto track = audio ? SyntheticTrack::audio() : SyntheticTrack::video();
        track.codec = codec;
        for (const char* language : {"", "deu", "pt-BR"}) {
            track.language = language;
            for (const bool edited : {false, true}) {
                track.edits = edited ? std::optional<isobmff::EditList>({1024, 0, 512}) : std::nullopt;
                track.duration = edited ? 1ULL << 33 : 0;
                track.averageBitrate = edited ? 128000 : 0;
                if (!audio && edited) track.colour = isobmff::Colour{9, 16, 9, true};
                if (!audio && edited) track.pixelAspectX = 4, track.pixelAspectY = 3;
                tracks.push_back(track);
            }
        }
    }
    return tracks;
}

isobmff::Movie movieOf(ByteView init) {
    isobmff::BoxCursor cursor(init, 0);
    for (isobmff::Box box; cursor.next(box).value();)
        if (box.type == fourCc("moov")) return isobmff::readMovie(box).value();
    ADD_FAILURE() << "no moov";
    return {};
}

TEST(Signalling, StripIsItsExactInverse) {
    for (const auto& track : descriptions()) {
        const Bytes clear = isobmff::writeInitSegment(track).value();
        const Bytes signalled = signal(clear, {Scheme::Cenc, ProtectedFile::kKeyId, 8}, headers()).value();
        EXPECT_EQ(strip(signalled).value(), clear);
        EXPECT_EQ(strip(clear).value(), clear) << "stripping what is not signalled";
        EXPECT_EQ(signal(signalled, {}, headers()).error().code, "already_signalled");
        const isobmff::Movie movie = movieOf(signalled);
        const auto& entry = movie.tracks.at(0).entries.at(0);
        const bool video = track.handler == isobmff::Handler::Video;
        EXPECT_EQ(entry.format, video ? fourCc("encv") : fourCc("enca"));
        ASSERT_TRUE(entry.protection);
        EXPECT_EQ(entry.protection->scheme, fourCc("cenc"));
        EXPECT_EQ(entry.protection->originalFormat, movieOf(clear).tracks.at(0).entries.at(0).format);
        EXPECT_EQ(entry.protection->parameters.keyId, ProtectedFile::kKeyId);
        EXPECT_EQ(entry.protection->parameters.ivSize, 8);
        EXPECT_EQ(entry.configuration, movieOf(clear).tracks.at(0).entries.at(0).configuration);
    }
}

TEST(Signalling, PutsEveryPsshAfterEveryTrak) {
    const Bytes clear = isobmff::writeInitSegment(SyntheticTrack::video()).value();
    const Bytes signalled = signal(clear, {Scheme::Cenc, ProtectedFile::kKeyId, 8}, headers()).value();
    isobmff::BoxCursor top(signalled, 0);
    isobmff::Box moov;
    while (top.next(moov).value() && moov.type != fourCc("moov")) {
    }
    isobmff::BoxCursor children(moov);
    std::string order;
    std::vector<isobmff::Pssh> found;
    for (isobmff::Box box; children.next(box).value();) {
        order += isobmff::toText(box.type) + " ";
        if (box.type == fourCc("pssh")) found.push_back(isobmff::readPssh(box.bytes, box.offset).value());
    }
    EXPECT_EQ(order, "mvhd trak pssh pssh mvex ");
    EXPECT_EQ(found, headers());
    // The tenc that all peers write for this key id (packaging practice: version 0, 8-byte IVs).
    EXPECT_NE(toHex(signalled).find("74656e63"
                                    "00000000"
                                    "00000108"
                                    "0102030405060708090a0b0c0d0e0f10"),
              std::string::npos);
}

TEST(Signalling, GoesByTheHandlerAndNotByTheFormat) {
    Bytes clear = isobmff::writeInitSegment(SyntheticTrack::video()).value();
    const std::string entry = "avc1";
    const auto at = std::search(clear.begin(), clear.end(), entry.begin(), entry.end());
    std::copy_n("zzzz", 4, at);
    const Bytes signalled = signal(clear, {Scheme::Cenc, ProtectedFile::kKeyId, 8}, {}).value();
    EXPECT_EQ(movieOf(signalled).tracks.at(0).entries.at(0).format, fourCc("encv"));
    EXPECT_EQ(strip(signalled).value(), clear);
}

TEST(Signalling, RefusesMalformedBoxesWithTheirPlace) {
    const Bytes signalled =
        signal(isobmff::writeInitSegment(SyntheticTrack::video()).value(), {Scheme::Cenc, {}, 8}, headers())
            .value();
    const std::string name = "frma";
    Bytes damaged = signalled;
    const auto at = std::search(damaged.begin(), damaged.end(), name.begin(), name.end());
    *(at - 1) = 200;
    const auto refused = strip(damaged);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "box_malformed");
    EXPECT_NE(refused.error().what.find("moov/trak/mdia/minf/stbl/stsd/encv/sinf"), std::string::npos)
        << refused.error().what;
    for (std::size_t size = 0; size < signalled.size(); ++size) {
        const ByteView cut = ByteView(signalled).first(size);
        EXPECT_FALSE(signal(cut, {}, {}));
        EXPECT_FALSE(strip(cut));
    }
    Bytes undescribed = isobmff::writeInitSegment(SyntheticTrack::video()).value();
    const std::string stsd = "stsd";
    *(std::search(undescribed.begin(), undescribed.end(), stsd.begin(), stsd.end()) - 1) = 16;
    EXPECT_EQ(signal(undescribed, {}, headers()).error().code, "box_malformed") << "no sample entry";
    Bytes segment = signalled;
    append(segment, Bytes{0, 0, 0, 8, 'm', 'd', 'a', 't'});
    EXPECT_EQ(strip(segment).error().code, "not_an_init_segment");
}

TEST(Ivs, NeverMeetUnderOneKey) {
    auto allocator = IvAllocator::create().value();
    std::set<std::uint64_t> tracks;
    std::set<std::uint64_t> used;
    for (int track = 0; track < 300; ++track) {
        auto sequence = allocator.draw().value();
        const std::uint64_t first = sequence.next().value();
        EXPECT_TRUE(tracks.insert(first >> 48U).second) << "two tracks share their upper 16 bits";
        EXPECT_EQ((first >> 47U) & 1U, 0U) << "2^47 samples could reach the next track";
        EXPECT_EQ(sequence.next().value(), first + 1);
        EXPECT_TRUE(used.insert(first).second);
    }
    for (int track = 300; track < 65536; ++track)
        ASSERT_TRUE(allocator.draw());
    EXPECT_EQ(allocator.draw().error().code, "iv_exhausted");
}

TEST(Ivs, AreWrittenOnceEach) {
    std::mt19937 random(1);
    std::vector<Bytes> samples;
    for (int i = 0; i < 100; ++i)
        samples.push_back(SyntheticTrack::videoSample(random, 64 + random() % 5000));
    const auto file = ProtectedFile::make(SyntheticTrack::video(), samples, {});
    ASSERT_EQ(file.ivs.size(), samples.size());
    EXPECT_EQ(std::set<std::uint64_t>(file.ivs.begin(), file.ivs.end()).size(), samples.size());
}

TEST(SampleProtector, UsesTheKeyStreamOfTheStandard) {
    // ISO/IEC 23001-7 sections 9.1 and 9.3: counter block = IV, then a 64-bit block number from 0.
    auto allocator = IvAllocator::create().value();
    auto protector =
        SampleProtector::create(SyntheticTrack::audio(), Scheme::Cenc,
                                SecretBytes::copyOf(ProtectedFile::kKey), allocator.draw().value())
            .value();
    Bytes zeros(100);
    ASSERT_TRUE(protector.protect(zeros));
    ASSERT_EQ(protector.aux().sizes.size(), 1U);
    EXPECT_EQ(protector.aux().sizes[0], 8);
    std::array<std::uint8_t, 16> block{};
    std::copy_n(protector.aux().entries.begin(), 8, block.begin());
    auto cipher = crypto::AesCtr::create(ProtectedFile::kKey).value();
    for (std::size_t at = 0; at < zeros.size(); at += 16) {
        block[15] = static_cast<std::uint8_t>(at / 16);
        Bytes expected(std::min<std::size_t>(16, zeros.size() - at));
        cipher.start(block);
        cipher.apply(expected);
        EXPECT_TRUE(
            std::equal(expected.begin(), expected.end(), zeros.begin() + static_cast<std::ptrdiff_t>(at)));
    }
}

TEST(SampleProtector, LeavesARefusedSampleUntouched) {
    auto allocator = IvAllocator::create().value();
    auto protector =
        SampleProtector::create(SyntheticTrack::video(), Scheme::Cenc,
                                SecretBytes::copyOf(ProtectedFile::kKey), allocator.draw().value())
            .value();
    Bytes bad{0, 0, 0, 40, 0x65, 1, 2, 3};
    const Bytes before = bad;
    EXPECT_EQ(protector.protect(bad).error().code, "sample_unparsable");
    EXPECT_EQ(bad, before);
    EXPECT_TRUE(protector.aux().sizes.empty());
    EXPECT_EQ(SampleProtector::create(SyntheticTrack::video(), Scheme::Cenc, SecretBytes(15),
                                      allocator.draw().value())
                  .error()
                  .code,
              "key_size_invalid");
}

TEST(KeyreelPssh, IsDeterministicAndStrict) {
    KeyreelPssh payload;
    payload.suite = "kr1";
    payload.threshold = 2;
    payload.contentId = {1, 2, 3};
    const Bytes encoded = payload.encode().value();
    const std::string text(asText(encoded));
    EXPECT_EQ(
        text,
        R"({"content":"01020300000000000000000000000000","nodes":"0000000000000000000000000000000000000000000000000000000000000000",)"
        R"("policy":"0000000000000000000000000000000000000000000000000000000000000000","schema":1,"scheme":"cenc","suite":"kr1","threshold":2})");
    EXPECT_EQ(KeyreelPssh::parse(encoded).value(), payload);
    const auto codeOf = [](const std::string& changed) {
        const auto parsed = KeyreelPssh::parse(asBytes(changed));
        return parsed ? std::string("ok") : parsed.error().code;
    };
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string changed = text;
        return changed.replace(changed.find(from), from.size(), to);
    };
    EXPECT_EQ(codeOf(with("\"threshold\":2", "\"threshold\":2,\"shares\":[]")), "pssh_payload_invalid");
    EXPECT_EQ(codeOf(with("\"threshold\":2", "\"threshold\":0")), "pssh_payload_invalid");
    EXPECT_EQ(codeOf(with("\"threshold\":2", "\"threshold\":2,\"threshold\":2")), "pssh_payload_invalid");
    EXPECT_EQ(codeOf(with("\"threshold\":2", "\"threshold\": 2")), "pssh_payload_invalid");
    EXPECT_EQ(codeOf(with("\"schema\":1", "\"schema\":2")), "pssh_payload_invalid");
    EXPECT_EQ(codeOf(with("\"scheme\":\"cenc\"", "\"scheme\":\"cens\"")), "pssh_payload_invalid");
    EXPECT_NE(codeOf(with("0102", "01é")), "ok");
    EXPECT_EQ(codeOf(std::string(4097, ' ')), "pssh_payload_too_large");
    EXPECT_EQ(codeOf(""), "pssh_payload_invalid");
}

}  // namespace
}  // namespace keyreel::cenc
