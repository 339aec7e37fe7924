#include "core/crypto/jitter.h"

#include "core/crypto/random.h"

namespace keyreel::crypto {

std::chrono::milliseconds jittered(std::chrono::milliseconds time) {
    const auto share = randomArray<1>().front();
    return time / 2 + time * share / 510;
}

}  // namespace keyreel::crypto
