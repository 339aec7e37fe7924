#include "core/base/text.h"

#include <gtest/gtest.h>

#include <vector>

#include "core/base/utf8.h"

namespace keyreel {
namespace {

TEST(Utf8, TakesWhatUnicodeTable37Lists) {
    for (const std::string_view good : {"", "a", "\xc2\x80", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                                        "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
        EXPECT_TRUE(isUtf8(asBytes(good))) << toHex(asBytes(good));
    for (const std::string_view bad :
         {"\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf",
          "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe2\x82", "a\xff"})
        EXPECT_FALSE(isUtf8(asBytes(bad))) << toHex(asBytes(bad));
}

TEST(Utf8, ShowsNothingThatRepaintsOrTurnsATerminal) {
    EXPECT_EQ(printable("A\x1b[2Jb\r\n\t\x7f"), "A?[2Jb????");
    EXPECT_EQ(printable("a\n\tb\r", "\n\t"), "a\n\tb?");
    EXPECT_EQ(printable("\xc2\x9b\xc2\xa0"), "?\xc2\xa0");
    EXPECT_EQ(printable("\u202eevil\u2066\u200f"), "?evil?\u200f");
    EXPECT_EQ(printable("\u202eevil", {}, Directions::Keep), "\u202eevil");
    EXPECT_EQ(printable("Łódź 東京 😀"), "Łódź 東京 😀");
    // The text ends within a character, at the end of what may be read.
    for (const std::string_view cut : {"\xc2", "\xe2\x82", "\xf0\x9f\x98"}) {
        const std::vector<char> exact(cut.begin(), cut.end());
        EXPECT_EQ(printable({exact.data(), exact.size()}), std::string(cut.size(), '?'));
    }
}

TEST(Text, Base64MatchesRfc4648Section10) {
    const std::pair<std::string_view, std::string_view> vectors[] = {{"", ""},
                                                                     {"f", "Zg=="},
                                                                     {"fo", "Zm8="},
                                                                     {"foo", "Zm9v"},
                                                                     {"foob", "Zm9vYg=="},
                                                                     {"fooba", "Zm9vYmE="},
                                                                     {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, encoded] : vectors) {
        EXPECT_EQ(toBase64(asBytes(plain)), encoded);
        EXPECT_EQ(fromBase64(encoded).value(), toBytes(plain));
    }
}

TEST(Text, Base64RefusesWhatIsNotCanonical) {
    for (const std::string_view bad : {"Zg=", "Zg", "Zh==", "Z===", "Zm9v\n", "Zm 9", "====", "Zm9_"})
        EXPECT_FALSE(fromBase64(bad).has_value()) << bad;
    EXPECT_TRUE(fromBase64Url("Zg").has_value());
    EXPECT_FALSE(fromBase64Url("Zh").has_value());
}

TEST(Text, HexRefusesMultibyteText) {
    EXPECT_FALSE(fromHexExact<4>("0011223").has_value());
    EXPECT_FALSE(fromHexExact<4>("00é2233").has_value());
    EXPECT_EQ(toHex(fromHexExact<4>("00AAffB1").value()), "00aaffb1");
}

}  // namespace
}  // namespace keyreel
