#include <gtest/gtest.h>

#include <iostream>
#include <string>

#include "core/base/text.h"
#include "core/identity/identity.h"
#include "core/identity/secret_service_key_store.h"

namespace {

// One step of a test in a process of its own; prints one line.
int runStep(const std::string& step, const std::filesystem::path& dir) {
    using namespace keyreel;
    using namespace keyreel::identity;
    SecretServiceKeyStore keys;
    const auto print = [](const Identity& identity) {
        std::cout << identity.didKey() << ' ' << toHex(identity.deviceKey().publicKey()) << std::endl;
        return 0;
    };
    const auto printError = [](const Error& error) {
        std::cout << error.code << std::endl;
        return 1;
    };
    if (step == "create") {
        const auto created = Identity::create(dir, keys, dir.filename().string(), "Test device");
        return created ? print(created->identity) : printError(created.error());
    }
    if (step == "open") {
        const auto opened = Identity::open(dir, keys);
        return opened ? print(*opened) : printError(opened.error());
    }
    std::cout << toText(Identity::inspect(dir, keys).state) << std::endl;
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 4 && std::string(argv[1]) == "--step") return runStep(argv[2], argv[3]);
    testing::InitGoogleTest(&argc, argv);
    const int status = RUN_ALL_TESTS();
    // A filter that names no test would pass by testing nothing.
    return testing::UnitTest::GetInstance()->test_to_run_count() == 0 ? 1 : status;
}
