#include "core/cenc/conformance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/isobmff/box_tree.h"
#include "core/isobmff/box_writer.h"
#include "core/isobmff/fragment_writer.h"
#include "core/isobmff/init_segment.h"
#include "tests/unit/cenc/protected_file.h"
#include "tests/unit/cenc/synthetic_track.h"

namespace keyreel::cenc {
namespace {

using isobmff::fourCc;
using test::ProtectedFile;
using test::SyntheticTrack;

ProtectedFile pictures(Scheme scheme) {
    std::mt19937 random(11);
    std::vector<Bytes> samples;
    for (int i = 0; i < 21; ++i)
        samples.push_back(SyntheticTrack::videoSample(random, 500));
    return ProtectedFile::make(SyntheticTrack::video(), std::move(samples), {true, 7, scheme});
}

Conformance check(Bytes bytes) {
    MemorySource source(std::move(bytes));
    return checkConformance(source).value();
}

std::size_t after(ByteView bytes, std::string_view box) {
    const std::size_t at = asText(bytes).find(box);
    EXPECT_NE(at, std::string_view::npos);
    return at + 4;
}

/// The only rule that the file breaks.
std::string brokenRule(const Bytes& bytes) {
    const Conformance result = check(bytes);
    EXPECT_EQ(result.broken.size(), 1U);
    EXPECT_FALSE(result.findings.empty());
    return result.broken.empty() ? std::string() : result.broken.begin()->first;
}

TEST(Conformance, OurOwnFilesBreakNoRuleAndAreSummedUp) {
    for (const Scheme scheme : {Scheme::Cenc, Scheme::Cbcs}) {
        const Conformance result = check(pictures(scheme).bytes);
        for (const Finding& finding : result.findings)
            ADD_FAILURE() << finding.rule << ": " << finding.what;
        ASSERT_EQ(result.tracks.size(), 1U);
        const TrackSummary& track = result.tracks[0];
        EXPECT_EQ(isobmff::toText(track.scheme), schemeName(scheme));
        EXPECT_EQ(track.defaultKeyId, ProtectedFile::kKeyId);
        EXPECT_EQ(track.samples, 21U);
        EXPECT_EQ(track.protectedSamples, 21U);
        EXPECT_EQ(track.fragments, 3U);
        EXPECT_EQ(track.bytes, 21U * 500);
        EXPECT_GT(track.protectedBytes, 0U);
        EXPECT_LT(track.protectedBytes, track.bytes);
    }
}

TEST(Conformance, NamesTheRuleThatADamagedFieldBreaks) {
    const Bytes good = pictures(Scheme::Cenc).bytes;
    const std::size_t senc = after(good, "senc");
    Bytes bad = good;
    ++bad[senc + 8 + 8 + 3];  // the first subsample's clear bytes
    EXPECT_EQ(brokenRule(bad), "senc-sums");

    bad = good;
    ++bad[after(good, "saio") + 11];
    EXPECT_EQ(brokenRule(bad), "saio-offset");

    bad = good;
    ++bad[after(good, "saiz") + 9];
    EXPECT_EQ(brokenRule(bad), "saiz-sizes");

    bad = good;
    std::copy_n("free", 4, bad.begin() + static_cast<std::ptrdiff_t>(after(good, "tfdt") - 4));
    EXPECT_EQ(brokenRule(bad), "tfdt-present");

    bad = good;
    std::fill_n(bad.begin() + static_cast<std::ptrdiff_t>(after(good, "tenc") + 8), 16, std::uint8_t{0});
    EXPECT_EQ(brokenRule(bad), "default-kid");

    bad = good;
    // A byte from the first protected range to its clear part: the sum stays.
    ++bad[senc + 8 + 8 + 3];
    --bad[senc + 8 + 8 + 7];
    EXPECT_EQ(brokenRule(bad), "whole-blocks");
}

TEST(Conformance, FindsAnIvThatIsUsedTwiceInTheWholeFile) {
    const ProtectedFile file = pictures(Scheme::Cenc);
    Bytes bad = file.bytes;
    const std::size_t first = after(bad, "senc") + 8;
    const std::size_t second = asText(bad).find("senc", first) + 12;
    std::copy_n(file.bytes.begin() + static_cast<std::ptrdiff_t>(first), 8,
                bad.begin() + static_cast<std::ptrdiff_t>(second));
    EXPECT_EQ(brokenRule(bad), "iv-unique");
}

TEST(Conformance, NamesTheRulesOfSchemesPatternsAndHeaders) {
    const Bytes counter = pictures(Scheme::Cenc).bytes;
    Bytes bad = counter;
    bad[after(bad, "tenc")] = 1;  // version 1 of tenc makes the next byte a pattern
    bad[after(bad, "tenc") + 5] = 0x19;
    EXPECT_EQ(brokenRule(bad), "pattern-scheme");

    bad = counter;
    // The common header, version 1: system, count, key id. It comes second.
    const std::size_t common = asText(bad).rfind("pssh") + 4;
    ++bad[common + 4 + 16 + 4];
    EXPECT_EQ(brokenRule(bad), "pssh-names-keys");

    bad = pictures(Scheme::Cbcs).bytes;
    const std::size_t entry = after(bad, "senc") + 8;
    const unsigned clear = bad[entry + 2] << 8U | bad[entry + 3];
    ASSERT_EQ(bad[entry + 4] + bad[entry + 5], 0);
    const unsigned covered = bad[entry + 6] << 8U | bad[entry + 7];
    ASSERT_GT(bad[entry + 1], 1U);  // at least two subsamples
    // The first one's bytes go over to the second.
    const unsigned sum = clear + covered + (bad[entry + 8] << 8U | bad[entry + 9]);
    std::fill_n(bad.begin() + static_cast<std::ptrdiff_t>(entry + 2), 6, std::uint8_t{0});
    bad[entry + 8] = static_cast<std::uint8_t>(sum >> 8U);
    bad[entry + 9] = static_cast<std::uint8_t>(sum);
    EXPECT_EQ(brokenRule(bad), "senc-zero-entry");

    bad = pictures(Scheme::Cbcs).bytes;
    std::copy_n("cbc1", 4, bad.begin() + static_cast<std::ptrdiff_t>(after(bad, "schm") + 4));
    const Conformance renamed = check(bad);
    EXPECT_EQ(renamed.broken.count("iv-size"), 1U);
    EXPECT_EQ(renamed.broken.count("pattern-scheme"), 1U);
}

/// Two fragments of one `wvtt` sample each.
Bytes textFile() {
    isobmff::TrackDescription track;
    track.handler = isobmff::Handler::Text;
    track.codec = isobmff::Codec::Wvtt;
    track.configuration = toBytes(asBytes("WEBVTT"));
    track.timescale = 1000;
    Bytes bytes = isobmff::writeInitSegment(track).value();
    isobmff::FragmentWriter writer;
    for (const std::uint64_t begin : {0U, 1000U}) {
        Bytes sample;
        isobmff::BoxWriter out(sample);
        out.begin(fourCc("vttc"));
        out.begin(fourCc("payl"));
        out.text("Hello");
        out.end();
        out.end();
        const isobmff::SampleMeta meta{1000, static_cast<std::uint32_t>(sample.size()), 0, true};
        append(bytes,
               writer.write({static_cast<std::uint32_t>(begin / 1000 + 1), 1, begin}, {&meta, 1}).value());
        append(bytes, sample);
    }
    return bytes;
}

TEST(Conformance, NamesTheRulesOfText) {
    const Bytes good = textFile();
    EXPECT_TRUE(check(good).broken.empty());
    Bytes bad = good;
    std::copy_n("subt", 4, bad.begin() + static_cast<std::ptrdiff_t>(after(good, "hdlr") + 8));
    EXPECT_EQ(brokenRule(bad), "text-handler");
    bad = good;
    bad[after(good, "tfdt") + 11] = 1;  // the first fragment's time
    EXPECT_EQ(brokenRule(bad), "text-timeline");
    for (const char* name : {"vttc", "payl"}) {
        bad = good;
        std::copy_n("xxxx", 4, bad.begin() + static_cast<std::ptrdiff_t>(after(good, name) - 4));
        EXPECT_EQ(brokenRule(bad), "text-sample") << name;
    }
}

TEST(BoxTree, ShowsFieldsAndTellsWhereDamageIs) {
    const Bytes good = pictures(Scheme::Cbcs).bytes;
    MemorySource source(good);
    const isobmff::BoxTree tree = isobmff::readBoxTree(source);
    ASSERT_FALSE(tree.damage) << tree.damage->what;
    std::uint64_t end = 0;
    for (const isobmff::BoxNode& box : tree.boxes) {
        EXPECT_EQ(box.offset, end);
        end += box.size;
    }
    EXPECT_EQ(end, good.size());
    const auto find = [](const std::vector<isobmff::BoxNode>& boxes,
                         const char* type) -> const isobmff::BoxNode* {
        for (const isobmff::BoxNode& box : boxes)
            if (isobmff::toText(box.type) == type) return &box;
        return nullptr;
    };
    const auto* box = &tree.boxes;
    const isobmff::BoxNode* node = nullptr;
    for (const char* type :
         {"moov", "trak", "mdia", "minf", "stbl", "stsd", "encv", "sinf", "schi", "tenc"}) {
        node = find(*box, type);
        ASSERT_NE(node, nullptr) << type;
        box = &node->children;
    }
    const std::vector<std::pair<std::string, std::string>> expected{
        {"version", "1"},
        {"flags", "0"},
        {"pattern", "1:9"},
        {"isProtected", "1"},
        {"ivSize", "0"},
        {"defaultKid", "01020304-0506-0708-090a-0b0c0d0e0f10"},
        {"constantIv", "f00102030405060708090a0b0c0d0e0f"}};
    EXPECT_EQ(node->fields, expected);

    Bytes bad = good;
    bad[after(good, "mdhd") - 8] = 0x7f;
    MemorySource damaged(bad);
    const isobmff::BoxTree part = isobmff::readBoxTree(damaged);
    ASSERT_TRUE(part.damage);
    EXPECT_EQ(part.damage->code, "box_malformed");
    EXPECT_NE(part.damage->what.find("moov/trak/mdia"), std::string::npos) << part.damage->what;
    EXPECT_NE(part.damage->what.find(std::to_string(after(good, "mdhd") - 8)), std::string::npos);
    EXPECT_NE(find(part.boxes, "moov"), nullptr) << "what stands in front of the damage is shown";
}

}  // namespace
}  // namespace keyreel::cenc
