#include "core/package/output_names.h"

#include <system_error>

#include "core/base/file.h"
#include "core/package/thumbnails.h"

namespace keyreel::package {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxPresentation = std::uint64_t{64} << 20;
constexpr std::string_view kIFrames = "-iframes";
constexpr std::string_view kSheets = "thumbnails-";

/// The text of the presentation that an older package of ours left in the folder, or nothing.
std::string olderPackage(const fs::path& folder) {
    const auto bytes = readFile(folder / "stream.mpd", kMaxPresentation);
    if (!bytes) return {};
    std::string text(asText(*bytes));
    return text.find(kMadeByKeyreel) == std::string::npos ? std::string() : text;
}

bool belongsTo(const std::string& package, const std::string& name) {
    if (package.empty()) return false;
    if (name == "stream.mpd" || name == "master.m3u8") return true;
    std::string label = fs::path(name).stem().string();
    if (label.size() > kIFrames.size() && label.ends_with(kIFrames))
        label.resize(label.size() - kIFrames.size());
    if (label.starts_with(kSheets)) label = kThumbnailsLabel;
    return package.find("<Representation id=\"" + label + "\"") != std::string::npos;
}

}  // namespace

Status mayWrite(const fs::path& folder, const std::vector<std::string>& names,
                const std::vector<fs::path>& sources) {
    const std::string package = olderPackage(folder);
    for (const std::string& name : names) {
        const fs::path output = folder / name;
        std::error_code error;
        // Of a link, what it leads to is compared; the link itself would be replaced, too.
        if (!fs::exists(fs::symlink_status(output, error))) continue;
        for (const fs::path& source : sources)
            if (fs::equivalent(output, source, error))
                return fail("output_is_source",
                            "Packaging would replace " + source.string() + ", which it reads.",
                            "Choose another folder for the package.");
        if (!belongsTo(package, name))
            return fail("file_exists", output.string() + " is there already and is not of an older package.",
                        "Move it away, or choose another folder for the package.");
    }
    return {};
}

}  // namespace keyreel::package
