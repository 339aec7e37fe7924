#include "core/studio/public_words.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/identity/names.h"
#include "core/package/manifest.h"

namespace keyreel::studio {
namespace {

static_assert(kMostTags == package::kMaxManifestTags && kMaxTagBytes == package::kMaxManifestTagBytes);

std::string simplified(const std::string& text) {
    std::string out;
    bool gap = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            gap = !out.empty();
            continue;
        }
        if (gap) out += ' ';
        gap = false;
        out += c;
    }
    return out;
}

std::string folded(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

}  // namespace

Status checkPublicWords(const std::string& title, const std::string& description) {
    if (title.empty())
        return fail("title_missing", "The film has no title yet.", "Give it one; it may be changed later.");
    if (title.size() > kMaxTitle)
        return fail("title_too_long", "The title is " + std::to_string(title.size()) + " bytes long.",
                    "Use at most " + std::to_string(kMaxTitle) + ".");
    if (description.size() > kMaxDescription)
        return fail("description_too_long",
                    "The description is " + std::to_string(description.size()) + " bytes long.",
                    "Use at most " + std::to_string(kMaxDescription) + ".");
    if (!isUtf8(asBytes(title)) || !isUtf8(asBytes(description)))
        return fail("title_not_text", "The title or the description is not text in UTF-8.",
                    "Type it anew, or convert it.");
    return {};
}

Result<std::vector<std::string>> publicTags(const std::vector<std::string>& typed) {
    std::vector<std::string> tags;
    std::vector<std::string> seen;
    for (const std::string& text : typed) {
        std::string tag = simplified(text);
        if (tag.empty()) continue;
        if (const Status plain = identity::checkName(tag, "A tag"); !plain || tag.size() > kMaxTagBytes)
            return fail(
                "tags_invalid",
                plain ? "The tag '" + tag + "' is longer than " + std::to_string(kMaxTagBytes) + " bytes."
                      : plain.error().what,
                "Use short words.");
        std::string same = folded(tag);
        if (std::find(seen.begin(), seen.end(), same) != seen.end()) continue;
        seen.push_back(std::move(same));
        tags.push_back(std::move(tag));
    }
    if (tags.size() > kMostTags)
        return fail("tags_invalid",
                    "A film has at most " + std::to_string(kMostTags) + " tags; these are " +
                        std::to_string(tags.size()) + ".",
                    "Leave some out.");
    return tags;
}

}  // namespace keyreel::studio
