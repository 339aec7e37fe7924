#include "ui/models/error_text.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QTranslator>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

/// Another language, as far as these tests can read it.
class Elsewhere : public QTranslator {
public:
    QString translate(const char*, const char* text, const char*, int) const override {
        return u"·"_s + QString::fromUtf8(text);
    }
    bool isEmpty() const override { return false; }
};

TEST(ErrorText, SaysCommonErrorsOfTheEngineInTheWindowsLanguageAndKeepsItsOwnWordsInEnglish) {
    const Error empty{"media_empty", "clip.mp4 is empty.", "Copy it again."};
    const Error rare{"something_rare", "Rare.", "Go on."};
    EXPECT_EQ(sentenceOf(empty).fact, u"clip.mp4 is empty."_s);
    Elsewhere language;
    ASSERT_TRUE(QCoreApplication::installTranslator(&language));
    EXPECT_EQ(sentenceOf(empty).fact, u"·The file is empty."_s);
    EXPECT_EQ(sentenceOf(empty).next, u"·Copy or export the film again."_s);
    EXPECT_EQ(sentenceOf(rare).fact, u"Rare."_s);
    EXPECT_TRUE(sentenceOf({"cancelled", "Cancelled.", "x"}).next.isEmpty());
    QCoreApplication::removeTranslator(&language);
}

TEST(ErrorText, AWrongKeySaysSoAndThatNothingWasShown) {
    ErrorContext context;
    context.film = u"The Salt Road"_s;
    context.maker = u"Amina Tarek"_s;
    const Sentence words = sentenceOf(Error{"key_wrong", "Track 1, sample 3: ...", {}}, context);
    EXPECT_EQ(words.fact, u"The key does not open The Salt Road."_s);
    EXPECT_TRUE(words.next.startsWith(u"Nothing of it was shown"_s));
    EXPECT_TRUE(words.next.contains(u"Amina Tarek"_s));
}

TEST(ErrorText, AChangedPartIsNamedByItsPlaceInTheFilm) {
    ErrorContext context;
    context.maker = u"Amina Tarek"_s;
    const Error changed{"part_changed", "...", {}};
    EXPECT_TRUE(
        sentenceOf(changed, context).next.startsWith(u"It does not match what Amina Tarek signed."_s));
    context.faults.push_back({"video-1080p", 412, 1392, 1'644'000, 1'648'000, {}, {}});
    EXPECT_TRUE(sentenceOf(changed, context)
                    .next.startsWith(u"The 4 seconds from 27:24 do not match what Amina Tarek signed."_s));
    // The head of a file has no place in the film.
    context.faults.push_back({"video-1080p", 0, 1392, 0, 0, {}, {}});
    EXPECT_TRUE(
        sentenceOf(changed, context).next.startsWith(u"It does not match what Amina Tarek signed."_s));
}

}  // namespace
}  // namespace keyreel::ui
