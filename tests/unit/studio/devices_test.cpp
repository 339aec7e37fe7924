#include "core/studio/devices.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/test_log.h"

namespace keyreel::studio {
namespace {

using test::codeOf;
using test::must;

TEST(PairingCodes, NameOneStatement) {
    const std::string code = pairingCode(asBytes("statement"));
    EXPECT_EQ(code.size(), 19U);
    EXPECT_NE(code, pairingCode(asBytes("statemenu")));
    EXPECT_EQ(must(parsePairingCode(code)), code);
    std::string typed = code;
    typed.erase(std::remove(typed.begin(), typed.end(), '-'), typed.end());
    std::transform(typed.begin(), typed.end(), typed.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    EXPECT_EQ(must(parsePairingCode(typed)), code);
    EXPECT_EQ(must(parsePairingCode("oO00-iIlL-1111-abcd")), "0000-1111-1111-ABCD");
}

TEST(PairingCodes, AreNothingElse) {
    for (const char* text : {"", "0000-0000-0000-000", "0000-0000-0000-00000", "0000-0000-0000-000U",
                             "0000-0000-0000-00\xc3\xa4", "0000_0000_0000_0000"})
        EXPECT_EQ(codeOf(parsePairingCode(text)), "bad_code") << text;
}

}  // namespace
}  // namespace keyreel::studio
