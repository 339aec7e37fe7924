#include "core/studio/known_manifests.h"

#include <gtest/gtest.h>

namespace keyreel::studio {
namespace {

Bytes manifestOf(std::size_t size, std::uint8_t value) {
    return Bytes(size, value);
}

TEST(KnownManifests, GiveBackWhatWasKept) {
    KnownManifests known;
    EXPECT_FALSE(known.find("a"));
    known.keep("a", manifestOf(3, 1));
    known.keep("b", manifestOf(4, 2));
    known.keep("a", manifestOf(3, 1));
    EXPECT_EQ(known.find("a"), manifestOf(3, 1));
    EXPECT_EQ(known.find("b"), manifestOf(4, 2));
}

TEST(KnownManifests, NeverHoldMoreThanTheirBound) {
    KnownManifests known;
    known.keep("too large", manifestOf(KnownManifests::kMaxBytes + 1, 0));
    EXPECT_FALSE(known.find("too large"));
    known.keep("first", manifestOf(KnownManifests::kMaxBytes / 2, 1));
    known.keep("second", manifestOf(KnownManifests::kMaxBytes / 2, 2));
    EXPECT_TRUE(known.find("first")) << "both just fit";
    known.keep("third", manifestOf(1, 3));
    EXPECT_FALSE(known.find("first"));
    EXPECT_TRUE(known.find("second"));
    EXPECT_TRUE(known.find("third"));
    known.keep("whole", manifestOf(KnownManifests::kMaxBytes, 4));
    EXPECT_FALSE(known.find("second"));
    EXPECT_FALSE(known.find("third"));
    EXPECT_TRUE(known.find("whole"));
}

}  // namespace
}  // namespace keyreel::studio
