#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/crypto/random.h"
#include "core/gateway/gateway_client.h"
#include "core/gateway/gateway_server.h"
#include "core/gateway/key_node_server.h"
#include "core/rights/statement.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"

namespace keyreel::gateway {

using test::codeOf;
using test::keyOf;
using test::must;

inline std::string textOf(const std::filesystem::path& path) {
    return std::string(asText(must(readFile(path, 1u << 20))));
}

/// Fails the running test when the description of the API lists no such answer of that operation.
void expectDescribed(const HttpRoute& route, unsigned status);

/// A person: account and one device, both fixed by a number.
struct Person {
    explicit Person(std::uint8_t seed)
        : account(keyOf(seed)),
          device(std::make_shared<const crypto::SigningKey>(keyOf(static_cast<std::uint8_t>(seed + 100)))) {}
    crypto::SigningKey account;
    std::shared_ptr<const crypto::SigningKey> device;

    [[nodiscard]] Bytes registration(std::int64_t now) const {
        return must(rights::signStatement(test::registrationOf(account, *device, now), account));
    }
};

/// A gateway in this process behind real TLS, and people who use it.
struct World : ::testing::Test {
    test::TemporaryFolder folder;
    SystemClock clock;
    GatewayServerOptions options = defaults();
    std::unique_ptr<GatewayServer> server = must(GatewayServer::start(options, clock));
    std::string authority = textOf(server->authorityFile());
    Person creator{1};
    Person viewer{2};

    GatewayServerOptions defaults() const {
        GatewayServerOptions out;
        out.dataFolder = folder.path() / "gateway";
        out.answered = expectDescribed;
        return out;
    }

    /// Down and up again at the same address.
    void restart() {
        options.listen.port = must(Url::parse(server->url())).port;
        server.reset();
        server = must(GatewayServer::start(options, clock));
    }

    [[nodiscard]] HttpClientOptions trust() const {
        HttpClientOptions out;
        out.caPem = authority;
        return out;
    }
    [[nodiscard]] HttpClient http() const {
        return must(HttpClient::create(must(Url::parse(server->url())), trust()));
    }
    [[nodiscard]] GatewayClient client(const Person& person) const {
        return must(GatewayClient::create(server->url(), clock, trust(), RequestSigner::of(person.device)));
    }
    [[nodiscard]] GatewayClient registered(const Person& person) const {
        GatewayClient out = client(person);
        must(out.submitStatement(person.registration(clock.now())));
        return out;
    }

    [[nodiscard]] std::filesystem::path fileOf(std::size_t size, const std::string& name = "film") const {
        const auto path = folder.path() / name;
        const Bytes bytes = crypto::randomBytes(size);
        if (!writeFileAtomically(path, bytes)) throw std::runtime_error("cannot write " + name);
        return path;
    }
    static std::string cidOf(const std::filesystem::path& path) {
        return must(content::cidOfFile(path)).text();
    }

    void mustUpload(const GatewayClient& by, const std::filesystem::path& path) const {
        UploadRequest request;
        request.file = path;
        request.cid = cidOf(path);
        const Status done = by.upload(request);
        ASSERT_TRUE(done) << done.error().what;
    }

    /// Minted and published with one file besides the manifest.
    CatalogueEntry publish(const GatewayClient& by, std::uint8_t id, rights::AccessMethod access,
                           const std::string& title = "A film") {
        const auto manifest = fileOf(100, "manifest" + std::to_string(id));
        const auto film = fileOf(300'000, "film" + std::to_string(id));
        mustUpload(by, manifest);
        mustUpload(by, film);
        rights::AssetMint mint = test::mintOf({id}, creator.account, access, clock.now());
        mint.terms.manifestCid = cidOf(manifest);
        must(by.submitStatement(must(rights::signStatement(mint, creator.account))));
        CatalogueEntry entry;
        entry.contentId = {id};
        entry.title = title;
        entry.files = {{"film.cmfv", cidOf(film), 300'000, "video/mp4"}};
        const Status published = by.publishEntry(entry);
        EXPECT_TRUE(published) << published.error().code << published.error().what;
        return entry;
    }
};

}  // namespace keyreel::gateway
