#include "core/base/secret_bytes.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace keyreel {
namespace {

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);

TEST(SecretBytes, MovesLeaveNothingBehind) {
    auto secret = SecretBytes::copyOf(asBytes("key"));
    SecretBytes moved = std::move(secret);
    EXPECT_TRUE(secret.empty());  // NOLINT(bugprone-use-after-move): the emptiness is what is tested.
    EXPECT_TRUE(moved.equals(asBytes("key")));
    EXPECT_FALSE(moved.equals(asBytes("kez")));
    EXPECT_FALSE(moved.equals(asBytes("ke")));
    moved.wipe();
    EXPECT_TRUE(moved.empty());
}

}  // namespace
}  // namespace keyreel
