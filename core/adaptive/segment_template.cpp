#include "core/adaptive/segment_template.h"

#include <charconv>

namespace keyreel::adaptive {
namespace {

/// More digits than any number has are of no use to anyone.
constexpr unsigned kMaxWidth = 20;

tl::unexpected<Error> invalid(const std::string& place, std::string_view identifier) {
    return fail("package_invalid", place + ": its template has $" + std::string(identifier.substr(0, 40)) +
                                       "$, which stands for nothing.");
}

/// "%05d"; 1 for none.
Result<unsigned> widthOf(std::string_view format, std::string_view identifier, const std::string& place) {
    if (format.empty()) return 1U;
    unsigned width = 0;
    if (!format.starts_with("%0") || !format.ends_with('d') || format.size() < 4)
        return invalid(place, identifier);
    const char* const end = format.data() + format.size() - 1;
    const auto [stopped, error] = std::from_chars(format.data() + 2, end, width);
    if (error != std::errc() || stopped != end || width > kMaxWidth) return invalid(place, identifier);
    return width;
}

}  // namespace

Result<std::string> fillTemplate(std::string_view text, const TemplateValues& values,
                                 const std::string& place) {
    std::string out;
    while (!text.empty()) {
        const std::size_t begin = text.find('$');
        out += text.substr(0, begin);
        if (begin == std::string_view::npos) break;
        text.remove_prefix(begin + 1);
        const std::size_t end = text.find('$');
        if (end == std::string_view::npos) return invalid(place, text);
        const std::string_view identifier = text.substr(0, end);
        text.remove_prefix(end + 1);
        const std::string_view name = identifier.substr(0, identifier.find('%'));
        KEYREEL_TRY(const unsigned width, widthOf(identifier.substr(name.size()), identifier, place));
        std::string value;
        if (identifier.empty())
            value = "$";
        else if (identifier == "RepresentationID")
            value = values.id;
        else if (name == "Number")
            value = std::to_string(values.number);
        else if (name == "Time")
            value = std::to_string(values.time);
        else if (name == "Bandwidth")
            value = std::to_string(values.bandwidth);
        else
            return invalid(place, identifier);
        if (value.size() < width) out.append(width - value.size(), '0');
        out += value;
    }
    return out;
}

}  // namespace keyreel::adaptive
