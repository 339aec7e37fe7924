#include "core/media/chapter.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/utf8.h"

namespace keyreel::media {
namespace {

bool isPlain(const std::string& title) {
    return title.size() <= kMaxChapterTitle && printable(title, {}, Directions::Keep) == title;
}

/// The longest beginning that has room and ends with a whole character.
std::string cut(std::string title) {
    if (title.size() <= kMaxChapterTitle) return title;
    std::size_t end = kMaxChapterTitle;
    while (end > 0 && (static_cast<unsigned char>(title[end]) & 0xc0) == 0x80)
        --end;
    title.resize(end);
    return title;
}

}  // namespace

Status checkChapters(const std::vector<Chapter>& chapters) {
    const auto invalid = [](const std::string& what) {
        return fail("chapters_invalid", what,
                    "Give each chapter a later time than the one before and a title of at most " +
                        std::to_string(kMaxChapterTitle) + " bytes.");
    };
    if (chapters.size() > kMaxChapters)
        return invalid("There are more than " + std::to_string(kMaxChapters) + " chapters.");
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const std::string name = "Chapter " + std::to_string(i + 1);
        if (i > 0 && chapters[i].startMs <= chapters[i - 1].startMs)
            return invalid(name + " is not later than the one before.");
        if (!isPlain(chapters[i].title)) return invalid(name + " has a title that is too long or not plain.");
    }
    return {};
}

std::vector<Chapter> usableChapters(std::vector<Chapter> chapters, std::uint64_t durationMs) {
    std::stable_sort(chapters.begin(), chapters.end(),
                     [](const Chapter& a, const Chapter& b) { return a.startMs < b.startMs; });
    const auto sameTime = [](const Chapter& a, const Chapter& b) { return a.startMs == b.startMs; };
    chapters.erase(std::unique(chapters.begin(), chapters.end(), sameTime), chapters.end());
    if (durationMs > 0)
        std::erase_if(chapters, [&](const Chapter& chapter) { return chapter.startMs >= durationMs; });
    if (chapters.size() > kMaxChapters) chapters.resize(kMaxChapters);
    for (Chapter& chapter : chapters)
        chapter.title = cut(printable(chapter.title, {}, Directions::Keep));
    if (chapters.size() == 1 && chapters[0].startMs == 0 && chapters[0].title.empty()) chapters.clear();
    return chapters;
}

std::vector<Chapter> chaptersOfPart(std::vector<Chapter> chapters, std::int64_t beginMs,
                                    std::int64_t durationMs) {
    const auto begin = static_cast<std::uint64_t>(std::max<std::int64_t>(beginMs, 0));
    const auto length = static_cast<std::uint64_t>(std::max<std::int64_t>(durationMs, 0));
    std::vector<Chapter> part;
    for (Chapter& chapter : chapters) {
        chapter.startMs = chapter.startMs > begin ? chapter.startMs - begin : 0;
        if (length > 0 && chapter.startMs >= length) break;
        if (!part.empty() && chapter.startMs == 0) part.pop_back();
        part.push_back(std::move(chapter));
    }
    return part;
}

}  // namespace keyreel::media
