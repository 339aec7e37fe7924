#pragma once

#include <string_view>

namespace keyreel::custody {

/// True: the check named `check` of the key node stands. Only in a build with -DKEYREEL_MUTATE=<check> is it
/// false for that one name; such a build has no programs, only the adversary tests, which then must fail.
/// Names are lower_snake_case and stand in front of the condition that they leave out.
static constexpr bool enforced([[maybe_unused]] std::string_view check) {
#ifdef KEYREEL_LEFT_OUT
    return check != KEYREEL_LEFT_OUT;
#else
    return true;
#endif
}

}  // namespace keyreel::custody
