#include "core/identity/recovery_kit.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "core/base/text.h"
#include "core/crypto/hash.h"
#include "core/identity/identity.h"
#include "core/identity/mnemonic.h"
#include "core/identity/qr_code.h"
#include "core/identity/recovery_page.h"
#include "tests/support/memory_key_store.h"
#include "tests/support/temporary_folder.h"

using namespace keyreel;
using namespace keyreel::identity;

namespace {

constexpr crypto::Argon2Cost kCheap{8192, 1, 1};
constexpr std::string_view kPassword = "correct horse battery";
// BIP-39's vector of all-zero entropy.
constexpr std::string_view kPhrase =
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon art";

class RecoveryKits : public testing::Test {
protected:
    RecoveryKits() {
        kit.account = person.identity.accountId();
        kit.entropy = *entropyOfPhrase(person.phrase.view());
        kit.displayName = "Ada <Lovelace>";
        kit.made = 1'700'000'000;
        kit.files = {{"drafts.json", toBytes("[1]")}, {"more", {}}};
    }
    [[nodiscard]] Bytes sealed() const { return *sealRecoveryKit(kit, asBytes(kPassword), kCheap); }
    static std::string codeOf(ByteView bytes, std::string_view password = kPassword) {
        const auto opened = openRecoveryKit(bytes, asBytes(password));
        return opened ? "ok" : opened.error().code;
    }
    /// With the checksum made right again, as somebody would who changes a file on purpose.
    static Bytes resummed(const Bytes& bytes) {
        const ByteView content = ByteView(bytes).first(bytes.size() - 32);
        Bytes out = toBytes(content);
        append(out, crypto::sha256(content));
        return out;
    }

    test::TemporaryFolder folder;
    test::MemoryKeyStore keys;
    CreatedIdentity person = *Identity::create(folder.path() / "ada", keys, "Ada", "Desk");
    RecoveryKit kit;
};

}  // namespace

TEST_F(RecoveryKits, BringTheSamePersonBackOnAnotherComputerAsANewDevice) {
    const auto opened = openRecoveryKit(sealed(), asBytes(kPassword));
    ASSERT_TRUE(opened) << opened.error().what;
    EXPECT_EQ(opened->account, kit.account);
    EXPECT_EQ(opened->displayName, kit.displayName);
    EXPECT_EQ(opened->made, kit.made);
    EXPECT_EQ(opened->files, kit.files);
    test::MemoryKeyStore elsewhere;
    const auto restored =
        Identity::restore(folder.path() / "other", elsewhere, phraseOfEntropy(opened->entropy.view())->view(),
                          opened->displayName, "Laptop");
    ASSERT_TRUE(restored) << restored.error().what;
    EXPECT_EQ(restored->accountId(), person.identity.accountId());
    EXPECT_NE(restored->deviceId(), person.identity.deviceId());
}

TEST_F(RecoveryKits, TellAWrongPasswordFromADamagedFile) {
    const Bytes good = sealed();
    EXPECT_EQ(codeOf(good, "correct horse batterz"), "kit_wrong_password");
    EXPECT_EQ(codeOf(good, ""), "kit_wrong_password");
    for (const std::size_t at : {std::size_t{20}, good.size() / 2, good.size() - 1}) {
        Bytes bad = good;
        bad[at] ^= 1;
        EXPECT_EQ(codeOf(bad), "kit_damaged") << at;
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{13}, std::size_t{60}, good.size() - 1})
        EXPECT_EQ(codeOf(ByteView(good).first(size)), "kit_damaged") << size;
    Bytes newer = good;
    newer[13] = '2';
    EXPECT_EQ(codeOf(newer), "kit_newer");
}

TEST_F(RecoveryKits, HoldNothingReadableAndNeverRepeatThemselves) {
    const Bytes good = sealed();
    EXPECT_EQ(asText(good).find("Ada"), std::string_view::npos);
    EXPECT_EQ(asText(good).find("drafts"), std::string_view::npos);
    const Bytes entropy = toBytes(kit.entropy.view());
    EXPECT_EQ(asText(good).find(asText(entropy)), std::string_view::npos);
    EXPECT_NE(good, sealed());
}

TEST_F(RecoveryKits, AreBoundBeforeAnythingIsComputedWithThem) {
    const Bytes good = sealed();
    constexpr std::size_t kKdf = 14 + 32;
    const auto with = [&](std::size_t at, std::uint8_t value) {
        Bytes changed = good;
        changed[at] = value;
        return codeOf(resummed(changed));
    };
    EXPECT_EQ(with(kKdf, 2), "kit_cost") << "another key derivation";
    EXPECT_EQ(with(kKdf + 1, 0xFF), "kit_cost") << "terabytes of memory";
    EXPECT_EQ(with(kKdf + 3, 0), "kit_cost") << "hardly any memory";
    EXPECT_EQ(with(kKdf + 8, 17), "kit_cost") << "too many passes";
    EXPECT_EQ(with(kKdf + 8, 0), "kit_cost");
    EXPECT_EQ(with(kKdf + 12, 5), "kit_cost") << "too many lanes";
    EXPECT_EQ(with(kKdf + 8, 2), "kit_wrong_password") << "the cost is authenticated";
    EXPECT_EQ(with(20, static_cast<std::uint8_t>(good[20] ^ 1)), "kit_wrong_password") << "so is the account";
    EXPECT_EQ(with(kKdf + 13 + 16 + 12, 0xFF), "kit_damaged") << "a length beyond the file";
}

TEST_F(RecoveryKits, AreNotMadeWithAPoorPasswordOrImproperContent) {
    const auto code = [&](std::string_view password) {
        const auto made = sealRecoveryKit(kit, asBytes(password), kCheap);
        return made ? std::string("ok") : made.error().code;
    };
    EXPECT_EQ(code("nine char"), "kit_password_short");
    EXPECT_EQ(code(std::string(1025, 'x')), "bad_argument");
    for (const char* name : {"", "../vault.krv", "/etc/passwd", "a/b", ".hidden", "UPPER", "b\n"}) {
        kit.files = {{name, {}}};
        EXPECT_EQ(code(kPassword), "bad_argument") << name;
    }
    kit.files = {{"b", {}}, {"a", {}}};
    EXPECT_EQ(code(kPassword), "bad_argument") << "not in order";
    kit.files = {{"a", {}}, {"a", {}}};
    EXPECT_EQ(code(kPassword), "bad_argument") << "twice";
}

TEST_F(RecoveryKits, RefuseWordsOfAnotherAccount) {
    kit.entropy = *entropyOfPhrase(asBytes(kPhrase));
    EXPECT_EQ(codeOf(sealed()), "kit_damaged");
}

TEST(RecoveryPages, HoldTheNumberedWordsAndNothingThatRuns) {
    const RecoveryPage page{{1}, "Ada <script>alert(1)</script> & Co", 1'700'000'000};
    const auto made = recoveryPage(page, asBytes(kPhrase));
    ASSERT_TRUE(made) << made.error().what;
    const std::string html(asText(made->view()));
    std::size_t words = 0;
    for (std::size_t at = html.find("<li>"); at != std::string::npos; at = html.find("<li>", at + 1))
        ++words;
    EXPECT_EQ(words, 24U);
    EXPECT_NE(html.find("<li>art</li>\n</ol>"), std::string::npos);
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_NE(html.find("Ada &lt;script&gt;alert(1)&lt;/script&gt; &amp; Co"), std::string::npos);
    EXPECT_EQ(html.find("http://"), std::string::npos);
    EXPECT_EQ(html.find("https://"), std::string::npos);
    EXPECT_NE(html.find("2023-11-14"), std::string::npos);
    EXPECT_FALSE(recoveryPage(page, asBytes("abandon abandon")));
}

// An independent reader, zbar, gets the words back from the picture.
TEST(RecoveryPages, HaveAQrCodeThatAnyReaderUnderstands) {
    const auto code = qrCodeOf(asBytes(kPhrase));
    ASSERT_TRUE(code) << code.error().what;
    test::TemporaryFolder folder;
    const auto file = folder.path() / "code.pgm";
    constexpr std::size_t kScale = 4;
    constexpr std::size_t kQuiet = 4;
    const std::size_t side = (code->width + 2 * kQuiet) * kScale;
    std::ofstream picture(file, std::ios::binary);
    picture << "P5\n" << side << ' ' << side << "\n255\n";
    for (std::size_t y = 0; y < side; ++y)
        for (std::size_t x = 0; x < side; ++x) {
            const std::size_t column = x / kScale;
            const std::size_t row = y / kScale;
            const bool inside = column >= kQuiet && row >= kQuiet && column < kQuiet + code->width &&
                                row < kQuiet + code->width;
            picture.put(inside && code->dark(column - kQuiet, row - kQuiet) ? '\0' : '\xFF');
        }
    picture.close();
    const std::string command = "zbarimg --quiet --raw --oneshot " + file.string() + " 2>/dev/null";
    FILE* reader = popen(command.c_str(), "r");
    ASSERT_NE(reader, nullptr);
    std::string text(4096, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), reader));
    EXPECT_EQ(pclose(reader), 0) << "zbarimg (package zbar-tools) read nothing";
    EXPECT_EQ(text, kPhrase);
}
