#include "core/crypto/cbor.h"

#include <gtest/gtest.h>

#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using cbor::MapReader;
using cbor::Value;
using test::hex;

struct Example {
    const char* encoded;
    Value value;
};

// RFC 8949 appendix A, Table 6: the examples of the kinds that are used here and are deterministic.
std::vector<Example> examples() {
    std::vector<Value> oneTo25;
    for (std::uint64_t i = 1; i <= 25; ++i)
        oneTo25.push_back(Value::uint(i));
    const Value oneTwoThree = Value::array({Value::uint(1), Value::uint(2), Value::uint(3)});
    return {
        {"00", Value::uint(0)},
        {"01", Value::uint(1)},
        {"0a", Value::uint(10)},
        {"17", Value::uint(23)},
        {"1818", Value::uint(24)},
        {"1819", Value::uint(25)},
        {"1864", Value::uint(100)},
        {"1903e8", Value::uint(1000)},
        {"1a000f4240", Value::uint(1000000)},
        {"1b000000e8d4a51000", Value::uint(1000000000000)},
        {"1bffffffffffffffff", Value::uint(18446744073709551615U)},
        {"20", Value::integer(-1)},
        {"29", Value::integer(-10)},
        {"3863", Value::integer(-100)},
        {"3903e7", Value::integer(-1000)},
        {"f4", Value::boolean(false)},
        {"f5", Value::boolean(true)},
        {"f6", Value::null()},
        {"c074323031332d30332d32315432303a30343a30305a", Value::tag(0, Value::text("2013-03-21T20:04:00Z"))},
        {"c11a514b67b0", Value::tag(1, Value::uint(1363896240))},
        {"d74401020304", Value::tag(23, Value::bytes(hex("01020304")))},
        {"d818456449455446", Value::tag(24, Value::bytes(hex("6449455446")))},
        {"d82076687474703a2f2f7777772e6578616d706c652e636f6d",
         Value::tag(32, Value::text("http://www.example.com"))},
        {"40", Value::bytes({})},
        {"4401020304", Value::bytes(hex("01020304"))},
        {"60", Value::text("")},
        {"6161", Value::text("a")},
        {"6449455446", Value::text("IETF")},
        {"62225c", Value::text("\"\\")},
        {"62c3bc", Value::text("\xc3\xbc")},
        {"63e6b0b4", Value::text("\xe6\xb0\xb4")},
        {"64f0908591", Value::text("\xf0\x90\x85\x91")},
        {"80", Value::array()},
        {"83010203", oneTwoThree},
        {"8301820203820405", Value::array({Value::uint(1), Value::array({Value::uint(2), Value::uint(3)}),
                                           Value::array({Value::uint(4), Value::uint(5)})})},
        {"98190102030405060708090a0b0c0d0e0f101112131415161718181819", Value::array(oneTo25)},
        {"a0", Value::map()},
        {"a201020304", Value::map().put(3, Value::uint(4)).put(1, Value::uint(2))},
        {"a26161016162820203",
         Value::map().put("b", Value::array({Value::uint(2), Value::uint(3)})).put("a", Value::uint(1))},
        {"826161a161626163", Value::array({Value::text("a"), Value::map().put("b", Value::text("c"))})},
        {"a56161614161626142616361436164614461656145", Value::map()
                                                           .put("e", Value::text("E"))
                                                           .put("d", Value::text("D"))
                                                           .put("c", Value::text("C"))
                                                           .put("b", Value::text("B"))
                                                           .put("a", Value::text("A"))},
    };
}

TEST(Cbor, Rfc8949AppendixA) {
    for (const Example& example : examples()) {
        EXPECT_EQ(toHex(cbor::encode(example.value)), example.encoded);
        const auto decoded = cbor::decode(hex(example.encoded));
        ASSERT_TRUE(decoded.has_value()) << example.encoded << ": " << decoded.error().what;
        EXPECT_TRUE(*decoded == example.value) << example.encoded;
    }
}

// 3bffffffffffffffff of appendix A is -2^64: carried, but too small for an int64.
TEST(Cbor, NegativeNumbersBelowInt64StayReadableAsValues) {
    const auto decoded = cbor::decode(hex("3bffffffffffffffff"));
    ASSERT_TRUE(decoded.has_value());
    EXPECT_EQ(toHex(cbor::encode(*decoded)), "3bffffffffffffffff");
    EXPECT_EQ(decoded->asInteger().error().code, "cbor_size");
    EXPECT_EQ(cbor::decode(hex("3b7fffffffffffffff"))->asInteger().value(), INT64_MIN);
    EXPECT_EQ(toHex(cbor::encode(Value::integer(INT64_MIN))), "3b7fffffffffffffff");
}

// The key order example of RFC 8949 section 4.2.1, as far as its keys are integers and texts: 10, 100, -1,
// "z", "aa".
TEST(Cbor, KeysAreSortedAsSection421Says) {
    const Value map = Value::map()
                          .put("aa", Value::uint(4))
                          .put(-1, Value::uint(2))
                          .put("z", Value::uint(3))
                          .put(100, Value::uint(1))
                          .put(10, Value::uint(0));
    EXPECT_EQ(toHex(cbor::encode(map)),
              "a50a00186401200261"
              "7a03626161"
              "04");
    EXPECT_TRUE(*cbor::decode(cbor::encode(map)) == map);
    EXPECT_EQ(map.find("z")->asUint().value(), 3U);
    EXPECT_EQ(map.find(-1)->asUint().value(), 2U);
    EXPECT_EQ(map.find("y"), nullptr);
}

TEST(Cbor, PutReplacesSoThatNoKeyIsTwice) {
    const Value map = Value::map().put("a", Value::uint(1)).put("a", Value::uint(2));
    EXPECT_EQ(toHex(cbor::encode(map)), "a1616102");
}

struct Refusal {
    const char* encoded;
    const char* why;
};

TEST(Cbor, RefusesWhatIsNotDeterministic) {
    for (const Refusal& refusal : {
             Refusal{"", "nothing"},
             {"1800", "0 in two bytes"},
             {"1817", "23 in two bytes"},
             {"190018", "24 in three bytes"},
             {"1900ff", "255 in three bytes"},
             {"1a0000ffff", "65535 in five bytes"},
             {"1b00000000ffffffff", "2^32-1 in nine bytes"},
             {"3817", "-24 in two bytes"},
             {"580161", "a byte string with a long length"},
             {"780161", "a text with a long length"},
             {"980101", "an array with a long length"},
             {"b8010101", "a map with a long length"},
             {"d81700", "a tag in a long form"},
             {"5f42010243030405ff", "an indefinite byte string (appendix A)"},
             {"7f657374726561646d696e67ff", "an indefinite text (appendix A)"},
             {"9fff", "an indefinite array (appendix A)"},
             {"bf61610161629f0203ffff", "an indefinite map (appendix A)"},
             {"ff", "a break alone"},
             {"1c", "reserved additional information"},
             {"fc", "reserved additional information"},
             {"f97e00", "a half float (appendix A)"},
             {"fa47c35000", "a float (appendix A)"},
             {"fb3ff199999999999a", "a double (appendix A)"},
             {"f7", "undefined (appendix A)"},
             {"f0", "an unassigned simple value (appendix A)"},
             {"f8ff", "a simple value in two bytes (appendix A)"},
             {"f818", "a reserved simple value"},
             {"a2616201616101", "keys out of order"},
             {"a2616101616102", "a key twice"},
             {"a201010102", "an integer key twice"},
             {"a2626161016162"
              "02",
              "a longer text key before a shorter one"},
             {"a2200101"
              "01",
              "a negative key before a positive one"},
             {"a1410101", "a byte string as key"},
             {"a1800101", "an array as key"},
             {"a1f501", "a boolean as key"},
             {"a11bffffffffffffffff01", "a key above int64"},
             {"0000", "a second item"},
             {"8301", "an array cut off"},
             {"a101", "a map cut off"},
             {"4401", "a byte string cut off"},
             {"19ff", "a head cut off"},
             {"c0", "a tag of nothing"},
             {"5bffffffffffffffff", "a byte string of 2^64-1 bytes"},
             {"9bffffffffffffffff", "an array of 2^64-1 items"},
             {"bbffffffffffffffff", "a map of 2^64-1 entries"},
             {"61ff", "not UTF-8"},
             {"62c080", "an overlong zero"},
             {"63eda080", "a surrogate"},
             {"64f4908080", "above U+10FFFF"},
             {"61c3", "a sequence cut off"},
         }) {
        const auto decoded = cbor::decode(hex(refusal.encoded));
        ASSERT_FALSE(decoded.has_value()) << refusal.why;
        EXPECT_EQ(decoded.error().code, "cbor_malformed") << refusal.why;
    }
}

TEST(Cbor, DepthIsLimitedTo16) {
    Bytes nested(15, 0x81);
    nested.push_back(0x00);
    EXPECT_TRUE(cbor::decode(nested).has_value());
    nested.insert(nested.begin(), 0x81);
    EXPECT_FALSE(cbor::decode(nested).has_value());
    EXPECT_FALSE(cbor::decode(Bytes(1000000, 0xc1)).has_value());
    EXPECT_FALSE(cbor::decode(Bytes(1000000, 0x81)).has_value());
}

TEST(Cbor, ErrorsNameTheOffset) {
    const auto decoded =
        cbor::decode(hex("8201"
                         "1817"));
    ASSERT_FALSE(decoded.has_value());
    EXPECT_NE(decoded.error().what.find("offset 2"), std::string::npos) << decoded.error().what;
}

TEST(Cbor, AccessorsRefuseOtherKindsAndSizes) {
    EXPECT_EQ(Value::text("x").asUint().error().code, "cbor_type");
    EXPECT_EQ(Value::integer(-1).asUint().error().code, "cbor_type");
    EXPECT_EQ(Value::uint(1).asBytes().error().code, "cbor_type");
    EXPECT_EQ(Value::bytes({}).asText().error().code, "cbor_type");
    EXPECT_EQ(Value::map().asArray().error().code, "cbor_type");
    EXPECT_EQ(Value::null().asBoolean().error().code, "cbor_type");
    EXPECT_EQ(Value::tag(18, Value::null()).asTag(17).error().code, "cbor_type");
    EXPECT_EQ(Value::bytes(Bytes(31)).asBytes(32).error().code, "cbor_size");
    EXPECT_EQ(Value::bytes(Bytes(33)).asByteArray<32>().error().code, "cbor_size");
    EXPECT_EQ(Value::uint(UINT64_MAX).asInteger().error().code, "cbor_size");
    EXPECT_EQ(Value::array({Value::null()}).asArray(2).error().code, "cbor_size");
    EXPECT_TRUE(Value::tag(18, Value::uint(7)).asTag(18).value()->asUint().value() == 7U);
}

TEST(CborMapReader, TakesWhatIsExpected) {
    const Value map = Value::map()
                          .put("id", Value::bytes(Bytes(16, 7)))
                          .put("name", Value::text("film"))
                          .put(1, Value::integer(-8))
                          .put("time", Value::uint(1800000000))
                          .put("free", Value::boolean(true))
                          .put("rows", Value::array({Value::uint(1)}));
    MapReader reader(map, "asset");
    EXPECT_EQ(reader.byteArray<16>("id").value()[15], 7);
    EXPECT_EQ(reader.text("name").value(), "film");
    EXPECT_EQ(reader.integer(1).value(), -8);
    EXPECT_EQ(reader.uint("time").value(), 1800000000U);
    EXPECT_TRUE(reader.boolean("free").value());
    EXPECT_EQ(reader.array("rows", 1).value()->size(), 1U);
    EXPECT_FALSE(reader.has("none"));
    EXPECT_TRUE(reader.finish().has_value());
}

TEST(CborMapReader, RefusesMissingWrongLargeAndUnknown) {
    const Value map =
        Value::map().put("a", Value::text("four")).put(9, Value::uint(5)).put("b", Value::bytes(Bytes(3)));
    MapReader reader(map, "thing");
    EXPECT_EQ(reader.text("none").error().code, "cbor_missing");
    EXPECT_EQ(reader.uint("a").error().code, "cbor_type");
    EXPECT_EQ(reader.text("a", 3).error().code, "cbor_size");
    EXPECT_EQ(reader.bytes("b", 4).error().code, "cbor_size");
    EXPECT_EQ(reader.bytesUpTo("b", 2).error().code, "cbor_size");
    EXPECT_EQ(reader.uint(9, 4).error().code, "cbor_size");

    MapReader second(map, "thing");
    ASSERT_TRUE(second.text("a").has_value() && second.bytesUpTo("b", 3).has_value());
    const Status finished = second.finish();
    ASSERT_FALSE(finished.has_value());
    EXPECT_EQ(finished.error().code, "cbor_unknown_field");
    EXPECT_NE(finished.error().what.find("thing: the field 9"), std::string::npos) << finished.error().what;
}

TEST(CborMapReader, RefusesWhatIsNoMap) {
    const Value list = Value::array({Value::uint(1)});
    MapReader reader(list, "thing");
    EXPECT_EQ(reader.uint("a").error().code, "cbor_type");
    EXPECT_EQ(reader.finish().error().code, "cbor_type");
}

}  // namespace
}  // namespace keyreel::crypto
