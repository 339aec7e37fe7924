#include "core/package/cpix.h"

#include <gtest/gtest.h>

#include "core/base/text.h"

namespace keyreel::package {
namespace {

SecretBytes document(const std::string& text) {
    return SecretBytes::copyOf(asBytes(text));
}

std::string root(const std::string& inside) {
    return "<cpix:CPIX xmlns:cpix=\"urn:dashif:org:cpix\" "
           "xmlns:pskc=\"urn:ietf:params:xml:ns:keyprov:pskc\" version=\"2.3\">" +
           inside + "</cpix:CPIX>";
}

std::string keyElement(char digit,
                       const std::string& value = "AAECAwQFBgcICQoLDA0ODw==", const std::string& more = "") {
    return std::string("<cpix:ContentKey kid=\"0000000") + digit + "-0000-0000-0000-000000000000\"" + more +
           "><cpix:Data><pskc:Secret><pskc:PlainValue>" + value +
           "</pskc:PlainValue></pskc:Secret></cpix:Data></cpix:ContentKey>";
}

std::string rule(char digit, const std::string& inside, const std::string& attributes = "") {
    return std::string("<cpix:ContentKeyUsageRule kid=\"0000000") + digit + "-0000-0000-0000-000000000000\"" +
           attributes + ">" + inside + "</cpix:ContentKeyUsageRule>";
}

std::string list(const std::string& keys) {
    return "<ContentKeyList>" + keys + "</ContentKeyList>";
}

std::string rules(const std::string& inside) {
    return "<ContentKeyUsageRuleList>" + inside + "</ContentKeyUsageRuleList>";
}

TEST(Cpix, ReadsKeysRulesPeriodsAndHeaders) {
    isobmff::Pssh pssh;
    pssh.systemId.fill(7);
    pssh.data = {1, 2};
    const std::string hd = "<cpix:VideoFilter maxPixels=\"2073600\"/>";
    const auto read = parseCpix(document(
        "<?xml version=\"1.0\"?>\n" +
        root(list(keyElement('1') +
                  keyElement('2', "\n  Dw4NDAsKCQgHBgUEAwIBAA==\n", " explicitIV=\"AAAAAAAAAAE=\"") +
                  keyElement('3')) +
             "<cpix:DRMSystemList><cpix:DRMSystem kid=\"x\" systemId=\"y\"><cpix:PSSH>" +
             toBase64(isobmff::writePssh(pssh)) +
             "</cpix:PSSH></cpix:DRMSystem></cpix:DRMSystemList><cpix:ContentKeyPeriodList>"
             "<cpix:ContentKeyPeriod id=\"late\" index=\"9\"/><cpix:ContentKeyPeriod id=\"early\" "
             "index=\"3\"/></cpix:ContentKeyPeriodList>" +
             rules(rule('3', "<cpix:KeyPeriodFilter periodId=\"late\"/>" + hd) +
                   rule('1', "<cpix:KeyPeriodFilter periodId=\"early\"/>" + hd) +
                   rule('2', "<cpix:AudioFilter/>") + rule('2', "", " intendedTrackType=\"UHD1\"")))));
    ASSERT_TRUE(read) << read.error().what;
    ASSERT_EQ(read->keys.size(), 4U);
    const auto find = [&](const std::string& label, std::size_t number) -> const TrackKey& {
        for (const LabelledKey& key : read->keys)
            if (key.label == label && number-- == 0) return key.key;
        ADD_FAILURE() << label;
        return read->keys[0].key;
    };
    EXPECT_EQ(find("HD", 0).keyId[3], 1);
    EXPECT_EQ(find("HD", 1).keyId[3], 3);
    EXPECT_EQ(toHex(find("AUDIO", 0).key.view()), "0f0e0d0c0b0a09080706050403020100");
    EXPECT_EQ(toHex(find("AUDIO", 0).iv), "0000000000000001");
    EXPECT_EQ(find("UHD1", 0).keyId[3], 2);
    EXPECT_EQ(read->pssh, std::vector<isobmff::Pssh>{pssh});
}

TEST(Cpix, AKeyWithoutARuleIsForEveryTrack) {
    const auto read = parseCpix(document(root(list(keyElement('1')))));
    ASSERT_TRUE(read) << read.error().what;
    ASSERT_EQ(read->keys.size(), 1U);
    EXPECT_EQ(read->keys[0].label, "");
    EXPECT_EQ(toHex(read->keys[0].key.key.view()), "000102030405060708090a0b0c0d0e0f");
}

TEST(Cpix, ReadsWhatItWrites) {
    std::vector<UsedKey> used;
    for (std::uint8_t i = 0; i < 4; ++i) {
        UsedKey key{i % 2 == 0 ? "AUDIO" : "a \"quoted\" <label> & more", std::size_t{i} / 2, {}};
        key.key.keyId.fill(static_cast<std::uint8_t>(i + 1));
        key.key.key = SecretBytes(16);
        key.key.key.mutableView()[i] = static_cast<std::uint8_t>(0xf0 + i);
        used.push_back(std::move(key));
    }
    isobmff::Pssh pssh;
    pssh.systemId.fill(9);
    const SecretBytes written = writeCpix(used, cenc::Scheme::Cbcs, std::vector{pssh}).value();
    const auto read = parseCpix(written.clone());
    ASSERT_TRUE(read) << read.error().what;
    ASSERT_EQ(read->keys.size(), used.size());
    for (const UsedKey& key : used) {
        std::size_t period = 0;
        bool found = false;
        for (const LabelledKey& back : read->keys) {
            if (back.label != key.label || period++ != key.period) continue;
            EXPECT_EQ(back.key.keyId, key.key.keyId);
            EXPECT_TRUE(back.key.key.equals(key.key.key.view()));
            found = true;
        }
        EXPECT_TRUE(found) << key.label;
    }
    EXPECT_EQ(read->pssh, std::vector<isobmff::Pssh>{pssh});
}

TEST(Cpix, AKeyForAnotherSchemeIsRefused) {
    const auto read = parseCpix(document(root(list(
        keyElement('1') + keyElement('2', "Dw4NDAsKCQgHBgUEAwIBAA==", " commonEncryptionScheme=\"cbcs\"")))));
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_TRUE(checkScheme(*read, cenc::Scheme::Cbcs));
    const Status refused = checkScheme(*read, cenc::Scheme::Cenc);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "cpix_scheme");
    const auto strange = parseCpix(document(
        root(list(keyElement('1', "AAECAwQFBgcICQoLDA0ODw==", " commonEncryptionScheme=\"abcd\"")))));
    ASSERT_FALSE(strange);
    EXPECT_EQ(strange.error().code, "cpix_invalid");
}

TEST(Cpix, RefusesWhatItCannotObeyAndNeverRepeatsAKey) {
    const auto codeOf = [](const std::string& text) {
        const auto read = parseCpix(document(text));
        EXPECT_FALSE(read) << text;
        if (read) return std::string();
        EXPECT_EQ(read.error().what.find("AAECAwQF"), std::string::npos);
        return read.error().code;
    };
    const std::string one = list(keyElement('1'));
    EXPECT_EQ(codeOf("no xml"), "cpix_invalid");
    EXPECT_EQ(codeOf("<html/>"), "cpix_invalid");
    EXPECT_EQ(codeOf(root("")), "cpix_invalid");
    EXPECT_EQ(codeOf(root(one).substr(0, 300)), "cpix_invalid");
    EXPECT_EQ(codeOf(root(list(keyElement('1') + keyElement('1')))), "cpix_invalid");
    EXPECT_EQ(codeOf(root(list(keyElement('1', "AAECAwQFBgcICQoLDA0ODx==")))), "cpix_invalid");
    EXPECT_EQ(codeOf(root(list(keyElement('z')))), "cpix_invalid");
    EXPECT_EQ(codeOf(root(list("<ContentKey kid=\"00000001-0000-0000-0000-000000000000\"><Data>"
                               "<Secret><EncryptedValue/></Secret></Data></ContentKey>"))),
              "cpix_encrypted");
    EXPECT_EQ(codeOf(root(one + rules(rule('1', "<BitrateFilter maxBitrate=\"1\"/>")))), "cpix_unsupported");
    for (const char* filter : {"<VideoFilter hdr=\"true\"/>", "<VideoFilter wcg=\"true\"/>",
                               "<VideoFilter minFps=\"30\"/>", "<VideoFilter maxFps=\"30\"/>",
                               "<AudioFilter minChannels=\"3\"/>", "<AudioFilter maxChannels=\"2\"/>"})
        EXPECT_EQ(codeOf(root(one + rules(rule('1', filter)))), "cpix_unsupported") << filter;
    // Two keys for one label and period, and a period without a key.
    const std::string two = list(keyElement('1') + keyElement('2', "Dw4NDAsKCQgHBgUEAwIBAA=="));
    const std::string periods =
        "<ContentKeyPeriodList><ContentKeyPeriod id=\"a\"/><ContentKeyPeriod id=\"b\"/>"
        "<ContentKeyPeriod id=\"c\"/></ContentKeyPeriodList>";
    EXPECT_EQ(codeOf(root(two + rules(rule('1', "<AudioFilter/>") + rule('2', "<AudioFilter/>")))),
              "cpix_invalid");
    EXPECT_EQ(codeOf(root(two + periods +
                          rules(rule('1', "<KeyPeriodFilter periodId=\"a\"/>") +
                                rule('2', "<KeyPeriodFilter periodId=\"c\"/>")))),
              "cpix_invalid");
    EXPECT_EQ(codeOf(root(one + rules(rule('2', "")))), "cpix_invalid");
    EXPECT_EQ(codeOf(root(one + rules(rule('1', "<KeyPeriodFilter periodId=\"none\"/>")))), "cpix_invalid");
    // An entity is neither expanded nor fetched.
    EXPECT_EQ(codeOf("<!DOCTYPE CPIX [<!ENTITY k \"AAECAwQFBgcICQoLDA0ODw==\">]>" +
                     root(list(keyElement('1', "&k;")))),
              "cpix_invalid");
}

}  // namespace
}  // namespace keyreel::package
