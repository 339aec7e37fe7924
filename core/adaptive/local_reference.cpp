#include "core/adaptive/local_reference.h"

#include <cctype>

#include "core/base/text.h"
#include "core/base/utf8.h"

namespace keyreel::adaptive {
namespace {

constexpr std::size_t kMaxName = 1024;
constexpr std::size_t kShownName = 120;

tl::unexpected<Error> outside(const std::string& place, std::string_view reference, const char* why) {
    return fail("package_outside",
                place + ": \"" + printable(reference.substr(0, kShownName)) + "\" " + why + ".",
                "Only files in the folder of the description, and below it, are read.");
}

/// RFC 3986 section 3.1: "http:", "file:", "C:".
bool hasScheme(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon < text.find('/');
}

/// Section 2.1; what is no triplet stands for itself, as in the names that people type.
std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = text[i] == '%' ? fromHex(text.substr(i + 1, 2)) : Result<Bytes>();
        if (text[i] == '%' && byte && byte->size() == 1) {
            out += static_cast<char>(byte->front());
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace

Result<std::string> localReference(std::string_view base, std::string_view reference,
                                   const std::string& place) {
    if (hasScheme(reference) || reference.starts_with("//"))
        return outside(place, reference, "is an address, not a file here");
    const std::string name = decoded(reference.substr(0, reference.find_first_of("?#")));
    if (name.starts_with('/')) return outside(place, reference, "is an absolute path");
    if (base.size() + name.size() > kMaxName) return outside(place, reference, "is too long for a file name");
    if (name.find_first_of(std::string_view("\0\\", 2)) != std::string::npos)
        return outside(place, reference, "is no file name");
    std::string out(base);
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        const std::string_view part = std::string_view(name).substr(at, end - at);
        if (part == "..") return outside(place, reference, "leads out of its folder");
        if (!part.empty() && part != ".") {
            out += part;
            if (end < name.size()) out += '/';
        }
        at = end + 1;
    }
    return out;
}

std::string folderOf(std::string_view file) {
    const std::size_t slash = file.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(file.substr(0, slash + 1));
}

}  // namespace keyreel::adaptive
