#include "core/identity/keystore.h"

#include <algorithm>

namespace keyreel::identity {

const char* toText(KeyState state) {
    switch (state) {
        case KeyState::Absent:
            return "absent";
        case KeyState::Locked:
            return "locked";
        case KeyState::Present:
            return "present";
        case KeyState::NoService:
            return "no_service";
        case KeyState::Denied:
            return "denied";
    }
    return "no_service";
}

bool isKeyName(const KeyName& name) {
    const auto good = [](const std::string& text) {
        return !text.empty() && text.size() <= 128 &&
               std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    };
    return good(name.profile) && good(name.purpose);
}

tl::unexpected<Error> keyringError(KeyState state, const std::string& detail) {
    const std::string said = detail.empty() ? std::string() : " (" + detail + ")";
    switch (state) {
        case KeyState::Locked:
            return fail("keyring_locked", "The system keyring is locked" + said + ".",
                        "Unlock the keyring and try again.");
        case KeyState::Denied:
            return fail("keyring_denied", "The system keyring refused access" + said + ".",
                        "Allow Keyreel in the keyring's own prompt and try again.");
        case KeyState::NoService:
            return fail(
                "keyring_no_service", "No system keyring answers on this session" + said + ".",
                "Start a Secret Service such as GNOME Keyring, KWallet or KeePassXC, then try again.");
        case KeyState::Absent:
        case KeyState::Present:
            break;
    }
    return fail("keyring_failed", "The system keyring did not do what was asked" + said + ".", "Try again.");
}

}  // namespace keyreel::identity
