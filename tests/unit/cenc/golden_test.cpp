// Small protected files that must never change by accident: one per scheme, for pictures and sound, kept in
// tests/golden. A difference is told box by box, in the words of inspect. To accept a deliberate change, run
// with KEYREEL_WRITE_GOLDEN=1 and look at the difference of the files.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "core/base/byte_source.h"
#include "core/base/file.h"
#include "core/isobmff/box_tree.h"
#include "tests/unit/cenc/protected_file.h"
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

class Golden : public testing::TestWithParam<Scheme> {};

TEST_P(Golden, FilesStayTheSameToTheByte) {
    for (const bool video : {true, false}) {
        const ProtectedFile file =
            ProtectedFile::make(video ? SyntheticTrack::video() : SyntheticTrack::audio(), samples(video),
                                {true, 4, GetParam(), {1, 2}, 0xfffffffffffffffd});
        const std::filesystem::path golden =
            goldenFolder() / (std::string(schemeName(GetParam())) + (video ? "-video.mp4" : "-audio.mp4"));
        if (std::getenv("KEYREEL_WRITE_GOLDEN") != nullptr) {
            std::filesystem::create_directories(goldenFolder());
            ASSERT_TRUE(writeFileAtomically(golden, file.bytes));
        }
        const Result<Bytes> kept = readFile(golden, 1U << 20);
        ASSERT_TRUE(kept) << kept.error().what;
        EXPECT_TRUE(*kept == file.bytes) << golden.filename() << " differs:\n"
                                         << difference(*kept, file.bytes);
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
