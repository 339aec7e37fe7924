// Small protected files that must never change by accident: one per scheme and coding, kept in tests/golden.
// A difference is told box by box, in the words of inspect. To accept a deliberate change, run with
// KEYREEL_WRITE_GOLDEN=1 and look at the difference of the files.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "core/base/byte_source.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/cenc/conformance.h"
#include "core/isobmff/box_tree.h"
#include "tests/unit/cenc/protected_file.h"
#include "tests/unit/cenc/stream_vectors.h"
#include "tests/unit/cenc/synthetic_track.h"

namespace keyreel::cenc {
namespace {

using test::ProtectedFile;
using test::SyntheticTrack;

std::filesystem::path goldenFolder() {
    return KEYREEL_GOLDEN_FOLDER;
}

/// A fixed sample table: lengths around the block size, an SEI, two slices in one sample, an empty sample.
std::vector<Bytes> samples(bool video) {
    std::vector<Bytes> out;
    const auto fill = [](Bytes& to, std::size_t size) {
        for (std::size_t i = to.size(); i < size; ++i)
            to.push_back(static_cast<std::uint8_t>(4 + i * 7 % 250));
    };
    for (const std::size_t size : {40U, 63U, 64U, 0U, 65U, 200U, 337U}) {
        Bytes sample;
        if (!video) {
            if (size > 0) sample.push_back(0xfc);
            fill(sample, size);
            out.push_back(sample);
            continue;
        }
        if (size == 200U) append(sample, Bytes{0, 0, 0, 6, 0x06, 5, 9, 9, 9, 9});
        for (unsigned slice = 0; size > 0 && slice < (size == 337U ? 2U : 1U); ++slice) {
            // An IDR slice: first_mb 0, type 7, pps 0, frame_num 0, idr_pic_id 0, no flags, qp delta 0.
            Bytes nal{0x65, 0x88, 0x80, 0x00, 0x03, 0x20, 0xa8};
            fill(nal, size);
            append(sample, Bytes{0, 0, static_cast<std::uint8_t>(nal.size() >> 8U),
                                 static_cast<std::uint8_t>(nal.size())});
            append(sample, nal);
        }
        out.push_back(sample);
    }
    return out;
}

void describe(const isobmff::BoxNode& box, const std::string& path, std::vector<std::string>& out) {
    const std::string name = path + isobmff::toText(box.type);
    std::string line = name + " @" + std::to_string(box.offset) + " " + std::to_string(box.size);
    for (const auto& [field, value] : box.fields)
        line += "  " + field + "=" + value;
    out.push_back(line);
    for (const isobmff::BoxNode& child : box.children)
        describe(child, name + "/", out);
}

std::vector<std::string> boxesOf(const Bytes& bytes) {
    MemorySource source(bytes);
    std::vector<std::string> out;
    for (const isobmff::BoxNode& box : isobmff::readBoxTree(source).boxes)
        describe(box, "", out);
    return out;
}

/// What differs between two files: the first boxes that say different things, else the first byte and the box
/// that it is in.
std::string difference(const Bytes& was, const Bytes& is) {
    const std::vector<std::string> before = boxesOf(was);
    const std::vector<std::string> after = boxesOf(is);
    std::string out;
    for (std::size_t i = 0, shown = 0; i < std::max(before.size(), after.size()) && shown < 8; ++i) {
        const std::string a = i < before.size() ? before[i] : "(nothing)";
        const std::string b = i < after.size() ? after[i] : "(nothing)";
        if (a == b) continue;
        out += "- " + a + "\n+ " + b + "\n";
        ++shown;
    }
    if (!out.empty() || was == is) return out;
    const auto place = std::mismatch(was.begin(), was.end(), is.begin(), is.end()).first - was.begin();
    out = "the same boxes; the first different byte is " + std::to_string(place);
    MemorySource source(is);
    for (const isobmff::BoxNode& box : isobmff::readBoxTree(source).boxes)
        if (static_cast<std::uint64_t>(place) >= box.offset &&
            static_cast<std::uint64_t>(place) < box.offset + box.size)
            out += " in " + isobmff::toText(box.type) + " @" + std::to_string(box.offset);
    return out;
}

void expectGolden(const std::string& name, const Bytes& bytes) {
    const std::filesystem::path golden = goldenFolder() / name;
    if (std::getenv("KEYREEL_WRITE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(goldenFolder());
        ASSERT_TRUE(writeFileAtomically(golden, bytes));
    }
    const Result<Bytes> kept = readFile(golden, 1U << 20);
    ASSERT_TRUE(kept) << kept.error().what;
    EXPECT_TRUE(*kept == bytes) << name << " differs:\n" << difference(*kept, bytes);
}

/// A track of one coding with samples that begin as those of a real encoder do.
struct Coding {
    const char* name;
    isobmff::TrackDescription track;
    std::vector<Bytes> samples;
};

const test::StreamVector& vectorOf(std::string_view name) {
    const auto& all = test::kStreamVectors;
    return *std::find_if(all.begin(), all.end(), [&](const auto& vector) { return vector.name == name; });
}

Bytes hex(std::string_view text) {
    return fromHex(std::string(text)).value();
}

/// `size` bytes that begin with `start`; the last is no marker of a VP9 superframe.
Bytes filled(Bytes start, std::size_t size) {
    for (std::size_t i = start.size(); i < size; ++i)
        start.push_back(static_cast<std::uint8_t>(4 + i * 7 % 250));
    start.back() = 0x01;
    return start;
}

Bytes withLength(const Bytes& unit) {
    Bytes out{0, 0, static_cast<std::uint8_t>(unit.size() >> 8U), static_cast<std::uint8_t>(unit.size())};
    append(out, unit);
    return out;
}

Coding hevc() {
    const test::StreamVector& vector = vectorOf("x265 defaults");
    Coding out{"hevc", SyntheticTrack::video(), {}};
    out.track.codec = isobmff::Codec::Hevc;
    out.track.configuration = hex("0101600000009000000000003cf000fcfdf8f800000f02");
    std::uint8_t type = 33;
    for (const std::string_view set : {vector.firstParameterSet, vector.secondParameterSet}) {
        const Bytes unit = hex(set);
        append(out.track.configuration, Bytes{static_cast<std::uint8_t>(0x80 | type++), 0, 1, 0,
                                              static_cast<std::uint8_t>(unit.size())});
        append(out.track.configuration, unit);
    }
    std::size_t size = 50;
    for (const auto& unit : vector.units) {
        out.samples.push_back(withLength({0x4e, 0x01, 5, 9, 9}));
        append(out.samples.back(), withLength(filled(hex(unit.start), size)));
        size += 61;
    }
    return out;
}

Coding vp9() {
    Coding out{"vp9", SyntheticTrack::video(), {}};
    out.track.codec = isobmff::Codec::Vp9;
    out.track.configuration = {1, 0, 0, 0, 0, 10, 0x82, 2, 2, 2, 0, 0};
    std::size_t size = 900;
    for (const auto& unit : vectorOf("vpx realtime").units) {
        out.samples.push_back(filled(hex(unit.start), size));
        size += 21;
    }
    return out;
}

Coding av1() {
    const test::StreamVector& vector = vectorOf("SVT");
    const Bytes sequence = hex(vector.firstParameterSet);
    Bytes header{0x0a, static_cast<std::uint8_t>(sequence.size())};
    append(header, sequence);
    Coding out{"av1", SyntheticTrack::video(), {}};
    out.track.codec = isobmff::Codec::Av1;
    out.track.configuration = {0x81, 0x00, 0x0c, 0x00};
    append(out.track.configuration, header);
    // Key frames, of which each is read by itself.
    for (const std::size_t size : {140U, 175U, 191U, 192U, 410U}) {
        Bytes sample = header;
        append(sample, Bytes{0x32, static_cast<std::uint8_t>(0x80 | (size & 0x7f)),
                             static_cast<std::uint8_t>(size >> 7U)});
        append(sample, filled(hex(vector.units.front().start), size));
        out.samples.push_back(std::move(sample));
    }
    return out;
}

Coding sound(const char* name, isobmff::Codec codec, Bytes configuration) {
    Coding out{name, SyntheticTrack::audio(), samples(false)};
    out.track.codec = codec;
    out.track.configuration = std::move(configuration);
    return out;
}

std::vector<Coding> codings() {
    Bytes streamInfo = hex("0000000080000022");
    append(streamInfo, hex("1000100000000000000000000bb802f0000000000000000000000000000000000000"));
    return {hevc(),
            vp9(),
            av1(),
            sound("aac", isobmff::Codec::Aac, {0x11, 0x90}),
            sound("flac", isobmff::Codec::Flac, streamInfo),
            sound("ac3", isobmff::Codec::Ac3, {0x10, 0x11, 0x40}),
            sound("eac3", isobmff::Codec::Eac3, {0x06, 0x00, 0x20, 0x0f, 0x00}),
            sound("mp3", isobmff::Codec::Mp3, {})};
}

class Golden : public testing::TestWithParam<Scheme> {};

TEST_P(Golden, FilesOfEveryCodingStayTheSameToTheByteAndBreakNoRule) {
    for (const Coding& coding : codings()) {
        SCOPED_TRACE(coding.name);
        const ProtectedFile file = ProtectedFile::make(coding.track, coding.samples,
                                                       {true, 4, GetParam(), {1, 2}, 0xfffffffffffffffd});
        expectGolden(std::string(schemeName(GetParam())) + "-" + coding.name + ".mp4", file.bytes);
        MemorySource source(file.bytes);
        const Result<Conformance> judged = checkConformance(source);
        ASSERT_TRUE(judged) << judged.error().what;
        EXPECT_TRUE(judged->broken.empty()) << judged->broken.begin()->first;
    }
}

TEST_P(Golden, FilesStayTheSameToTheByte) {
    for (const bool video : {true, false}) {
        const ProtectedFile file =
            ProtectedFile::make(video ? SyntheticTrack::video() : SyntheticTrack::audio(), samples(video),
                                {true, 4, GetParam(), {1, 2}, 0xfffffffffffffffd});
        expectGolden(std::string(schemeName(GetParam())) + (video ? "-video.mp4" : "-audio.mp4"), file.bytes);
    }
}

TEST(GoldenDifference, NamesTheBoxAndWhatItSays) {
    const ProtectedFile file =
        ProtectedFile::make(SyntheticTrack::video(), samples(true), {true, 4, Scheme::Cenc, {1, 9}, 7});
    EXPECT_EQ(difference(file.bytes, file.bytes), "");
    Bytes other = file.bytes;
    const std::size_t tenc = asText(other).find("tenc");
    ++other[tenc + 12];
    EXPECT_NE(difference(file.bytes, other).find("moov/trak/mdia/minf/stbl/stsd/encv/sinf/schi/tenc"),
              std::string::npos);
    other = file.bytes;
    ++other.back();
    EXPECT_NE(difference(file.bytes, other).find("in mdat"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(All, Golden, testing::ValuesIn(kSchemes),
                         [](const testing::TestParamInfo<Scheme>& scheme) {
                             return std::string(schemeName(scheme.param));
                         });

}  // namespace
}  // namespace keyreel::cenc
