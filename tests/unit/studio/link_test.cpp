#include "core/studio/link.h"

#include <gtest/gtest.h>

namespace keyreel::studio {
namespace {

constexpr std::string_view kId = "000102030405060708090a0b0c0d0e0f";

TEST(Link, KeepsItsTextOverARoundTrip) {
    for (const std::string& text :
         {std::string("keyreel://films.example/") + std::string(kId),
          "keyreel://127.0.0.1:8443/" + std::string(kId), "keyreel://[::1]:9000/" + std::string(kId)}) {
        const auto link = Link::parse(" " + text + "\n");
        ASSERT_TRUE(link) << link.error().what;
        EXPECT_EQ(link->text(), text);
        EXPECT_EQ(Link::of(link->gatewayUrl(), link->contentId)->text(), text);
    }
}

TEST(Link, RefusesWhatCouldMeanSomethingElse) {
    const std::string id(kId);
    for (const std::string& text : std::vector<std::string>{
             "", "keyreel://", "https://host/" + id, "keyreel:///" + id, "keyreel://host/",
             "keyreel://host/" + id + "0", "keyreel://host/" + id.substr(1), "keyreel://host/" + id + "/x",
             "keyreel://user@host/" + id, "keyreel://host:0/" + id, "keyreel://host:65536/" + id,
             "keyreel://host:80x/" + id, "keyreel://ho st/" + id, "keyreel://[::1/" + id,
             "keyreel://host?x/" + id, "keyreel://host/00010203040506070809\xc3\xa9" + id.substr(22)})
        EXPECT_FALSE(Link::parse(text)) << text;
    EXPECT_FALSE(Link::of("http://host", {}));
}

}  // namespace
}  // namespace keyreel::studio
