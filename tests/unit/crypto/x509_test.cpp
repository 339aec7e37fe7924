#include "core/crypto/x509.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "tests/support/temporary_folder.h"
#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

void write(const std::filesystem::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

struct Outcome {
    int status;
    std::string output;
};

/// The openssl command is the independent judge: these tests never ask the code under test about its own
/// work.
Outcome openssl(const std::string& arguments) {
    FILE* pipe = popen(("openssl " + arguments + " 2>&1").c_str(), "r");
    std::string output;
    char buffer[256];
    while (pipe != nullptr && std::fgets(buffer, sizeof buffer, pipe) != nullptr)
        output += buffer;
    return {pipe == nullptr ? -1 : pclose(pipe), output};
}

class Certificates : public testing::Test {
protected:
    void SetUp() override {
        m_authority = std::move(makeAuthority("Keyreel test network", 30).value());
        write(m_folder.path() / "ca.pem", m_authority.certificate);
    }

    std::string verifyCommand(const PemIdentity& server, const std::string& options) {
        write(m_folder.path() / "server.pem", server.certificate);
        return "verify -x509_strict -purpose sslserver -CAfile " + (m_folder.path() / "ca.pem").string() +
               " " + options + " " + (m_folder.path() / "server.pem").string();
    }

    std::string text(const PemIdentity& identity) {
        write(m_folder.path() / "shown.pem", identity.certificate);
        return openssl("x509 -noout -text -in " + (m_folder.path() / "shown.pem").string()).output;
    }

    keyreel::test::TemporaryFolder m_folder;
    PemIdentity m_authority;
};

TEST_F(Certificates, ServerIsValidForItsNamesAndAddressesOnly) {
    const auto server =
        makeServerCertificate(m_authority, {"localhost", "gw.keyreel.test"}, {"127.0.0.1", "::1"}, 10);
    ASSERT_TRUE(server.has_value()) << server.error().what;
    for (const char* good : {"-verify_hostname localhost", "-verify_hostname gw.keyreel.test",
                             "-verify_ip 127.0.0.1", "-verify_ip ::1"}) {
        const Outcome outcome = openssl(verifyCommand(*server, good));
        EXPECT_EQ(outcome.status, 0) << good << ": " << outcome.output;
    }
    for (const char* bad : {"-verify_hostname other.keyreel.test", "-verify_ip 127.0.0.2"})
        EXPECT_NE(openssl(verifyCommand(*server, bad)).status, 0) << bad;
}

TEST_F(Certificates, CarryTheRightExtensions) {
    const std::string authority = text(m_authority);
    EXPECT_NE(authority.find("CA:TRUE, pathlen:0"), std::string::npos) << authority;
    EXPECT_NE(authority.find("Certificate Sign\n"), std::string::npos) << authority;
    EXPECT_NE(authority.find("X509v3 Name Constraints: critical"), std::string::npos) << authority;
    EXPECT_NE(authority.find("NIST CURVE: P-256"), std::string::npos) << authority;
    const auto server = makeServerCertificate(m_authority, {"localhost"}, {}, 10);
    ASSERT_TRUE(server.has_value());
    const std::string shown = text(*server);
    EXPECT_NE(shown.find("CA:FALSE"), std::string::npos) << shown;
    EXPECT_NE(shown.find("Digital Signature\n"), std::string::npos) << shown;
    EXPECT_NE(shown.find("TLS Web Server Authentication\n"), std::string::npos) << shown;
    EXPECT_NE(shown.find("X509v3 Subject Alternative Name: critical"), std::string::npos) << shown;
}

// A stolen authority must not vouch for the rest of the world.
TEST_F(Certificates, NameConstraintsHoldTheAuthorityToPrivateNames) {
    for (const char* name : {"example.com", "localhost.example.com"}) {
        const auto server = makeServerCertificate(m_authority, {name}, {}, 10);
        ASSERT_TRUE(server.has_value());
        const Outcome outcome = openssl(verifyCommand(*server, std::string("-verify_hostname ") + name));
        EXPECT_NE(outcome.status, 0) << name;
        EXPECT_NE(outcome.output.find("permitted subtree violation"), std::string::npos) << outcome.output;
    }
    const auto server = makeServerCertificate(m_authority, {}, {"8.8.8.8"}, 10);
    ASSERT_TRUE(server.has_value());
    EXPECT_NE(openssl(verifyCommand(*server, "-verify_ip 8.8.8.8")).status, 0);
    for (const char* address : {"10.1.2.3", "192.168.1.9", "172.31.0.1", "fd00::1"}) {
        const auto good = makeServerCertificate(m_authority, {}, {address}, 10);
        ASSERT_TRUE(good.has_value());
        const Outcome outcome = openssl(verifyCommand(*good, std::string("-verify_ip ") + address));
        EXPECT_EQ(outcome.status, 0) << address << ": " << outcome.output;
    }
}

TEST_F(Certificates, AnotherAuthorityDoesNotVouch) {
    const auto other = makeAuthority("Keyreel test network", 30);
    ASSERT_TRUE(other.has_value());
    const auto server = makeServerCertificate(*other, {"localhost"}, {}, 10);
    ASSERT_TRUE(server.has_value());
    EXPECT_NE(openssl(verifyCommand(*server, "")).status, 0);
}

TEST_F(Certificates, ServerNeverOutlivesTheAuthority) {
    const auto server = makeServerCertificate(m_authority, {"localhost"}, {}, 3650);
    ASSERT_TRUE(server.has_value());
    const auto endOf = [this](const PemIdentity& identity) {
        write(m_folder.path() / "end.pem", identity.certificate);
        return openssl("x509 -noout -enddate -in " + (m_folder.path() / "end.pem").string()).output;
    };
    EXPECT_EQ(endOf(*server), endOf(m_authority));
}

TEST_F(Certificates, PrivateKeyBelongsToTheCertificate) {
    const auto server = makeServerCertificate(m_authority, {"localhost"}, {}, 10);
    ASSERT_TRUE(server.has_value());
    write(m_folder.path() / "key.pem", asText(server->privateKey.view()));
    write(m_folder.path() / "cert.pem", server->certificate);
    const Outcome fromKey = openssl("pkey -pubout -in " + (m_folder.path() / "key.pem").string());
    const Outcome fromCertificate =
        openssl("x509 -noout -pubkey -in " + (m_folder.path() / "cert.pem").string());
    EXPECT_EQ(fromKey.output, fromCertificate.output);
    EXPECT_NE(fromKey.output.find("BEGIN PUBLIC KEY"), std::string::npos);
}

TEST_F(Certificates, RefusesNamesThatCouldSmuggleAnything) {
    for (const char* name :
         {"", "a,DNS:example.com", "a b", "-a", "a-", ".a", "a..b", "a.", "a/b", "dirName:x", "*"}) {
        const auto server = makeServerCertificate(m_authority, {name}, {}, 10);
        ASSERT_FALSE(server.has_value()) << name;
        EXPECT_EQ(server.error().code, "bad_name");
    }
    for (const char* address : {"", "localhost", "127.0.0.1,DNS:a", "1.2.3", "::1%lo"})
        EXPECT_EQ(makeServerCertificate(m_authority, {}, {address}, 10).error().code, "bad_address")
            << address;
    EXPECT_EQ(makeServerCertificate(m_authority, {}, {}, 10).error().code, "bad_name");
    EXPECT_EQ(makeServerCertificate(m_authority, {"localhost"}, {}, 0).error().code, "bad_days");
    EXPECT_EQ(makeAuthority("", 10).error().code, "bad_name");
    EXPECT_EQ(makeAuthority("a", 3651).error().code, "bad_days");
}

TEST_F(Certificates, RefusesAnAuthorityThatIsNone) {
    const auto server = makeServerCertificate(m_authority, {"localhost"}, {}, 10);
    ASSERT_TRUE(server.has_value());
    EXPECT_EQ(makeServerCertificate(*server, {"localhost"}, {}, 10).error().code, "bad_authority");
    PemIdentity mixed = m_authority.clone();
    mixed.privateKey = server->privateKey.clone();
    EXPECT_EQ(makeServerCertificate(mixed, {"localhost"}, {}, 10).error().code, "bad_authority");
    mixed.certificate = "nonsense";
    EXPECT_EQ(makeServerCertificate(mixed, {"localhost"}, {}, 10).error().code, "bad_authority");
}

}  // namespace
}  // namespace keyreel::crypto
