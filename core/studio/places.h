#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace keyreel::studio {

/// Where one person's things are on this computer. Profiles are people side by side; the embedded network is
/// shared by all of them, as a remote one would be.
struct Places {
    std::filesystem::path profile;  ///< Vault, library, jobs and audit log of one profile.
    std::filesystem::path network;  ///< State of the embedded gateway and key nodes.
    std::filesystem::path samples;  ///< Clear films that Keyreel made itself, to try things with.

    [[nodiscard]] std::filesystem::path jobs() const { return profile / "jobs"; }
    [[nodiscard]] std::filesystem::path library() const { return profile / "library.json"; }
    [[nodiscard]] std::filesystem::path auditLog() const { return profile / "audit.log"; }
    [[nodiscard]] std::filesystem::path covers() const { return profile / "covers"; }
};

/// The places of a profile below $XDG_DATA_HOME/keyreel (or ~/.local/share/keyreel). Names are 1 to 64
/// letters, digits,
/// '-' or '_'; anything else is refused with `profile_name`, so that a name can never leave its folder.
Result<Places> placesOf(std::string_view profileName);

}  // namespace keyreel::studio
