#include "core/content/cid.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace keyreel;
using content::Cid;
using content::CidBuilder;

namespace {

Bytes pattern(std::size_t size) {
    Bytes out(size);
    for (std::size_t i = 0; i < size; ++i)
        out[i] = static_cast<std::uint8_t>(i % 251);
    return out;
}

std::string cidOf(ByteView bytes, std::size_t piece) {
    CidBuilder builder;
    while (!bytes.empty()) {
        const auto part = bytes.first(std::min(piece, bytes.size()));
        builder.update(part);
        bytes = bytes.subspan(part.size());
    }
    return builder.finish().text();
}

struct Known {
    std::size_t size;
    const char* cid;
};

// Made by an independent implementation over the bytes i % 251.
constexpr Known kKnown[] = {
    {262144, "bafkreibruh455iawsviqslif5c7uurdcfdemh22mtnytyzvnzn75kpejxy"},
    {262145, "bafybeiexg2oqkfnj56l7fcmawswqbijt5shq4b5rg6a546uwpkqqzwjioi"},
    {1 << 20, "bafybeiedpcapwld4tkgtzwahfofgn4wex5ryysf4se6hwpmlrsh4ntnrau"},
    {10 << 20, "bafybeih4kagh7adu5njlrodpibagiyttjpsfgsxw5buthmrw5edmkavvqi"},
    // One byte more than a full node of 174 leaves: the first file with two levels of nodes.
    {45613057, "bafybeib4y7ghw2rq7bracc4xwtxrbzo7cfvagdpte2tmrkgwl6dyard3cm"},
};

}  // namespace

TEST(Cid, EqualsWhatAnIndependentImplementationGives) {
    for (const Known& known : kKnown) {
        const Bytes bytes = pattern(known.size);
        EXPECT_EQ(cidOf(bytes, bytes.size()), known.cid) << known.size;
        EXPECT_EQ(cidOf(bytes, 100'003), known.cid) << known.size << " in odd pieces";
        EXPECT_EQ(cidOf(bytes, CidBuilder::kLeafSize), known.cid) << known.size << " in leaves";
    }
}

TEST(Cid, OfNothingIsTheEmptyRawBlock) {
    CidBuilder builder;
    EXPECT_EQ(builder.finish().text(), "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
}

TEST(Cid, BuilderStartsAnewAfterFinish) {
    CidBuilder builder;
    builder.update(pattern(300'000));
    (void)builder.finish();
    builder.update(pattern(262145));
    EXPECT_EQ(builder.size(), 262145U);
    EXPECT_EQ(builder.finish().text(), kKnown[1].cid);
}

TEST(Cid, OfAFileReportsProgressAndStops) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "film";
    ASSERT_TRUE(writeFileAtomically(path, pattern(10 << 20)));
    std::uint64_t last = 0;
    const auto cid = content::cidOfFile(path, {}, [&](const Progress& progress) {
        EXPECT_GT(progress.done, last);
        EXPECT_EQ(progress.total, 10U << 20);
        last = progress.done;
    });
    ASSERT_TRUE(cid);
    EXPECT_EQ(cid->text(), kKnown[3].cid);
    EXPECT_EQ(last, 10U << 20);

    std::stop_source stop;
    const auto stopped =
        content::cidOfFile(path, stop.get_token(), [&](const Progress&) { stop.request_stop(); });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, "cancelled");
}

TEST(Cid, TextHasOneFormOnly) {
    const std::string text = kKnown[2].cid;
    const auto cid = Cid::parse(text);
    ASSERT_TRUE(cid);
    EXPECT_EQ(cid->codec(), Cid::Codec::DagPb);
    EXPECT_EQ(cid->text(), text);
    EXPECT_EQ(*Cid::fromBytes(cid->bytes()), *cid);

    std::string upper = text;
    upper[5] = 'E';
    std::string padded = text;
    padded.back() = 'v';  // same 288 bits, stray padding bit
    std::string otherHash = text;
    otherHash[4] = 'z';
    for (const std::string& bad :
         {std::string(), std::string("b"), text + "a", text.substr(0, 58), upper, padded, otherHash,
          "z" + text.substr(1), text.substr(0, 20) + "\xc3\xa4" + text.substr(22),
          std::string("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG")}) {
        const auto refused = Cid::parse(bad);
        ASSERT_FALSE(refused) << bad;
        EXPECT_EQ(refused.error().code, "bad_cid");
    }
    Bytes sha512 = cid->bytes();
    sha512[2] = 0x13;
    EXPECT_FALSE(Cid::fromBytes(sha512));
}
