#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/base/file.h"
#include "core/media/text_track.h"
#include "core/package/package_film.h"
#include "core/package/presentation.h"
#include "core/package/text_writer.h"
#include "core/package/ttml.h"
#include "core/package/web_vtt.h"
#include "tests/support/clip.h"
#include "tests/support/comma_locale.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::package {
namespace {

using media::TextCue;

/// "vttc{vsid,iden:7,payl:Hi}" for the boxes of a sample.
std::string shown(ByteView boxes) {
    std::string out;
    ByteReader in(boxes);
    while (in.remaining() >= 8) {
        const std::uint32_t size = in.u32();
        const std::string type(asText(in.bytes(4)));
        const ByteView content = in.bytes(size - 8);
        if (!out.empty()) out += ",";
        out += type;
        if (type == "vttc")
            out += "{" + shown(content) + "}";
        else if (type != "vsid" && !content.empty())
            out += ":" + std::string(asText(content));
    }
    EXPECT_EQ(in.remaining(), 0U);
    return out;
}

TEST(WebVttSamples, CoverTheSegmentWithoutAGapAndSplitWhereCuesOverlap) {
    const std::vector<TextCue> cues{{500, 2000, "7", "line:0", "One"},
                                    {1500, 5000, "", "", "Two <00:00:02.000>later"},
                                    {9000, 9500, "", "", "Another segment"}};
    const std::vector<TextSample> first = webVttSamples(cues, 0, 4000).value();
    std::vector<std::string> boxes;
    std::int64_t at = 0;
    for (const TextSample& sample : first) {
        EXPECT_EQ(sample.begin, at);
        EXPECT_GT(sample.end, sample.begin);
        at = sample.end;
        boxes.push_back(shown(sample.data));
    }
    EXPECT_EQ(at, 4000);
    const std::string one = "vttc{vsid,iden:7,sttg:line:0,payl:One}";
    const std::string two = "vttc{vsid,ctim:00:00:01.500,payl:Two <00:00:02.000>later}";
    EXPECT_EQ(boxes, (std::vector<std::string>{"vtte", one, one + "," + two, two}));
    const std::vector<TextSample> second = webVttSamples(cues, 4000, 8000).value();
    ASSERT_EQ(second.size(), 2U);
    // The same source id as in the segment before.
    EXPECT_EQ(second[0].data, first[3].data);
    EXPECT_EQ(shown(second[1].data), "vtte");
    EXPECT_EQ(shown(webVttSamples(cues, 9000, 9500).value()[0].data), "vttc{payl:Another segment}");
}

TEST(WebVttSamples, RefuseWhatWouldFillTheMemory) {
    std::vector<TextCue> cues;
    for (int i = 0; i < 64; ++i)
        cues.push_back({i, 100000 - i, "", "", "x"});
    EXPECT_TRUE(webVttSamples(cues, 0, 4000));
    // One cue after the other is as many as there are.
    std::vector<TextCue> row;
    for (int i = 0; i < 3000; ++i)
        row.push_back({i, i + 1, "", "", "x"});
    ASSERT_TRUE(webVttSamples(row, 0, 4000));
    EXPECT_EQ(webVttSamples(row, 0, 4000)->size(), 3001U);
    cues.push_back({64, 65, "", "", "x"});
    EXPECT_EQ(webVttSamples(cues, 0, 4000).error().code, "text_too_large");
    // Few at once, but long, and cut a thousand times.
    row.resize(1000);
    row.insert(row.begin(), {0, 100000, "", "", std::string(100000, 'x')});
    EXPECT_EQ(webVttSamples(row, 0, 4000).error().code, "text_too_large");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(webVttSamples(row, 0, 4000, stop.get_token()).error().code, "cancelled");
}

TEST(PackageText, RefusesWhatWouldFillTheDisk) {
    const test::TemporaryFolder folder;
    // A megabyte that shows from the beginning to the end of an hour.
    media::TextTrack webVtt;
    webVtt.cues.push_back({0, 3600000, "", "", std::string(1U << 20, 'x')});
    media::TextTrack ttml;
    ttml.form = media::TextForm::Ttml;
    ttml.document = "<tt xmlns='http://www.w3.org/ns/ttml'><body><div><p begin='?'>" +
                    std::string(1U << 20, 'x') + "</p></div></body></tt>";
    std::vector<std::int64_t> boundaries;
    for (std::int64_t at = 4000; at < 3600000; at += 4000)
        boundaries.push_back(at);
    for (const media::TextTrack* track : {&webVtt, &ttml}) {
        const auto made = writeText({folder.path(), "text-und-1"}, *track, boundaries, 3600000, {});
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().code, "text_too_large");
        EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
    }
}

TEST(Text, ReadsWebVttWithItsBlocksAndDropsWhatAPlayerDrops) {
    const auto track = media::parseText(
        "\xef\xbb\xbfWEBVTT - title\r\nX-TIMESTAMP-MAP=LOCAL:0,MPEGTS:0\r\n\r\nSTYLE\r\n::cue { color: red "
        "}\r\n\r\n"
        "NOTE nothing\r\n\r\nid 1\r\n01:02.500 --> 00:01:04.000 line:10% "
        "align:start\r\n<i>Hello</i>\r\nworld\r\n\r\n"
        "00:00:01.000 --> 00:00:01.000\r\nnever shown\r\n\r\n00:00.000 --> 00:01.000\r\nfirst\r\n",
        "a.vtt");
    ASSERT_TRUE(track) << track.error().what;
    EXPECT_EQ(track->header, "WEBVTT - title\n\nSTYLE\n::cue { color: red }");
    ASSERT_EQ(track->cues.size(), 2U);
    EXPECT_EQ(track->cues[0], (TextCue{0, 1000, "", "", "first"}));
    EXPECT_EQ(track->cues[1], (TextCue{62500, 64000, "id 1", "line:10% align:start", "<i>Hello</i>\nworld"}));
}

TEST(Text, ReadsSubRipAndKeepsOnlyTheTagsThatWebVttHas) {
    const auto track = media::parseText(
        "1\n00:00:01,000 --> 00:00:02,500 X1:0 X2:9\n{\\an8}<font color=\"red\"><I>A & B</I></font> 1 < "
        "2\n\n2\n"
        "10:00:00,000 --> 10:00:01,000\nlast",
        "a.srt");
    ASSERT_TRUE(track) << track.error().what;
    ASSERT_EQ(track->cues.size(), 2U);
    EXPECT_EQ(track->cues[0], (TextCue{1000, 2500, "", "", "<i>A &amp; B</i> 1 &lt; 2"}));
    EXPECT_EQ(track->cues[1].begin, 36000000);
}

TEST(Text, EndsACueWhereAnArrowBeginsTheNext) {
    // "Collect a block" of the WebVTT parser; the line of the id has become text of the cue before.
    const auto webVtt = media::parseText(
        "WEBVTT\n00:00.000 --> 00:01.000\nOne\n00:01.000 --> 00:02.000\nTwo\nid\n00:02.000 --> "
        "00:03.000\nThree\n\nSTYLE\nx\n00:03.000 --> 00:04.000\nFour\n",
        "a.vtt");
    ASSERT_TRUE(webVtt) << webVtt.error().what;
    EXPECT_EQ(webVtt->cues, (std::vector<TextCue>{{0, 1000, "", "", "One"},
                                                  {1000, 2000, "", "", "Two\nid"},
                                                  {2000, 3000, "", "", "Three"},
                                                  {3000, 4000, "", "", "Four"}}));
    const auto subRip = media::parseText(
        "1\n00:00:00,000 --> 00:00:01,000\nOne\n2\n00:00:01,000 --> 00:00:02,000\nTwo\n", "a.srt");
    ASSERT_TRUE(subRip) << subRip.error().what;
    EXPECT_EQ(subRip->cues, (std::vector<TextCue>{{0, 1000, "", "", "One"}, {1000, 2000, "", "", "Two"}}));
}

TEST(Text, ALineWithoutAnythingToSeeEndsACueOfSubRipOnly) {
    const auto webVtt = media::parseText(
        "WEBVTT\n\n00:00.000 --> 00:01.000\nOne\n \nmore\n\n\n00:01.000 --> 00:02.000\nTwo", "a.vtt");
    ASSERT_TRUE(webVtt) << webVtt.error().what;
    EXPECT_EQ(webVtt->cues,
              (std::vector<TextCue>{{0, 1000, "", "", "One\n \nmore"}, {1000, 2000, "", "", "Two"}}));
    // The font's tags are lines of their own and leave what would end the cue in WebVTT.
    const auto subRip = media::parseText(
        "1\n00:00:00,000 --> 00:00:01,000\n\t<font\n>\nOne \n</font>\nmore\n \n2\n"
        "00:00:01,000 --> 00:00:02,000\nTwo\n",
        "a.srt");
    ASSERT_TRUE(subRip) << subRip.error().what;
    EXPECT_EQ(subRip->cues,
              (std::vector<TextCue>{{0, 1000, "", "", "One \nmore"}, {1000, 2000, "", "", "Two"}}));
    EXPECT_EQ(media::webVttOfPlain("\r\n\t\nOne\n \n\nmore \n "), "One\nmore");
}

TEST(Text, RefusesWhatItCannotRead) {
    EXPECT_EQ(media::parseText("WEBVTT\n\n\xe0\x80\x80", "a").error().code, "text_invalid");
    EXPECT_EQ(media::parseText("WEBVTT\n\n\xed\xa0\x80", "a").error().code, "text_invalid");
    EXPECT_EQ(media::parseText("{\\rtf1 hello}", "a").error().code, "text_not_recognised");
    EXPECT_EQ(media::parseText("", "a").error().code, "text_not_recognised");
    EXPECT_EQ(media::parseText("WEBVTT\n\n00:01 -> 2\nx\n\n00:00:xx --> 1\ny", "a").error().code,
              "text_invalid");
    EXPECT_EQ(media::parseText("WEBVTT\n\n\xff\xfe", "a").error().code, "text_invalid");
    EXPECT_EQ(
        TtmlDocument::parse("<!DOCTYPE tt [<!ENTITY a 'b'>]><tt xmlns='http://www.w3.org/ns/ttml'/>", "a")
            .error()
            .code,
        "text_invalid");
    EXPECT_EQ(TtmlDocument::parse("<tt xmlns='http://www.w3.org/ns/ttml'>", "a").error().code,
              "text_invalid");
    EXPECT_EQ(TtmlDocument::parse("<tt xmlns='http://example.org/'/>", "a").error().code, "text_invalid");
}

constexpr const char* kTtml =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
    "xml:lang=\"de\" "
    "ttp:frameRate=\"25\"><head><layout><region xml:id=\"r\"/></layout></head><body><div begin=\"1s\">"
    "<p region=\"r\" begin=\"00:00:01:05\" end=\"00:00:03\">Eins &amp; <span>zwei</span></p>"
    "<p begin=\"4s\" dur=\"2s\">Drei</p><p begin=\"?\">Unklar</p></div>"
    "<div timeContainer=\"seq\"><p dur=\"1s\">Folge</p></div></body></tt>";

TEST(Ttml, ASegmentHasTheParagraphsThatShowInItAndThoseThatCannotBeTold) {
    const auto document = TtmlDocument::parse(kTtml, "a.ttml");
    ASSERT_TRUE(document) << document.error().what;
    EXPECT_EQ(document->language(), "de");
    const auto has = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    const std::string first = document->segment(0, 4000);
    EXPECT_TRUE(has(first, "Eins &amp; <span>zwei</span>") && has(first, "region=\"r\"")) << first;
    EXPECT_FALSE(has(first, "Drei"));
    // 4 s and 2 s behind the div's second.
    const std::string second = document->segment(5000, 8000);
    EXPECT_TRUE(has(second, "Drei") && !has(second, "Eins"));
    EXPECT_FALSE(has(document->segment(7002, 8000), "Drei"));
    for (const std::string& text : {first, second, document->segment(100000, 110000)})
        EXPECT_TRUE(has(text, "Unklar") && has(text, "Folge"));
}

TEST(Ttml, HasPointsInItsTimesWhereTheLocaleHasCommas) {
    const test::CommaLocale locale;
    ASSERT_TRUE(locale.inForce());
    const auto document = TtmlDocument::parse(
        "<tt xmlns='http://www.w3.org/ns/ttml' xmlns:ttp='http://www.w3.org/ns/ttml#parameter' "
        "ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001'><body><div>"
        "<p begin='1.5s' end='2.5s'>A</p><p begin='00:00:01.750' end='90f'>B</p></div></body></tt>",
        "a.ttml");
    ASSERT_TRUE(document);
    const auto has = [&](std::int64_t begin, std::int64_t end, const char* part) {
        return document->segment(begin, end).find(part) != std::string::npos;
    };
    EXPECT_FALSE(has(0, 1400, "A</p>") || has(2600, 9000, "A</p>"));
    EXPECT_TRUE(has(2400, 2450, "A</p>"));
    EXPECT_FALSE(has(0, 1700, "B</p>") || has(3005, 9000, "B</p>"));
    EXPECT_TRUE(has(3001, 3002, "B</p>")) << "90 frames of 30000/1001 are 3.003 s";
}

TEST(Presentation, HasPointsInItsTimesWhereTheLocaleHasCommas) {
    const test::CommaLocale locale;
    ASSERT_TRUE(locale.inForce());
    EXPECT_EQ(isoDuration(64.25), "PT1M4.250S");
    PackagedText text;
    text.segments.resize(1);
    text.segments[0].durationSeconds = 4.004;
    text.segments[0].file = "text/1.m4s";
    EXPECT_NE(writeTextPlaylist(text).find("#EXTINF:4.004000,"), std::string::npos);
}

TEST(Presentation, NamesEachCodecAlsoWhenItBeginsAsAnother) {
    PackagedTrack video;
    video.description.kind = media::TrackKind::Video;
    video.description.width = 64;
    video.description.height = 36;
    video.codecs = "avc1.64001f";
    PackagedTrack sound;
    sound.description.kind = media::TrackKind::Audio;
    sound.codecs = "mp4a.40.29";
    PackagedTrack other = sound;
    other.codecs = "mp4a.40.2";
    const std::string master = writeMasterPlaylist(
        {{&video, {}, false}, {&sound, {}, false}, {&other, {}, false}, {&other, {}, false}}, {}, {});
    EXPECT_NE(master.find("CODECS=\"avc1.64001f,mp4a.40.29,mp4a.40.2\""), std::string::npos) << master;
}

TEST(PackageText, EverythingIsListedDigestedAndCutWhereThePictureIs) {
    const test::TemporaryFolder folder;
    media::SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = 9;
    const std::string vtt =
        "WEBVTT\n\n00:01.000 --> 00:05.000\nLong\n\n00:08.000 --> 00:20.000\nPast the end\n";
    ASSERT_TRUE(writeFileAtomically(folder.path() / "a.vtt", asBytes(vtt)));
    ASSERT_TRUE(writeFileAtomically(folder.path() / "b.ttml", asBytes(kTtml)));
    PackageRequest request;
    request.source = test::clip("package-9s.mp4", options);
    request.folder = folder.path() / "out";
    request.keyFor = [](const KeyQuery&) -> Result<TrackKey> {
        TrackKey key;
        key.keyId.fill(1);
        key.key = SecretBytes(16);
        return key;
    };
    request.texts = {{folder.path() / "a.vtt", "pt-BR", "A & \"B\"", media::TextRole::Forced, true},
                     {folder.path() / "b.ttml", "", "", media::TextRole::Caption, true}};
    request.audio = {{1, "en", "Director", media::AudioRole::Commentary, true}};
    const auto package = packageFilm(request);
    ASSERT_TRUE(package) << package.error().what;
    ASSERT_EQ(package->texts.size(), 2U);
    EXPECT_EQ(package->texts[0].label, "text-pt-BR-1");
    EXPECT_EQ(package->texts[1].label, "text-de-2");
    EXPECT_TRUE(package->texts[0].isDefault && !package->texts[1].isDefault);
    EXPECT_EQ(package->tracks[1].label, "audio-en-1");
    for (const PackagedText& text : package->texts) {
        ASSERT_EQ(text.segments.size(), package->tracks[0].segments.size());
        for (std::size_t i = 0; i < text.segments.size(); ++i)
            EXPECT_NEAR(text.segments[i].startSeconds, package->tracks[0].segments[i].startSeconds, 0.001);
    }
    std::size_t found = 0;
    for (const PackagedFile& file : package->files) {
        const auto bytes = readFile(package->folder / file.name, 1U << 30);
        ASSERT_TRUE(bytes) << file.name;
        const bool track = found < package->tracks.size();
        EXPECT_EQ(file.digest, track ? std::nullopt : std::optional(crypto::sha256(*bytes))) << file.name;
        EXPECT_EQ(file.size, bytes->size());
        ++found;
    }
    EXPECT_EQ(found,
              static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(package->folder),
                                                     std::filesystem::directory_iterator())));
    const auto text = [&](const std::string& name) {
        return std::string(asText(readFile(package->folder / name, 1U << 20).value()));
    };
    const std::string master = text("master.m3u8");
    EXPECT_NE(master.find("TYPE=SUBTITLES,GROUP-ID=\"text\",NAME=\"A & 'B'\",LANGUAGE=\"pt-BR\",DEFAULT=YES,"
                          "AUTOSELECT=YES,FORCED=YES,URI=\"text-pt-BR-1.m3u8\""),
              std::string::npos)
        << master;
    EXPECT_NE(master.find("NAME=\"Director\",LANGUAGE=\"en\",DEFAULT=YES,AUTOSELECT=YES"), std::string::npos);
    EXPECT_NE(master.find(",wvtt,stpp.ttml.im1t\""), std::string::npos);
    EXPECT_NE(master.find("SUBTITLES=\"text\""), std::string::npos);
    const std::string mpd = text("stream.mpd");
    EXPECT_NE(mpd.find("<Label>A &amp; &quot;B&quot;</Label>"), std::string::npos) << mpd;
    EXPECT_NE(mpd.find("value=\"forced-subtitle\""), std::string::npos);
    // Each range of the side file is a document of its own, with the cue that goes on in both.
    const std::string side = text("text-pt-BR-1.vtt");
    ASSERT_EQ(package->texts[0].sideSegments.size(), 3U);
    for (const ByteRange& range : package->texts[0].sideSegments)
        EXPECT_EQ(side.substr(range.offset, 6), "WEBVTT");
    EXPECT_NE(side.substr(package->texts[0].sideSegments[1].offset).find("Long"), std::string::npos);
}

TEST(PackageText, WrongNotesAreRefusedBeforeAnythingIsWritten) {
    const test::TemporaryFolder folder;
    media::SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = 9;
    PackageRequest request;
    request.source = test::clip("package-9s.mp4", options);
    request.folder = folder.path() / "out";
    request.keyFor = [](const KeyQuery&) -> Result<TrackKey> {
        TrackKey key;
        key.keyId.fill(1);
        key.key = SecretBytes(16);
        return key;
    };
    request.audio = {{2, "en"}};
    EXPECT_EQ(packageFilm(request).error().code, "request_invalid");
    request.audio = {{1, "../x"}};
    EXPECT_EQ(packageFilm(request).error().code, "request_invalid");
    request.audio.clear();
    ASSERT_TRUE(
        writeFileAtomically(folder.path() / "a.vtt", asBytes("WEBVTT\n\n00:01.000 --> 00:05.000\nx\n")));
    request.texts = {{folder.path() / "a.vtt", "a/b"}};
    EXPECT_EQ(packageFilm(request).error().code, "request_invalid");
    EXPECT_FALSE(std::filesystem::exists(request.folder));
}

}  // namespace
}  // namespace keyreel::package
