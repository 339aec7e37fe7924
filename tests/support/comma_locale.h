#pragma once

#include <string>

#include "tests/support/temporary_folder.h"

namespace keyreel::test {

/// While it lives, this process writes decimals with a comma, as many people's computers do; the locale is
/// made for it, so that none needs to be installed. Not for programs with other threads at work.
class CommaLocale {
public:
    CommaLocale();
    CommaLocale(const CommaLocale&) = delete;
    CommaLocale& operator=(const CommaLocale&) = delete;
    ~CommaLocale();

    /// Whether it could be made and decimals have a comma now.
    [[nodiscard]] bool inForce() const;

private:
    TemporaryFolder m_folder;
    std::string m_before;
};

}  // namespace keyreel::test
