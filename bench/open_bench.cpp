// Opens one film again and again in one process, so that connections to the gateway and the key nodes are
// kept: open_bench PROFILE LINK COUNT. Prints a JSON array of what each opening took. The servers run already
// (bench/open_on_loopback.py starts them).

#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/base/clock.h"
#include "core/identity/secret_service_key_store.h"
#include "core/studio/chosen_network.h"
#include "core/studio/link.h"
#include "core/studio/open_film.h"

namespace {

using namespace keyreel;

Status run(const std::string& profile, const std::string& address, int count) {
    const SystemClock clock;
    KEYREEL_TRY(const auto places, studio::placesOf(profile));
    KEYREEL_TRY(const auto link, studio::Link::parse(address));
    KEYREEL_TRY(const auto network, studio::loadNetwork(places.network));
    identity::SecretServiceKeyStore keys;
    KEYREEL_TRY(auto opened, identity::Identity::open(places.profile, keys));
    KEYREEL_TRY(const auto session,
                studio::beginSession(places, network, std::make_shared<identity::Identity>(std::move(opened)),
                                     clock, nullptr));
    std::printf("[");
    for (int i = 0; i < count; ++i) {
        KEYREEL_TRY(const auto film, studio::openFilm(*session, link, {}));
        const studio::OpenReport& report = film.report;
        std::printf("%s{\"rightsMs\":%.3f,\"capabilityMs\":%.3f,\"sharesMs\":%.3f,\"totalMs\":%.3f}",
                    i == 0 ? "" : ",", report.rightsMs, report.capabilityMs, report.sharesMs, report.totalMs);
    }
    std::printf("]\n");
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return std::fputs("open_bench PROFILE LINK COUNT\n", stderr), 2;
    const Status done = run(argv[1], argv[2], std::atoi(argv[3]));
    if (!done) std::fprintf(stderr, "%s: %s\n", done.error().code.c_str(), done.error().what.c_str());
    return done ? 0 : 1;
}
