#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/secret_bytes.h"
#include "core/base/text.h"
#include "core/gateway/key_node_server.h"
#include "core/gateway/server_process.h"

namespace {

constexpr std::uint64_t kPemLimit = 256u << 10;

int failed(const keyreel::Error& error) {
    std::fprintf(stderr, "keyreel-keynode: %s %s (%s)\n", error.what.c_str(), error.next.c_str(),
                 error.code.c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace keyreel;
    protectProcessMemory();
    gateway::holdSignals();

    CLI::App app("Keyreel key node: keeps one share's key and answers to those who have access.",
                 "keyreel-keynode");
    app.set_version_flag("--version", KEYREEL_VERSION);
    gateway::KeyNodeServerOptions options;
    std::string listen = "127.0.0.1:0";
    std::string authorityFile;
    std::string gatewayKey;
    int parentPid = 0;
    app.add_option("--data", options.dataFolder, "Folder of the node's data; made if absent")->required();
    app.add_option("--listen", listen, "Address and port, 0 for any")->capture_default_str();
    app.add_option("--gateway", options.gatewayUrl, "Address of the gateway whose log is followed")
        ->required();
    app.add_option("--ca", authorityFile, "PEM certificates to trust for the gateway; default: the system's");
    app.add_option("--gateway-key", gatewayKey,
                   "LOGKEY:CAPABILITYKEY; default: as met first, then never another");
    app.add_option("--tls-cert", options.certificateFile,
                   "PEM certificate chain; without one a local one is made");
    app.add_option("--tls-key", options.keyFile, "PEM private key of --tls-cert");
    app.add_option("--name", options.name, "Name that people see")->capture_default_str();
    app.add_option("--operator", options.operatorName, "Who runs this node");
    app.add_option("--parent-pid", parentPid, "End when this parent process ends");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    const auto address = gateway::ListenAddress::parse(listen);
    if (!address) {
        failed(address.error());
        return 2;
    }
    options.listen = *address;
    if (!gatewayKey.empty()) {
        const auto pins = gateway::GatewayPins::parse(gatewayKey);
        if (!pins) {
            failed(pins.error());
            return 2;
        }
        options.gatewayPins = *pins;
    }
    if (!authorityFile.empty()) {
        const auto pem = readFile(authorityFile, kPemLimit);
        if (!pem) return failed(pem.error());
        options.gatewayAuthorityPem = std::string(asText(*pem));
    }
    if (parentPid > 0) {
        if (const Status tied = gateway::endWithParent(parentPid); !tied) return failed(tied.error());
    }

    const SystemClock clock;
    auto server = gateway::KeyNodeServer::start(options, clock);
    if (!server) return failed(server.error());
    const gateway::NodeListing node = (*server)->listing();
    const nlohmann::json ready = {{"ready", true},
                                  {"url", (*server)->url()},
                                  {"name", node.name},
                                  {"operator", node.operatorName},
                                  {"signingKey", toHex(node.signingKey)},
                                  {"hpkeKey", toHex(node.hpkeKey)},
                                  {"caFile", (*server)->authorityFile().string()}};
    gateway::announce(ready.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    log(LogLevel::Info, "keynode", "Listening at " + (*server)->url());
    gateway::waitForEnd();
    log(LogLevel::Info, "keynode", "Stopping.");
    (*server)->stop();
    return 0;
}
