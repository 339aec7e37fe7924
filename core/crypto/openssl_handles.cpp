#include "core/crypto/openssl_handles.h"

#include <cstdlib>
#include <string>

#include "core/base/log.h"

namespace keyreel::crypto {

void dieOfCrypto(std::string_view what) {
    log(LogLevel::Error, "crypto", "Cannot go on safely: " + std::string(what) + ".");
    std::abort();
}

}  // namespace keyreel::crypto
