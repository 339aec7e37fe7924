// The language between a program and its media worker: what is said arrives, and nothing is believed.

#include "core/media/worker_messages.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <limits>

#include "core/media/worker_channel.h"

namespace keyreel::media::worker {
namespace {

TrackInfo pictureInfo() {
    TrackInfo track;
    track.index = 1;
    track.codec = Codec::Hevc;
    track.codecName = "HEVC Main 10";
    track.language = "deu";
    track.bitRate = 5'000'000;
    track.durationSeconds = 12.345;
    track.carried = true;
    track.selected = true;
    track.width = track.displayHeight = 1920;
    track.height = track.displayWidth = 1080;
    track.rotation = 90;
    track.frameRate = 23.976;
    track.bitDepth = 10;
    track.colour = {9, 16, 9, true, true};
    track.colourName = "Rec. 2020 PQ (HDR10), 10-bit";
    return track;
}

MediaInfo someInfo() {
    MediaInfo info;
    info.container = "MP4";
    info.durationSeconds = 12.345;
    info.size = 1U << 30;
    info.bitRate = 6'000'000;
    info.title = "Ein Titel \xe2\x80\x93 mit Strich";
    info.hasCoverArt = true;
    info.textStreams = 2;
    info.chapters = {{0, "Anfang"}, {4200, ""}};
    info.tracks.push_back(pictureInfo());
    TrackInfo sound;
    sound.kind = TrackKind::Audio;
    sound.codec = Codec::Other;
    sound.reason = "DTS is not played by browsers.";
    sound.sampleRate = 48000;
    sound.channels = 6;
    sound.channelLayout = "5.1";
    sound.title = "Ton";
    sound.role = AudioRole::Commentary;
    sound.isDefault = true;
    info.tracks.push_back(sound);
    return info;
}

Opened someFilm() {
    Opened opened;
    opened.info = someInfo();
    Track picture;
    picture.codec = Codec::Hevc;
    picture.configuration = Bytes(120, 7);
    picture.inBandSets = true;
    picture.title = "Bild";
    picture.timescale = 24000;
    picture.declaredDuration = 296280;
    picture.isDefault = true;
    picture.width = 1920;
    picture.height = 1080;
    picture.frameRate = {24000, 1001};
    picture.matrix = {0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000};
    picture.colour = {9, 16, 9, true, true};
    picture.masteringDisplay = MasteringDisplay{{1, 2, 3, 4, 5, 6}, {7, 8}, 10'000'000, 50};
    picture.contentLight = ContentLightLevel{1000, 400};
    picture.dolbyVision = DolbyVision{8, 7, true, 1};
    opened.tracks.push_back(picture);
    Track sound;
    sound.kind = TrackKind::Audio;
    sound.codec = Codec::Opus;
    sound.timescale = 48000;
    sound.language = "eng";
    sound.transcoded = true;
    sound.role = AudioRole::Commentary;
    sound.sampleRate = 48000;
    sound.channels = 2;
    sound.priming = 312;
    sound.seekPreRoll = 3840;
    opened.tracks.push_back(sound);
    opened.remarks.push_back("1080 left out.");
    return opened;
}

bool violated(const Error& error) {
    return error.code == "media_worker_protocol";
}

TEST(WorkerMessages, ArriveAsTheyWereSent) {
    const Opened sent = someFilm();
    const auto received = decodeOpened(encodeOpened(sent));
    ASSERT_TRUE(received);
    EXPECT_EQ(received->tracks, sent.tracks);
    EXPECT_EQ(received->remarks, sent.remarks);
    // What has no comparison of its own is compared by what it is sent as, which names every member.
    EXPECT_EQ(encodeInfo(received->info), encodeInfo(sent.info));
    EXPECT_EQ(received->info.title, sent.info.title);
    EXPECT_EQ(received->info.tracks[1].reason, sent.info.tracks[1].reason);

    Request request;
    request.task = Task::Read;
    request.name = "film.mp4";
    request.size = 1ULL << 40;
    request.maxWidth = 640;
    request.maxHeight = 480;
    request.options = {{1.5, 62}, true, true, 3,      720,  {1080, 720, 360}, true, true,
                       -23,       2.5,  18,   "slow", true, {30000, 1001}};
    const auto asked = decodeRequest(encodeRequest(request));
    ASSERT_TRUE(asked);
    EXPECT_EQ(encodeRequest(*asked), encodeRequest(request));
    EXPECT_STREQ(asked->options.preset, "slow");
    EXPECT_EQ(asked->options.ladder, request.options.ladder);
    EXPECT_TRUE(asked->options.keepSource);
    EXPECT_EQ(asked->options.part, (FilmPart{1.5, 62}));
    EXPECT_EQ(asked->options.loudness, -23);
    EXPECT_EQ(asked->options.groupSeconds, 2.5);
    EXPECT_TRUE(asked->options.pictureOptional);
    EXPECT_EQ(asked->options.frameRate, (Rational{30000, 1001}));
    Request endless = request;
    endless.options.frameRate = {25, 0};
    EXPECT_FALSE(decodeRequest(encodeRequest(endless)));
    for (const auto& ladder :
         {std::vector<std::uint32_t>(9, 720), std::vector<std::uint32_t>{360, 720}, {720, 720}, {2}}) {
        Request wrong = request;
        wrong.options.ladder = ladder;
        const auto refused = decodeRequest(encodeRequest(wrong));
        ASSERT_FALSE(refused);
        EXPECT_TRUE(violated(refused.error()));
    }
    EXPECT_EQ(asked->size, request.size);
    request.task = Task::Thumbnails;
    request.thumbnails = {60, 2.5, 20000, 10, 9, 320, 180};
    EXPECT_EQ(decodeRequest(encodeRequest(request)).value().thumbnails, request.thumbnails);
    for (const ThumbnailPlan& plan :
         {ThumbnailPlan{0, 0.1, 1, 1, 1, 160, 90}, ThumbnailPlan{0, 1, 20001, 1, 1, 160, 90},
          ThumbnailPlan{0, 1, 1, 11, 1, 160, 90}, ThumbnailPlan{0, 1, 1, 0, 1, 160, 90},
          ThumbnailPlan{0, 1, 1, 1, 1, 160, 322}, ThumbnailPlan{0, 1, 0, 1, 1, 160, 90}}) {
        Request wrong = request;
        wrong.thumbnails = plan;
        EXPECT_TRUE(violated(decodeRequest(encodeRequest(wrong)).error()));
    }
    request.task = Task::Frame;
    request.seconds = 61.25;
    EXPECT_EQ(decodeRequest(encodeRequest(request)).value().seconds, 61.25);
    request.seconds = 2 * kMaxFrameSeconds;
    EXPECT_TRUE(violated(decodeRequest(encodeRequest(request)).error()));

    const Hello hello{kProtocolVersion, true, 7, 1ULL << 32};
    EXPECT_EQ(decodeHello(encodeHello(hello)).value(), hello);
    const auto error = decodeFailed(encodeFailed({"media_damaged", "What.", "Next."}));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->next, "Next.");
}

TEST(WorkerMessages, TellOfSoundAloneWithoutContradiction) {
    Opened film = someFilm();
    film.tracks.erase(film.tracks.begin());
    EXPECT_FALSE(decodeOpened(encodeOpened(film))) << "a picture is selected, but there is no track of it";
    film.info.tracks.erase(film.info.tracks.begin());
    const auto received = decodeOpened(encodeOpened(film));
    ASSERT_TRUE(received);
    EXPECT_EQ(received->tracks, film.tracks);
    EXPECT_FALSE(decodeInfo(encodeInfo(film.info))) << "a probe finds a picture, or says why not";
}

TEST(WorkerMessages, CarrySamplesAndTheirPlaces) {
    SampleBatch batch;
    const Bytes data{1, 2, 3};
    SampleRecord here;
    here.sample.track = 1;
    here.sample.decodeTime = -1024;
    here.sample.compositionOffset = -5;
    here.sample.duration = 1024;
    here.sample.key = true;
    here.sample.size = 3;
    here.sample.data = data;
    SampleRecord inFile;
    inFile.sample.size = 5000;
    inFile.inFile = true;
    inFile.place = 1ULL << 33;
    batch.add(inFile);
    batch.add(here);
    const Bytes message = batch.take(42);
    EXPECT_TRUE(batch.empty());
    const auto samples = decodeSamples(message, 2);
    ASSERT_TRUE(samples);
    EXPECT_EQ(samples->position, 42U);
    ASSERT_EQ(samples->records.size(), 2U);
    EXPECT_TRUE(samples->records[0].inFile);
    EXPECT_EQ(samples->records[0].place, 1ULL << 33);
    EXPECT_EQ(samples->records[0].sample.size, 5000U);
    EXPECT_EQ(samples->records[1].sample.decodeTime, -1024);
    EXPECT_EQ(samples->records[1].sample.compositionOffset, -5);
    EXPECT_EQ(toBytes(samples->records[1].sample.data), data);
    EXPECT_TRUE(violated(decodeSamples(message, 1).error())) << "a track that the film does not have";
}

TextTrack someText() {
    TextTrack text;
    text.role = TextRole::Caption;
    text.language = "deu";
    text.title = "Untertitel";
    text.isDefault = true;
    text.header = "WEBVTT\n\nSTYLE";
    text.cues = {{0, 1500, "1", "line:0", "Hallo\n<b>du</b>"}, {1500, 1600, "", "", "\xe2\x80\x93"}};
    return text;
}

TEST(WorkerMessages, CarryText) {
    const TextTrack sent = someText();
    const auto received = decodeText(encodeText(sent));
    ASSERT_TRUE(received);
    EXPECT_EQ(received->cues, sent.cues);
    EXPECT_EQ(encodeText(*received), encodeText(sent));
    const std::vector<std::string> leftOut{"stream 3 (dvd_subtitle): not text"};
    EXPECT_EQ(decodeLeftOut(encodeLeftOut(leftOut)).value(), leftOut);

    // What would end a cue and begin another of the worker's own.
    for (const char* text : {"a\n\nb", "00:01 --> 00:02"}) {
        TextTrack hostile = someText();
        hostile.cues[0].text = text;
        EXPECT_TRUE(violated(decodeText(encodeText(hostile)).error()));
    }
    TextTrack backwards = someText();
    std::swap(backwards.cues[0], backwards.cues[1]);
    EXPECT_TRUE(violated(decodeText(encodeText(backwards)).error()));
}

TEST(WorkerMessages, AreWholeOrRefused) {
    SampleBatch batch;
    batch.add({});
    const Bytes samples = batch.take(1);
    const Bytes opened = encodeOpened(someFilm());
    for (std::size_t size = 0; size < opened.size(); ++size)
        ASSERT_FALSE(decodeOpened(ByteView(opened).first(size))) << size;
    for (std::size_t size = 0; size < samples.size(); ++size)
        ASSERT_FALSE(decodeSamples(ByteView(samples).first(size), 1)) << size;
    Bytes longer = opened;
    longer.push_back(0);
    EXPECT_FALSE(decodeOpened(longer));
}

TEST(WorkerMessages, BoundEveryLengthBeforeItIsUsed) {
    for (const MessageType type :
         {MessageType::Hello, MessageType::Request, MessageType::Info, MessageType::Picture,
          MessageType::Opened, MessageType::Samples, MessageType::End, MessageType::Failed, MessageType::Text,
          MessageType::LeftOut, MessageType::Font}) {
        EXPECT_TRUE(decodeHeader(encodeHeader(type, 16)));
        EXPECT_TRUE(violated(decodeHeader(encodeHeader(type, 0xffffffff)).error()));
    }
    EXPECT_TRUE(violated(decodeHeader(encodeHeader(static_cast<MessageType>(99), 0)).error()));
    // Counts that promise more than there is.
    Bytes count = SampleBatch().take(0);
    count[11] = 0xff;
    count[10] = 0x03;
    EXPECT_TRUE(violated(decodeSamples(count, 1).error()));
    Bytes picture = encodePicture({4096, 4096, 4, {}});
    EXPECT_TRUE(violated(decodePicture(picture).error()));
    EXPECT_TRUE(violated(decodePicture(encodePicture({5000, 1, 3, Bytes(15000)})).error()));
}

/// What would harm whoever believed it.
template <class Change>
bool refused(Change change) {
    Opened film = someFilm();
    change(film);
    const auto decoded = decodeOpened(encodeOpened(film));
    return !decoded && violated(decoded.error());
}

TEST(WorkerMessages, RefuseWhatNoFilmIs) {
    EXPECT_FALSE(refused([](Opened&) {}));
    EXPECT_TRUE(refused([](Opened& f) { f.tracks[0].timescale = 0; })) << "a divisor";
    EXPECT_TRUE(refused([](Opened& f) { f.tracks[0].sampleAspectRatio.den = 0; })) << "a divisor";
    EXPECT_TRUE(refused([](Opened& f) { f.tracks[0].frameRate.den = -1; }));
    EXPECT_TRUE(refused([](Opened& f) { f.tracks[0].width = 0; }));
    EXPECT_TRUE(refused([](Opened& f) { f.tracks[1].language = "../"; })) << "a part of a file's name";
    EXPECT_TRUE(refused([](Opened& f) { f.tracks[1].codec = Codec::Other; }));
    EXPECT_TRUE(refused([](Opened& f) { f.tracks[1].codec = Codec::H264; })) << "pictures as sound";
    EXPECT_TRUE(refused([](Opened& f) { f.tracks[1].sampleRate = 0; }));
    EXPECT_TRUE(refused([](Opened& f) { std::swap(f.tracks[0], f.tracks[1]); })) << "the picture comes first";
    EXPECT_TRUE(refused([](Opened& f) { f.tracks.clear(); }));
    EXPECT_TRUE(refused([](Opened& f) { f.tracks.resize(40, f.tracks[1]); }));
    EXPECT_TRUE(refused([](Opened& f) { f.info.durationSeconds = std::numeric_limits<double>::infinity(); }));
    EXPECT_TRUE(refused([](Opened& f) { f.info.durationSeconds = 1e9; }));
    EXPECT_TRUE(refused([](Opened& f) { f.info.tracks[0].selected = false; })) << "no picture at all";
}

TEST(WorkerMessages, TakeNoErrorThatReadingAFilmCannotHave) {
    for (const char* code : {"network_down", "cancelled", "", "media damaged", "keyring_locked"})
        EXPECT_TRUE(violated(decodeFailed(encodeFailed({code, "What.", {}})).error())) << code;
    // What is shown to people has no bytes that are no text, and nothing that moves a terminal's cursor.
    const auto error = decodeFailed(encodeFailed({"media_damaged", "a\x1b[2J\xff\xc0\xafz\xed\xa0\x80", {}}));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->what, "a?[2J???z???");
}

TEST(WorkerMessages, OfferWhatTheOtherSideRefuses) {
    Request request;
    request.maxWidth = request.maxHeight = 1;
    request.options.preset = "no such preset";
    EXPECT_TRUE(violated(decodeRequest(encodeRequest(request)).error()));
    request.options.preset = "fast";
    request.maxWidth = 5000;
    EXPECT_TRUE(violated(decodeRequest(encodeRequest(request)).error()));
}

TEST(WorkerChannel, PassesWholeMessagesAndADescriptor) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
    WorkerChannel here(ends[0]);
    WorkerChannel there(ends[1], WorkerChannel::Descriptors::Taken);
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe(pipe.data()), 0);
    ASSERT_TRUE(here.send(MessageType::Failed, Bytes(1000, 1), pipe[1]));
    ASSERT_TRUE(here.send(MessageType::End, {}));
    auto first = there.receive({});
    ASSERT_TRUE(first);
    EXPECT_EQ(first->type, MessageType::Failed);
    EXPECT_EQ(toBytes(first->payload), Bytes(1000, 1));
    const int received = there.takeDescriptor();
    ASSERT_GE(received, 0);
    EXPECT_EQ(there.takeDescriptor(), -1);
    ASSERT_EQ(::write(received, "x", 1), 1);
    char byte = 0;
    EXPECT_EQ(::read(pipe[0], &byte, 1), 1);
    EXPECT_EQ(there.receive({})->type, MessageType::End);
    for (const int descriptor : {received, pipe[0], pipe[1]})
        ::close(descriptor);
    { const WorkerChannel gone = std::move(here); }
    EXPECT_EQ(there.receive({}).error().code, "media_worker_gone");
    EXPECT_EQ(there.send(MessageType::End, {}).error().code, "media_worker_gone");
}

TEST(WorkerChannel, WaitsNoLongerThanAsked) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
    WorkerChannel here(ends[0]);
    const WorkerChannel silent(ends[1]);
    EXPECT_EQ(here.receive({{}, std::chrono::steady_clock::now()}).error().code, "media_worker_timeout");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(here.receive({stop.get_token(), {}}).error().code, "cancelled");
}

}  // namespace
}  // namespace keyreel::media::worker
