#include "core/base/decimal.h"

#include <gtest/gtest.h>

#include "tests/support/comma_locale.h"

namespace keyreel {
namespace {

TEST(Decimal, HasAPointWhereTheLocaleHasAComma) {
    const test::CommaLocale locale;
    ASSERT_TRUE(locale.inForce());
    EXPECT_EQ(decimal(4.004, 6), "4.004000");
    EXPECT_EQ(decimal(1.5, 0), "2");
    EXPECT_EQ(decimal(-0.25, 3), "-0.250");
    EXPECT_EQ(decimal(1e300, 1).size(), 303U);
    std::string_view text = "12.5s";
    EXPECT_EQ(takeDecimal(text), 12.5);
    EXPECT_EQ(text, "s");
    for (std::string_view none : {"", "-1", "inf", ".5", ",5"})
        EXPECT_EQ(takeDecimal(none), std::nullopt) << none;
    text = "1e3";
    EXPECT_EQ(takeDecimal(text), 1.0);
    EXPECT_EQ(text, "e3");
}

}  // namespace
}  // namespace keyreel
