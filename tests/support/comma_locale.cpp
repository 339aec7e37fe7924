#include "tests/support/comma_locale.h"

#include <clocale>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace keyreel::test {

CommaLocale::CommaLocale() {
    const char* before = std::setlocale(LC_NUMERIC, nullptr);
    m_before = before == nullptr ? "C" : before;
    const std::string folder = m_folder.path().string();
    std::ofstream(m_folder.path() / "comma.def")
        << "LC_NUMERIC\ndecimal_point \",\"\nthousands_sep \".\"\ngrouping 3;3\nEND LC_NUMERIC\n";
    // It warns of the categories that are left out, and says so in its status, too: inForce() tells.
    const std::string command =
        "localedef -c -i '" + folder + "/comma.def' '" + folder + "/comma' >'" + folder + "/said' 2>&1";
    (void)!std::system(command.c_str());
    ::setenv("LOCPATH", folder.c_str(), 1);
    std::setlocale(LC_NUMERIC, "comma");
}

CommaLocale::~CommaLocale() {
    std::setlocale(LC_NUMERIC, m_before.c_str());
    ::unsetenv("LOCPATH");
}

bool CommaLocale::inForce() const {
    return std::strcmp(std::localeconv()->decimal_point, ",") == 0;
}

}  // namespace keyreel::test
