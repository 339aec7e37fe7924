#include "core/studio/manifest_access.h"

namespace keyreel::studio {

void setAccess(package::Manifest& manifest, rights::AccessMethod access) {
    manifest.grantedOnly = access != rights::AccessMethod::Free;
    manifest.access = access == rights::AccessMethod::BuyOnce        ? package::AccessMethod::BuyOnce
                      : access == rights::AccessMethod::BuyAndResell ? package::AccessMethod::BuyAndResell
                                                                     : package::AccessMethod::Free;
}

std::optional<rights::AccessMethod> accessOf(const package::Manifest& manifest) {
    if (!manifest.grantedOnly && manifest.access != package::AccessMethod::Free) return std::nullopt;
    if (!manifest.grantedOnly) return rights::AccessMethod::Free;
    switch (manifest.access) {
        case package::AccessMethod::BuyOnce:
            return rights::AccessMethod::BuyOnce;
        case package::AccessMethod::BuyAndResell:
            return rights::AccessMethod::BuyAndResell;
        case package::AccessMethod::Free:
            break;
    }
    return rights::AccessMethod::Granted;
}

}  // namespace keyreel::studio
