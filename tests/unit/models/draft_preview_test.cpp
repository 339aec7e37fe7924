#include "ui/models/draft_preview.h"

#include <gtest/gtest.h>

#include <QFile>

#include "tests/support/temporary_folder.h"
#include "ui/models/draft_history.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

media::MediaInfo film(double seconds) {
    media::MediaInfo info;
    info.durationSeconds = seconds;
    return info;
}

TEST(DraftPreviewTest, StaysInsideOfWhatIsPublished) {
    Draft draft;
    draft.preview = {50'000, 15};
    fitPreview(draft, film(60));
    EXPECT_EQ(draft.preview, (DraftPreview{45'000, 15}));
    draft.part = {10'000, 30'000};
    fitPreview(draft, film(60));
    EXPECT_EQ(draft.preview, (DraftPreview{15'000, 15}));
    draft.part = {10'000, 17'500};
    fitPreview(draft, film(60));
    EXPECT_EQ(draft.preview, (DraftPreview{10'500, 7}));
    EXPECT_TRUE(mayHavePreview(draft, film(60)));
    draft.part = {10'000, 14'000};
    EXPECT_FALSE(mayHavePreview(draft, film(60)));
    fitPreview(draft, film(60));
    EXPECT_FALSE(draft.preview);
    // Nobody is given a preview that they did not ask for.
    fitPreview(draft, film(600));
    EXPECT_FALSE(draft.preview);
}

TEST(DraftPreviewTest, IsAStepOfTheHistory) {
    Draft draft;
    draft.id = u"a"_s;
    DraftHistory history;
    history.begin(draft);
    draft.preview = {2'000, 20};
    history.note(draft, DraftHistory::Change::Whole);
    const auto before = history.undo(draft);
    ASSERT_TRUE(before);
    EXPECT_FALSE(before->preview);
    EXPECT_EQ(history.redo(*before)->preview, draft.preview);
}

TEST(DraftPreviewTest, IsKeptWithItsDraftAndNoneWhenItCannotBeRead) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "drafts.json";
    DraftStore store(file);
    Draft draft;
    draft.film = u"/films/ferry.mp4"_s;
    draft.preview = {61'250, 42};
    const auto id = store.put(draft);
    ASSERT_TRUE(id);
    EXPECT_EQ(DraftStore(file).find(*id)->preview, draft.preview);
    QFile json(QString::fromStdString(file.string()));
    ASSERT_TRUE(json.open(QIODevice::ReadOnly));
    const QByteArray kept = json.readAll();
    json.close();
    for (const char* wrong : {"4", "61", "-5", "\"x\""}) {
        QByteArray changed = kept;
        changed.replace("\"seconds\": 42", QByteArray("\"seconds\": ") + wrong);
        changed.replace("\"seconds\":42", QByteArray("\"seconds\":") + wrong);
        ASSERT_NE(changed, kept);
        ASSERT_TRUE(json.open(QIODevice::WriteOnly));
        json.write(changed);
        json.close();
        const DraftStore again(file);
        ASSERT_NE(again.find(*id), nullptr);
        EXPECT_FALSE(again.find(*id)->preview) << wrong;
    }
}

}  // namespace
}  // namespace keyreel::ui
