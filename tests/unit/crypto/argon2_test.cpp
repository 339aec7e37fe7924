#include "core/crypto/argon2.h"

#include <gtest/gtest.h>

#include "core/base/text.h"

using namespace keyreel;
using namespace keyreel::crypto;

// RFC 9106 section 5.3.
TEST(Argon2, GivesTheTagOfTheStandard) {
    const Bytes password(32, 1);
    const Bytes salt(16, 2);
    const Bytes secret(8, 3);
    const Bytes associated(12, 4);
    const auto tag = argon2id({password, salt, secret, associated}, {32, 3, 4}, 32);
    ASSERT_TRUE(tag) << tag.error().what;
    EXPECT_EQ(toHex(tag->view()), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

TEST(Argon2, RefusesWhatItCannotDo) {
    const Bytes password(8, 1);
    const Bytes salt(16, 2);
    const auto code = [&](const Argon2Cost& cost, ByteView useSalt, std::size_t size) {
        const auto out = argon2id({password, useSalt}, cost, size);
        return out ? std::string("ok") : out.error().code;
    };
    EXPECT_EQ(code({64, 1, 1}, salt, 32), "ok");
    EXPECT_EQ(code({64, 0, 1}, salt, 32), "argon2_parameters");
    EXPECT_EQ(code({64, 1, 0}, salt, 32), "argon2_parameters");
    EXPECT_EQ(code({0, 1, 1}, salt, 32), "argon2_parameters");
    EXPECT_EQ(code({64, 1, 1}, ByteView(salt).first(7), 32), "argon2_parameters");
    EXPECT_EQ(code({64, 1, 1}, salt, 3), "argon2_parameters");
    EXPECT_EQ(code({0xFFFFFFFF, 1, 1}, salt, 32), "out_of_memory");
}
