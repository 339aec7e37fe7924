#include "ui/models/error_text.h"

#include <gtest/gtest.h>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

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
