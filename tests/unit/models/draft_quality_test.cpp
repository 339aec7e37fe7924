#include "ui/models/draft_quality.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"
#include "ui/models/draft_history.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using Heights = std::vector<quint32>;

media::MediaInfo film(quint32 width, quint32 height, const char* container = "MP4", bool carried = true) {
    media::MediaInfo info;
    info.container = container;
    info.durationSeconds = 600;
    info.bitRate = 8'000'000;
    media::TrackInfo video;
    video.selected = true;
    video.carried = carried;
    video.codec = media::Codec::H264;
    video.width = width;
    video.height = height;
    video.frameRate = 25;
    video.bitRate = 7'900'000;
    info.tracks.push_back(video);
    return info;
}

const QualityChoice* find(const QList<QualityChoice>& choices, quint32 height, bool source) {
    for (const auto& choice : choices)
        if (choice.height == height && choice.isSource == source) return &choice;
    return nullptr;
}

TEST(DraftQualityTest, OffersWhatTheVideoHasAndNothingAbove) {
    const auto heights = [](const media::MediaInfo& info) {
        QString text;
        for (const auto& choice : qualityChoices({}, info))
            text += QString::number(choice.height) + (choice.isSource ? u"s "_s : u" "_s);
        return text;
    };
    EXPECT_EQ(heights(film(1920, 1080)), u"1080s 1080 720 480 360 "_s);
    EXPECT_EQ(heights(film(3840, 2160)), u"2160s 1080 720 480 360 "_s);
    EXPECT_EQ(heights(film(960, 540)), u"540s 480 360 "_s);
    // Matroska cannot stand beside rungs made of it, and what must be converted neither.
    EXPECT_EQ(heights(film(1920, 1080, "Matroska")), u"1080 720 480 360 "_s);
    EXPECT_EQ(heights(film(961, 541, "MP4", false)), u"540 480 360 "_s);
    EXPECT_EQ(heights(film(320, 180)), u"180s "_s);
}

TEST(DraftQualityTest, TheLastOneStaysAndOfOneHeightThereIsOne) {
    const auto info = film(1280, 720);
    Draft draft;
    setAdaptive(draft, info, true);
    EXPECT_EQ(draft.ladder, (Heights{720, 480, 360}));
    EXPECT_TRUE(draft.keepSource);
    auto choices = qualityChoices(draft, info);
    EXPECT_FALSE(find(choices, 720, false)->whyFixed.isEmpty());
    chooseQuality(draft, info, *find(choices, 720, true), false);
    EXPECT_EQ(draft.ladder, (Heights{480, 360}));
    EXPECT_FALSE(draft.keepSource);
    choices = qualityChoices(draft, info);
    chooseQuality(draft, info, *find(choices, 720, false), true);
    EXPECT_EQ(draft.ladder, (Heights{720, 480, 360}));
    EXPECT_FALSE(draft.keepSource);
    for (const quint32 height : {720U, 480U, 360U})
        chooseQuality(draft, info, *find(qualityChoices(draft, info), height, false), false);
    EXPECT_EQ(draft.ladder, (Heights{360}));
    EXPECT_FALSE(find(qualityChoices(draft, info), 360, false)->whyFixed.isEmpty());
    setAdaptive(draft, info, false);
    EXPECT_TRUE(draft.ladder.empty());
}

TEST(DraftQualityTest, AnotherVideoHasOtherPictures) {
    Draft draft;
    setAdaptive(draft, film(1920, 1080), true);
    fitQuality(draft, film(1280, 720));
    EXPECT_EQ(draft.ladder, (Heights{720, 480, 360}));
    EXPECT_TRUE(draft.keepSource);
    // Nobody loses the full height because the new file cannot be carried.
    fitQuality(draft, film(1280, 720, "Matroska"));
    EXPECT_EQ(draft.ladder, (Heights{720, 480, 360}));
    EXPECT_FALSE(draft.keepSource);
    fitQuality(draft, film(640, 200));
    EXPECT_TRUE(draft.ladder.empty());
}

TEST(DraftQualityTest, IsKeptOverARestart) {
    test::TemporaryFolder folder;
    Draft draft;
    draft.film = u"/films/lake.mp4"_s;
    setAdaptive(draft, film(1920, 1080), true);
    DraftStore store(folder.path() / "drafts.json");
    const QString id = test::must(store.put(draft));
    const DraftStore again(folder.path() / "drafts.json");
    EXPECT_EQ(again.find(id)->ladder, (Heights{1080, 720, 480, 360}));
    EXPECT_TRUE(again.find(id)->keepSource);
    EXPECT_EQ(qualityWords(*again.find(id)), u"1080p as it is, 720p, 480p, 360p"_s);
    EXPECT_EQ(qualityWords({}), u"As it is"_s);
}

TEST(DraftPartTest, IsWhatItsFilmHasOfItAndCanBeUndone) {
    media::MediaInfo info;
    info.durationSeconds = 60;
    info.chapters = {{0, "A"}, {30'000, "B"}};
    Draft draft;
    EXPECT_EQ(partOf(draft, info).durationSeconds, 60);
    DraftHistory history;
    history.begin(draft);
    draft.part = {20'000, 50'000};
    history.note(draft, DraftHistory::Change::Whole);
    const media::MediaInfo part = partOf(draft, info);
    EXPECT_EQ(part.durationSeconds, 30);
    EXPECT_EQ(part.chapters, (std::vector<media::Chapter>{{0, "A"}, {10'000, "B"}}));
    EXPECT_TRUE(history.undo(draft)->part.isWhole());
    fitPart(draft, info);
    EXPECT_EQ(draft.part, (DraftPart{20'000, 50'000}));
    info.durationSeconds = 40;
    fitPart(draft, info);
    EXPECT_EQ(draft.part, (DraftPart{20'000, 0}));
    info.durationSeconds = 15;
    fitPart(draft, info);
    EXPECT_TRUE(draft.part.isWhole());
}

TEST(DraftHistoryTest, KeepsActsApartFromWritingInTheSameField) {
    using Change = DraftHistory::Change;
    DraftHistory history;
    Draft draft;
    history.begin(draft);
    const auto change = [&](const QString& chapters, Change how) {
        draft.chapters = chapters;
        history.note(draft, how);
    };
    change(u"0:00"_s, Change::Whole);
    change(u"0:00\n0:09"_s, Change::Whole);
    change(u"0:00\n0:10"_s, Change::MayWriteOn);
    change(u"0:00\n0:11"_s, Change::MayWriteOn);
    change(u"0:00"_s, Change::Whole);
    for (const QString& before : {u"0:00\n0:11"_s, u"0:00\n0:09"_s, u"0:00"_s, QString()}) {
        draft = history.undo(draft).value();
        EXPECT_EQ(draft.chapters, before);
    }
    EXPECT_FALSE(history.canUndo());
}

TEST(DraftHistoryTest, GoesBackStepByStepAndWritingOnIsOne) {
    DraftHistory history;
    Draft draft;
    draft.film = u"/films/lake.mp4"_s;
    history.begin(draft);
    EXPECT_FALSE(history.canUndo());
    for (const char* text : {"L", "La", "Lak", "Lake"}) {
        draft.title = QString::fromLatin1(text);
        history.note(draft);
    }
    draft.access = studio::Access::Granted;
    history.note(draft);
    history.note(draft);
    draft.ladder = {480, 360};
    history.note(draft);
    draft.film = u"/elsewhere/lake.mp4"_s;
    draft.adult = true;

    draft = history.undo(draft).value();
    EXPECT_TRUE(draft.ladder.empty());
    EXPECT_EQ(draft.access, studio::Access::Granted);
    // What is no part of the form stays.
    EXPECT_EQ(draft.film, u"/elsewhere/lake.mp4"_s);
    EXPECT_TRUE(draft.adult);
    draft = history.undo(draft).value();
    EXPECT_EQ(draft.access, studio::Access::Free);
    EXPECT_EQ(draft.title, u"Lake"_s);
    draft = history.undo(draft).value();
    EXPECT_TRUE(draft.title.isEmpty());
    EXPECT_FALSE(history.undo(draft));
    draft = history.redo(draft).value();
    draft = history.redo(draft).value();
    EXPECT_EQ(draft.access, studio::Access::Granted);
    draft.title = u"Lakes"_s;
    history.note(draft);
    EXPECT_FALSE(history.redo(draft));
    EXPECT_EQ(history.undo(draft)->title, u"Lake"_s);
}

}  // namespace
}  // namespace keyreel::ui
