#include "app/cli/film_part.h"

#include <charconv>
#include <optional>
#include <string_view>

#include "core/base/decimal.h"

namespace keyreel::cli {
namespace {

/// "90", "1:30", "1:02:03.25" in seconds.
Result<double> parseTime(const std::string& text) {
    constexpr double kPerPart = 60;
    std::string_view rest = text;
    double seconds = 0;
    for (int parts = 1;; ++parts) {
        const std::size_t colon = rest.find(':');
        std::string_view digits = rest.substr(0, colon);
        const bool whole = colon == std::string_view::npos || digits.find('.') == std::string_view::npos;
        const std::optional<double> value = takeDecimal(digits);
        if (!value || !digits.empty() || !whole || parts > 3 || (parts > 1 && *value >= kPerPart) ||
            seconds * kPerPart + *value > media::kMaxDurationSeconds)
            return fail("time_invalid", "\"" + text + "\" is not a time in a film.",
                        "For example 90, 1:30 or 1:02:03.25; 24 hours at most.");
        seconds = seconds * kPerPart + *value;
        if (colon == std::string_view::npos) return seconds;
        rest.remove_prefix(colon + 1);
    }
}

}  // namespace

void addPartOptions(Command command, std::string& from, std::string& to) {
    command.addOption("--from", from,
                      "Where in the film to begin, such as 90, 1:30 or 1:02:03.25. Pictures that are not "
                      "encoded anew begin at the key frame before, and everything else with them; where "
                      "that is is said");
    command.addOption("--to", to, "Where in the film to end, as --from");
}

Result<media::FilmPart> parsePart(const std::string& from, const std::string& to) {
    media::FilmPart part;
    if (!from.empty()) {
        KEYREEL_TRY(part.from, parseTime(from));
    }
    if (to.empty()) return part;
    KEYREEL_TRY(part.to, parseTime(to));
    if (part.to > part.from) return part;
    return fail("time_invalid", "The film would end before it begins.",
                "Say a --to that is later than --from.");
}

Result<media::PreviewClip> parsePreview(const std::string& text) {
    media::PreviewClip clip;
    const std::size_t comma = text.find(',');
    KEYREEL_TRY(clip.from, parseTime(text.substr(0, comma)));
    if (comma != std::string::npos) {
        const char* const begin = text.data() + comma + 1;
        const char* const end = text.data() + text.size();
        // What is no number has no length, which checkPreview() refuses.
        if (const auto [stop, error] = std::from_chars(begin, end, clip.seconds);
            error != std::errc() || stop != end)
            clip.seconds = 0;
    }
    KEYREEL_CHECK(media::checkPreview(clip, {}, 0));
    return clip;
}

}  // namespace keyreel::cli
