#include "ui/models/preset_store.h"

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/base/text.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

Draft sold() {
    Draft draft;
    draft.film = u"/films/ferry.mp4"_s;
    draft.title = u"Ferry"_s;
    draft.access = studio::Access::Granted;
    draft.sale.sold = true;
    draft.sale.price = u"9"_s;
    draft.sale.copies = 500;
    draft.sale.payees = {{u"did:key:z6Mk"_s, 125}};
    draft.ladder = {1080, 480};
    draft.keepSource = true;
    draft.suite = 2;
    custody::NodeDescriptor node;
    node.signingKey[0] = node.hpkeKey[0] = 7;
    node.name = "Århus";
    draft.holders = {"https://films.example", {{node}, 1}};
    return draft;
}

class PresetStoreTest : public ::testing::Test {
protected:
    test::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "profile" / "presets.json";
};

TEST_F(PresetStoreTest, SaysEverythingButWhatIsAboutTheFilm) {
    PresetStore store(file);
    ASSERT_TRUE(store.put(presetOf(sold(), u"  Festival   copies "_s)));
    const PresetStore again(file);
    ASSERT_EQ(again.presets().size(), 1);
    EXPECT_EQ(again.presets(), store.presets());
    const Preset* preset = again.find(u"festival copies"_s);
    ASSERT_NE(preset, nullptr);
    Draft other;
    other.film = u"/films/lake.mp4"_s;
    other.title = u"Lake"_s;
    const Draft lake = withPreset(other, *preset);
    EXPECT_EQ(lake.title, u"Lake"_s);
    EXPECT_EQ(lake.film, other.film);
    EXPECT_EQ(lake.sale, sold().sale);
    EXPECT_EQ(lake.ladder, sold().ladder);
    EXPECT_TRUE(lake.keepSource);
    EXPECT_EQ(lake.suite, 2);
    EXPECT_EQ(lake.holders, sold().holders);
}

TEST_F(PresetStoreTest, NamesAreKeptApart) {
    PresetStore store(file);
    ASSERT_TRUE(store.put(presetOf(sold(), u"Sold"_s)));
    ASSERT_TRUE(store.put(presetOf({}, u"Free"_s)));
    ASSERT_TRUE(store.setStandard(u"Sold"_s));
    ASSERT_EQ(store.presets().size(), 2);
    EXPECT_EQ(store.presets()[0].name, u"Free"_s);
    EXPECT_EQ(store.rename(u"Free"_s, u"sold"_s).error().code, "preset_known");
    EXPECT_EQ(store.rename(u"Free"_s, u" "_s).error().code, "preset_unnamed");
    EXPECT_EQ(store.put(presetOf({}, QString())).error().code, "preset_unnamed");
    ASSERT_TRUE(store.rename(u"Sold"_s, u"For sale"_s));
    ASSERT_NE(PresetStore(file).standard(), nullptr);
    EXPECT_EQ(PresetStore(file).standard()->name, u"For sale"_s);
    ASSERT_TRUE(store.put(presetOf({}, u"for sale"_s)));
    EXPECT_EQ(store.presets().size(), 2);
    EXPECT_FALSE(store.find(u"For sale"_s)->sale.sold);
    ASSERT_TRUE(store.remove(u"For sale"_s));
    EXPECT_EQ(PresetStore(file).standard(), nullptr);
    EXPECT_EQ(PresetStore(file).presets().size(), 1);
}

TEST_F(PresetStoreTest, ThereIsAMost) {
    PresetStore store(file);
    for (int i = 0; i < PresetStore::kMost; ++i)
        ASSERT_TRUE(store.put(presetOf({}, QString::number(i))));
    EXPECT_EQ(store.put(presetOf({}, u"one more"_s)).error().code, "presets_full");
    EXPECT_TRUE(store.put(presetOf(sold(), u"7"_s)));
    EXPECT_EQ(PresetStore(file).presets().size(), PresetStore::kMost);
}

TEST_F(PresetStoreTest, ADamagedFileIsPutAsideAndTold) {
    ASSERT_TRUE(makePrivateFolder(file.parent_path()));
    ASSERT_TRUE(writeFileAtomically(file, asBytes("{\"presets\": [")));
    PresetStore store(file);
    ASSERT_TRUE(store.damaged().has_value());
    EXPECT_EQ(*store.damaged(), std::filesystem::path(file.string() + ".damaged"));
    EXPECT_TRUE(std::filesystem::exists(*store.damaged()));
    ASSERT_TRUE(store.put(presetOf(sold(), u"Sold"_s)));
    EXPECT_TRUE(std::filesystem::exists(*store.damaged()));
    EXPECT_FALSE(PresetStore(file).damaged().has_value());
}

TEST_F(PresetStoreTest, WhatCannotBeWrittenHasNotHappened) {
    std::filesystem::create_directories(file.parent_path());
    PresetStore store(file);
    ASSERT_TRUE(store.put(presetOf(sold(), u"Sold"_s)));
    // A folder in its place cannot be replaced by a file.
    std::filesystem::remove(file);
    std::filesystem::create_directories(file / "in the way");
    EXPECT_FALSE(store.remove(u"Sold"_s));
    EXPECT_NE(store.find(u"Sold"_s), nullptr);
}

}  // namespace
}  // namespace keyreel::ui
