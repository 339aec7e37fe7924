#include "core/cenc/protection_systems.h"

#include <gtest/gtest.h>

#include "core/base/text.h"

namespace keyreel::cenc {
namespace {

KeyId idOf(const char* hex) {
    return fromHexExact<16>(hex).value();
}

TEST(Widevine, IsTheMessageOfItsKeyIds) {
    const KeyId id = idOf("00112233445566778899aabbccddeeff");
    const std::vector<HeaderKey> keys{{id, nullptr}};
    // key_ids = 2 (length-delimited), protection_scheme = 9 (varint of the four characters).
    EXPECT_EQ(toHex(widevinePssh(keys, Scheme::Cenc).data), "1210" + toHex(id) + "48e3dc959b06");
    EXPECT_EQ(toHex(widevinePssh(keys, Scheme::Cbcs).data), "1210" + toHex(id) + "48f3c6899b06");
    EXPECT_EQ(toHex(isobmff::writePssh(widevinePssh(keys, Scheme::Cenc))),
              "0000003870737368"
              "00000000edef8ba979d64acea3c827dcd51d21ed00000018"
              "1210" +
                  toHex(id) + "48e3dc959b06");
}

TEST(PlayReady, WritesTheGuidAndItsCheckSum) {
    // FIPS 197 appendix C.1: this key turns this block into 69c4e0d86a7b0430...; the GUID form of the key id
    // is that block.
    const KeyId id = idOf("33221100554477668899aabbccddeeff");
    const SecretBytes key = SecretBytes::copyOf(idOf("000102030405060708090a0b0c0d0e0f"));
    const std::vector<HeaderKey> keys{{id, &key}};
    const std::string header = playReadyHeader(keys, Scheme::Cenc).value();
    EXPECT_EQ(header,
              "<WRMHEADER xmlns=\"http://schemas.microsoft.com/DRM/2007/03/PlayReadyHeader\" "
              "version=\"4.2.0.0\"><DATA><PROTECTINFO><KIDS><KID ALGID=\"AESCTR\" CHECKSUM=\"" +
                  toBase64(fromHex("69c4e0d86a7b0430").value()) + "\" VALUE=\"" +
                  toBase64(fromHex("00112233445566778899aabbccddeeff").value()) +
                  "\"></KID></KIDS></PROTECTINFO></DATA></WRMHEADER>");
    const Bytes object = playReadyObject(keys, Scheme::Cenc).value();
    ASSERT_EQ(object.size(), 10 + 2 * header.size());
    EXPECT_EQ(object[0] | object[1] << 8, static_cast<int>(object.size()));
    EXPECT_EQ(toHex(ByteView(object).subspan(4, 4)), "01000100");
    EXPECT_EQ(object[8] | object[9] << 8, static_cast<int>(2 * header.size()));
    for (std::size_t i = 0; i < header.size(); ++i) {
        ASSERT_EQ(object[10 + 2 * i], static_cast<std::uint8_t>(header[i]));
        ASSERT_EQ(object[11 + 2 * i], 0);
    }
    const std::string cbcs = playReadyHeader(keys, Scheme::Cbcs).value();
    EXPECT_NE(cbcs.find("version=\"4.3.0.0\""), std::string::npos);
    EXPECT_NE(cbcs.find("<KID ALGID=\"AESCBC\" VALUE="), std::string::npos);
    EXPECT_EQ(playReadyPssh(keys, Scheme::Cens).error().code, "scheme_unsupported");
    EXPECT_EQ(playReadyPssh(std::vector<HeaderKey>(600, keys[0]), Scheme::Cenc).error().code,
              "request_invalid");
}

TEST(PsshList, TakesSeveralBoxesAndNothingElse) {
    const KeyId id = idOf("00112233445566778899aabbccddeeff");
    const std::vector<HeaderKey> keys{{id, nullptr}};
    Bytes boxes = isobmff::writePssh(widevinePssh(keys, Scheme::Cenc));
    append(boxes, isobmff::writePssh(commonPssh(keys)));
    const auto read = isobmff::readPsshList(boxes).value();
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0], widevinePssh(keys, Scheme::Cenc));
    EXPECT_EQ(read[1], commonPssh(keys));
    EXPECT_FALSE(isobmff::readPsshList({}));
    boxes.push_back(0);
    EXPECT_FALSE(isobmff::readPsshList(boxes));
}

}  // namespace
}  // namespace keyreel::cenc
