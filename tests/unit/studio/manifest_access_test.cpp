#include "core/studio/manifest_access.h"

#include <gtest/gtest.h>

namespace keyreel::studio {
namespace {

TEST(ManifestAccess, SaysWhatTheLogSays) {
    using rights::AccessMethod;
    for (const AccessMethod access :
         {AccessMethod::Free, AccessMethod::BuyOnce, AccessMethod::BuyAndResell, AccessMethod::Granted}) {
        package::Manifest manifest;
        setAccess(manifest, access);
        EXPECT_EQ(accessOf(manifest), access);
        EXPECT_EQ(manifest.grantedOnly, access != AccessMethod::Free);
    }
    package::Manifest contradiction;
    contradiction.access = package::AccessMethod::BuyOnce;
    EXPECT_EQ(accessOf(contradiction), std::nullopt);
}

}  // namespace
}  // namespace keyreel::studio
