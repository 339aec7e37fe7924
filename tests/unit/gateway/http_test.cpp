#include "core/gateway/http.h"

#include <gtest/gtest.h>

#include "core/base/text.h"
#include "core/gateway/byte_range.h"
#include "core/gateway/router.h"
#include "core/gateway/server_setup.h"
#include "core/gateway/sha1.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::gateway {
namespace {

TEST(Url, ReadsOriginsAndTargets) {
    const auto url = Url::parse("https://Gateway.Example:8443/a/b?c=d");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->host, "gateway.example");
    EXPECT_EQ(url->port, 8443);
    EXPECT_EQ(url->target, "/a/b?c=d");
    EXPECT_EQ(Url::parse("https://[::1]:9")->authority(), "[::1]:9");
    EXPECT_EQ(Url::parse("https://host:443/")->text(), "https://host/");
    EXPECT_EQ(url->resolve("/v1/uploads/7")->text(), "https://gateway.example:8443/v1/uploads/7");
    EXPECT_EQ(url->resolve("https://other/")->host, "other");
}

TEST(Url, RefusesWhatCouldMislead) {
    for (const char* text :
         {"http://host/", "https://", "https://user@host/", "https://host:0/", "https://host:65536/",
          "https://host:8443x/", "https://host/a b", "https://host/#part", "https://ho\nst/",
          "https://host/\r\nX: y", "https://[::1"})
        EXPECT_FALSE(Url::parse(text)) << text;
}

TEST(PercentEncoding, IsReversibleAndStrict) {
    const std::string text = "a b/%\xC3\xA9";
    EXPECT_EQ(percentEncode(text), "a%20b%2F%25%C3%A9");
    EXPECT_EQ(*percentDecode(percentEncode(text)), text);
    for (const char* bad : {"%", "%2", "%zz", "a%2"})
        EXPECT_FALSE(percentDecode(bad)) << bad;
}

// RFC 9110 section 14.1.2.
TEST(ByteRange, FollowsRfc9110) {
    using Kind = ByteRange::Kind;
    const auto is = [](std::string_view field, std::uint64_t size, Kind kind, std::uint64_t first,
                       std::uint64_t length) {
        const ByteRange range = parseRange(field, size);
        EXPECT_EQ(range.kind, kind) << field;
        EXPECT_EQ(range.first, first) << field;
        EXPECT_EQ(range.length, length) << field;
    };
    is("bytes=0-499", 10000, Kind::Part, 0, 500);
    is("bytes=500-999", 10000, Kind::Part, 500, 500);
    is("bytes=-500", 10000, Kind::Part, 9500, 500);
    is("bytes=9500-", 10000, Kind::Part, 9500, 500);
    is("bytes=0-0", 10000, Kind::Part, 0, 1);
    is("bytes=-1", 10000, Kind::Part, 9999, 1);
    is("bytes=-20000", 10000, Kind::Part, 0, 10000);
    is("bytes=9999-99999999999999999999999", 10000, Kind::Part, 9999, 1);
    is("bytes=10000-", 10000, Kind::Unsatisfiable, 0, 0);
    is("bytes=99999999999999999999999-", 10000, Kind::Unsatisfiable, 0, 0);
    is("bytes=-0", 10000, Kind::Unsatisfiable, 0, 0);
    is("bytes=0-", 0, Kind::Unsatisfiable, 0, 0);
    is("bytes=-5", 0, Kind::Unsatisfiable, 0, 0);
    for (const char* ignored : {"", "bytes", "bytes=", "bytes=-", "bytes=5-4", "bytes=a-b", "bytes=0-1,4-5",
                                "items=0-1", "bytes=+1-2", "bytes= 1-2"})
        is(ignored, 10000, Kind::Whole, 0, 10000);
}

HttpRoute route(const char* method, const char* pattern) {
    HttpRoute out;
    out.method = method;
    out.pattern = pattern;
    out.handler = HttpRoute::Handler([](const HttpRequest&) { return HttpResponse(); });
    return out;
}

TEST(Router, PrefersLiteralsAndDecodesParameters) {
    std::vector<HttpRoute> routes;
    for (const char* pattern : {"/assets/{id}", "/assets/{id}/{file}", "/assets/{id}/manifest"})
        routes.push_back(route("GET", pattern));
    routes.push_back(route("PUT", "/assets/{id}"));
    routes.push_back(route("HEAD", "/uploads/{id}"));
    const auto router = Router::create(std::move(routes));
    ASSERT_TRUE(router);
    EXPECT_EQ(router->find("GET", "/assets/1/manifest").route->pattern, "/assets/{id}/manifest");
    const auto file = router->find("HEAD", "/assets/1/a%20b");
    ASSERT_NE(file.route, nullptr);
    EXPECT_EQ(file.parameters.at("file"), "a b");
    EXPECT_EQ(router->find("HEAD", "/uploads/1").route->method, "HEAD");
    const auto wrongMethod = router->find("DELETE", "/assets/1");
    EXPECT_EQ(wrongMethod.route, nullptr);
    EXPECT_EQ(wrongMethod.allowed, (std::vector<std::string>{"GET", "PUT"}));
    EXPECT_TRUE(router->find("GET", "/assets").allowed.empty());
    EXPECT_TRUE(router->find("GET", "/assets/").allowed.empty());
    EXPECT_TRUE(router->find("GET", "/assets/1/2/3").allowed.empty());
    EXPECT_TRUE(router->find("GET", "/assets/%zz").malformed);
}

TEST(Router, RefusesBrokenTables) {
    const auto code = [](const char* a, const char* b) {
        std::vector<HttpRoute> routes;
        routes.push_back(route("GET", a));
        routes.push_back(route("GET", b));
        return Router::create(std::move(routes)) ? "ok" : "bad";
    };
    EXPECT_STREQ(code("/a", "/b"), "ok");
    EXPECT_STREQ(code("/a", "/a"), "bad");
    EXPECT_STREQ(code("/a", "b"), "bad");
    EXPECT_STREQ(code("/a", "/{}"), "bad");
    EXPECT_STREQ(code("/a", "/x{y}"), "bad");
}

TEST(Query, RefusesRepeatedNames) {
    const auto query = parseQuery("a=1&b=x%26y&c");
    ASSERT_TRUE(query);
    EXPECT_EQ(query->at("b"), "x&y");
    EXPECT_EQ(query->at("c"), "");
    EXPECT_FALSE(parseQuery("a=1&a=2"));
    EXPECT_FALSE(parseQuery("a=1&%61=2"));
}

// FIPS 180-4 example "abc".
TEST(Sha1, MatchesTheStandardsExample) {
    Sha1 hash;
    hash.update(asBytes("ab"));
    hash.update(asBytes("c"));
    EXPECT_EQ(toHex(hash.finish()), "a9993e364706816aba3e25717850c26c9cd0d89d");
}

TEST(ListenAddress, ReadsAddressesAndPorts) {
    EXPECT_EQ(ListenAddress::parse("127.0.0.1:0")->port, 0);
    EXPECT_EQ(ListenAddress::parse("[::1]:8443")->host, "::1");
    for (const char* bad : {"", "127.0.0.1", ":1", "::1:1", "127.0.0.1:", "127.0.0.1:70000", "127.0.0.1:1x"})
        EXPECT_FALSE(ListenAddress::parse(bad)) << bad;
}

TEST(ServerSetup, KeepsItsKeysAndRefusesDamagedOnes) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "keys" / "x.key";
    const auto made = loadOrMakeSecret(path);
    ASSERT_TRUE(made);
    EXPECT_EQ(std::filesystem::status(path).permissions() & std::filesystem::perms::mask,
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_TRUE(loadOrMakeSecret(path)->equals(made->view()));
    std::filesystem::resize_file(path, 31);
    EXPECT_EQ(loadOrMakeSecret(path).error().code, "key_damaged");
}

}  // namespace
}  // namespace keyreel::gateway
