#include "core/studio/places.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace keyreel::studio {
namespace {

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

Result<Places> placesOf(std::string_view profileName) {
    if (profileName.empty() || profileName.size() > 64 ||
        !std::all_of(profileName.begin(), profileName.end(), isNameCharacter))
        return fail("profile_name", "'" + std::string(profileName) + "' is not a profile name.",
                    "Use 1 to 64 letters, digits, '-' or '_'.");
    std::filesystem::path data;
    if (const char* xdg = std::getenv("XDG_DATA_HOME"); xdg != nullptr && *xdg == '/')
        data = xdg;
    else if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        data = std::filesystem::path(home) / ".local" / "share";
    else
        return fail("no_home", "Neither XDG_DATA_HOME nor HOME names a folder.",
                    "Set HOME to your home folder.");
    return Places{data / "keyreel" / "profiles" / profileName, data / "keyreel" / "network",
                  data / "keyreel" / "samples"};
}

}  // namespace keyreel::studio
