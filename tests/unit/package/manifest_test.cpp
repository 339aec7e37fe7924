#include "core/package/manifest.h"

#include <gtest/gtest.h>

#include <functional>

#include "core/base/text.h"
#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"

namespace keyreel::package {
namespace {

template <class Array>
Array filled(std::uint8_t value) {
    Array out{};
    out.fill(value);
    return out;
}

Manifest example() {
    Manifest manifest;
    manifest.contentId = filled<ContentId>(1);
    manifest.title = "Über den Wolken";
    manifest.description = "Two minutes of sky.";
    manifest.creatorName = "Ada";
    manifest.durationMs = 8000;
    manifest.created = 1'800'000'000;
    manifest.access = AccessMethod::Free;
    manifest.policyDigest = filled<crypto::Digest>(2);
    ManifestTrack video;
    video.label = "video-720p";
    video.tier = "hd";
    video.keyId = filled<cenc::KeyId>(3);
    video.codecs = "avc1.64001f";
    video.width = 1280;
    video.height = 720;
    video.language = "und";
    video.bitrate = 1'000'000;
    video.file = {"video-720p.mp4", 3000, filled<crypto::Digest>(4), "bafkreiexample"};
    video.initSize = 1000;
    video.initDigest = filled<crypto::Digest>(5);
    video.segments = {{1000, 1500, 4000, filled<crypto::Digest>(6)},
                      {2500, 500, 4000, filled<crypto::Digest>(7)}};
    ManifestTrack audio = video;
    audio.kind = ManifestTrack::Kind::Audio;
    audio.label = "audio-eng-1";
    audio.codecs = "mp4a.40.2";
    audio.width = audio.height = 0;
    audio.channels = 2;
    audio.language = "eng";
    audio.file.name = "audio-eng-1.mp4";
    manifest.tracks = {video, audio};
    manifest.documents = {{"stream.mpd", 500, filled<crypto::Digest>(8), ""}};
    manifest.cover = ManifestCover{{"cover.jpg", 900, filled<crypto::Digest>(9), ""}, "image/jpeg"};
    ManifestTier tier;
    tier.name = "hd";
    tier.threshold = 2;
    tier.nodeSetId = filled<crypto::Digest>(10);
    tier.secretCommitment = filled<crypto::Digest>(11);
    for (std::uint8_t x = 1; x <= 3; ++x) {
        tier.nodes.push_back({filled<crypto::PublicKey>(static_cast<std::uint8_t>(20 + x)),
                              filled<std::array<std::uint8_t, 32>>(static_cast<std::uint8_t>(30 + x)),
                              "https://node" + std::to_string(x) + ".example", "Node " + std::to_string(x)});
        tier.shares.push_back({x, filled<crypto::Digest>(static_cast<std::uint8_t>(40 + x)), Bytes(80, x)});
    }
    manifest.tiers = {tier};
    return manifest;
}

/// With what a manifest states only where it is there.
Manifest exampleWithTexts() {
    Manifest manifest = example();
    manifest.tracks[1].title = "Director's notes";
    manifest.tracks[1].role = media::AudioRole::Commentary;
    manifest.texts = {{"text-eng-1",
                       media::TextForm::WebVtt,
                       media::TextRole::Forced,
                       "eng",
                       "Signs",
                       true,
                       {"text-eng-1.mp4", 700, filled<crypto::Digest>(12), "bafkreitext"}},
                      {"text-pt-BR-2",
                       media::TextForm::Ttml,
                       media::TextRole::Caption,
                       "pt-BR",
                       "",
                       false,
                       {"text-pt-BR-2.mp4", 800, filled<crypto::Digest>(13), ""}}};
    manifest.tags = {"Documentary", "São Tomé & sea"};
    manifest.chapters = {{0, "Overture"}, {1500, ""}, {7999, "Über dem Meer"}};
    return manifest;
}

crypto::SigningKey creator(std::uint8_t seed = 0x42) {
    SecretBytes bytes(32);
    for (std::uint8_t& byte : bytes.mutableView())
        byte = seed;
    return *crypto::SigningKey::fromSeed(std::move(bytes));
}

TEST(Manifest, TitlesRolesAndTextsComeBackAsTheyWereSigned) {
    Manifest manifest = exampleWithTexts();
    const Result<Bytes> bytes = signManifest(manifest, creator());
    ASSERT_TRUE(bytes) << bytes.error().what;
    manifest.creator = creator().publicKey();
    const Result<Manifest> read = verifyManifest(*bytes, manifest.creator);
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(*read, manifest);
}

TEST(Manifest, ComesBackAsItWasSigned) {
    const crypto::SigningKey key = creator();
    Manifest manifest = example();
    const Result<Bytes> bytes = signManifest(manifest, key);
    ASSERT_TRUE(bytes) << bytes.error().what;
    const Result<Manifest> back = verifyManifest(*bytes, key.publicKey());
    ASSERT_TRUE(back) << back.error().what;
    manifest.creator = key.publicKey();
    EXPECT_EQ(*back, manifest);
    EXPECT_EQ(*signManifest(*back, key), *bytes);
}

TEST(Manifest, ItsBytesDoNotDriftBetweenVersions) {
    const Result<Bytes> bytes = signManifest(example(), creator());
    ASSERT_TRUE(bytes);
    EXPECT_EQ(toHex(crypto::sha256(*bytes)),
              "88d087e93c8e143d14c7fd0cd3c3ed656990888b51fd29728c7db1f80f2e175b");
}

TEST(Manifest, AnotherKeyOrAnyChangedByteIsRefused) {
    const crypto::SigningKey key = creator();
    const Bytes bytes = *signManifest(example(), key);
    const Result<Manifest> stranger = verifyManifest(bytes, creator(0x43).publicKey());
    ASSERT_FALSE(stranger);
    EXPECT_EQ(stranger.error().code, "manifest_signature");
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        Bytes changed = bytes;
        changed[i] ^= 0x01;
        ASSERT_FALSE(verifyManifest(changed, key.publicKey())) << "byte " << i;
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, bytes.size() / 2, bytes.size() - 1})
        ASSERT_FALSE(verifyManifest(ByteView(bytes).first(size), key.publicKey()));
}

TEST(Manifest, SignedButStrangeContentIsRefused) {
    const crypto::SigningKey key = creator();
    const Bytes good = *signManifest(example(), key);
    const crypto::CoseSign1 message = *crypto::coseVerify1(good, nullptr);
    const cbor::Value content = *cbor::decode(message.payload);
    cbor::Value fields = (**content.asArray())[1];
    const auto verdict = [&](const cbor::Value& payload) -> std::string {
        const Bytes bytes = crypto::coseSign1(key, cbor::encode(payload));
        const Result<Manifest> manifest = verifyManifest(bytes, key.publicKey());
        return manifest ? "accepted" : manifest.error().code;
    };
    const auto wrap = [](std::string_view domain, cbor::Value value) {
        return cbor::Value::array({cbor::Value::text(domain), std::move(value)});
    };
    EXPECT_EQ(verdict(wrap(kManifestDomain, fields)), "accepted");
    EXPECT_EQ(verdict(wrap("keyreel/manifest/v2", fields)), "manifest_malformed");
    EXPECT_EQ(verdict(fields), "manifest_malformed");
    cbor::Value more = fields;
    more.put("extra", cbor::Value::uint(1));
    EXPECT_EQ(verdict(wrap(kManifestDomain, more)), "manifest_malformed");
    cbor::Value wrongType = fields;
    wrongType.put("title", cbor::Value::uint(1));
    EXPECT_EQ(verdict(wrap(kManifestDomain, wrongType)), "manifest_malformed");
    cbor::Value noTags = fields;
    noTags.put("tags", cbor::Value::array());
    EXPECT_EQ(verdict(wrap(kManifestDomain, noTags)), "manifest_malformed");
    cbor::Value access = fields;
    access.put("access", cbor::Value::uint(3));
    EXPECT_EQ(verdict(wrap(kManifestDomain, access)), "manifest_malformed");
}

TEST(Manifest, RulesBetweenFieldsHoldForTheWriterAndSoForTheReader) {
    const std::vector<std::pair<const char*, std::function<void(Manifest&)>>> breaks{
        {"no title", [](Manifest& m) { m.title.clear(); }},
        {"no video", [](Manifest& m) { m.tracks.erase(m.tracks.begin()); }},
        {"gap between segments", [](Manifest& m) { m.tracks[0].segments[1].offset += 1; }},
        {"bytes behind the last segment", [](Manifest& m) { m.tracks[0].file.size += 1; }},
        {"segments behind the end", [](Manifest& m) { m.tracks[0].file.size -= 1; }},
        {"a segment whose end wraps", [](Manifest& m) { m.tracks[0].segments[1].size = UINT64_MAX - 100; }},
        {"an empty segment", [](Manifest& m) { m.tracks[0].segments[1].size = 0; }},
        {"no segments", [](Manifest& m) { m.tracks[0].segments.clear(); }},
        {"a tier that is not there", [](Manifest& m) { m.tracks[1].tier = "sd"; }},
        {"two tracks of one name", [](Manifest& m) { m.tracks[1].label = m.tracks[0].label; }},
        {"two files of one name", [](Manifest& m) { m.tracks[1].file.name = m.tracks[0].file.name; }},
        {"a file that leaves its folder", [](Manifest& m) { m.tracks[0].file.name = "../x"; }},
        {"two default texts", [](Manifest& m) { m.texts[1].isDefault = true; }},
        {"a text called as a track", [](Manifest& m) { m.texts[1].label = "audio-eng-1"; }},
        {"a text without a language", [](Manifest& m) { m.texts[0].language.clear(); }},
        {"a text in a track's file", [](Manifest& m) { m.texts[0].file.name = "audio-eng-1.mp4"; }},
        {"a title with a line of its own", [](Manifest& m) { m.texts[0].title = "a\nb"; }},
        {"a picture with a role", [](Manifest& m) { m.tracks[0].role = media::AudioRole::Dub; }},
        {"a hidden file", [](Manifest& m) { m.documents[0].name = ".."; }},
        {"no commitment to the secret", [](Manifest& m) { m.tiers[0].secretCommitment = {}; }},
        {"more shares asked than nodes", [](Manifest& m) { m.tiers[0].threshold = 4; }},
        {"no threshold", [](Manifest& m) { m.tiers[0].threshold = 0; }},
        {"shares out of order", [](Manifest& m) { std::swap(m.tiers[0].shares[0], m.tiers[0].shares[1]); }},
        {"a missing share", [](Manifest& m) { m.tiers[0].shares.pop_back(); }},
        {"one node twice", [](Manifest& m) { m.tiers[0].nodes[1] = m.tiers[0].nodes[0]; }},
        {"chapters out of order", [](Manifest& m) { m.chapters[1].startMs = 0; }},
        {"a chapter behind the end", [](Manifest& m) { m.chapters[2].startMs = m.durationMs; }},
        {"a chapter with a line of its own", [](Manifest& m) { m.chapters[0].title = "a\nb"; }},
        {"a chapter with a long title", [](Manifest& m) { m.chapters[0].title = std::string(201, 'a'); }},
        {"a chapter that is no text", [](Manifest& m) { m.chapters[0].title = "\xff"; }},
        {"a chapter for every millisecond",
         [](Manifest& m) {
             m.chapters.clear();
             for (std::uint64_t i = 0; i <= media::kMaxChapters; ++i)
                 m.chapters.push_back({i, "x"});
         }},
        {"a tag twice", [](Manifest& m) { m.tags.push_back(m.tags[0]); }},
        {"an empty tag", [](Manifest& m) { m.tags[0].clear(); }},
        {"a long tag", [](Manifest& m) { m.tags[0] = std::string(kMaxManifestTagBytes + 1, 'a'); }},
        {"a tag with a line of its own", [](Manifest& m) { m.tags[0] = "a\nb"; }},
        {"a tag for everything",
         [](Manifest& m) {
             m.tags.clear();
             for (std::size_t i = 0; i <= kMaxManifestTags; ++i)
                 m.tags.push_back(std::to_string(i));
         }},
        {"two previews",
         [](Manifest& m) {
             for (const char* name : {"preview-15s.mp4", "preview-20s.mp4"})
                 m.documents.push_back({name, 500, filled<crypto::Digest>(8), ""});
         }},
        {"a preview as large as a film",
         [](Manifest& m) {
             m.documents.push_back({"preview-15s.mp4", (32U << 20) + 1, filled<crypto::Digest>(8), ""});
         }},
        {"a preview without a digest",
         [](Manifest& m) {
             m.documents.push_back({"preview-15s.mp4", 500, {}, ""});
         }},
        {"an odd cover", [](Manifest& m) { m.cover->mediaType = "text/html"; }},
        {"a cover without a digest", [](Manifest& m) { m.cover->file.digest.reset(); }},
    };
    const crypto::SigningKey key = creator();
    for (const auto& [name, spoil] : breaks) {
        Manifest manifest = exampleWithTexts();
        spoil(manifest);
        const Result<Bytes> bytes = signManifest(manifest, key);
        ASSERT_FALSE(bytes) << name;
        EXPECT_EQ(bytes.error().code, "manifest_invalid") << name;
    }
}

}  // namespace
}  // namespace keyreel::package
