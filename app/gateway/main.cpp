#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/secret_bytes.h"
#include "core/base/text.h"
#include "core/gateway/gateway_server.h"
#include "core/gateway/server_process.h"

namespace {

int failed(const keyreel::Error& error) {
    std::fprintf(stderr, "keyreel-gateway: %s %s (%s)\n", error.what.c_str(), error.next.c_str(),
                 error.code.c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace keyreel;
    protectProcessMemory();
    gateway::holdSignals();

    CLI::App app("Keyreel gateway: catalogue, blobs and the rights log, over HTTPS.", "keyreel-gateway");
    app.set_version_flag("--version", KEYREEL_VERSION);
    gateway::GatewayServerOptions options;
    std::string listen = "127.0.0.1:0";
    int parentPid = 0;
    app.add_option("--data", options.dataFolder, "Folder of the gateway's data; made if absent")->required();
    app.add_option("--listen", listen, "Address and port, 0 for any")->capture_default_str();
    app.add_option("--tls-cert", options.certificateFile,
                   "PEM certificate chain; without one a local one is made");
    app.add_option("--tls-key", options.keyFile, "PEM private key of --tls-cert");
    app.add_option("--name", options.service.name, "Name that people see")->capture_default_str();
    app.add_option("--public-url", options.publicUrls,
                   "Address by which clients reach this gateway; may be repeated");
    app.add_option("--nodes", options.service.nodesFile,
                   "JSON file of the key nodes to show; default DIR/nodes.json");
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
    if (parentPid > 0) {
        if (const Status tied = gateway::endWithParent(parentPid); !tied) return failed(tied.error());
    }

    const SystemClock clock;
    auto server = gateway::GatewayServer::start(options, clock);
    if (!server) return failed(server.error());
    const gateway::GatewayInfo info = (*server)->info();
    const nlohmann::json ready = {{"ready", true},
                                  {"url", (*server)->url()},
                                  {"name", info.name},
                                  {"logKey", toHex(info.logKey)},
                                  {"capabilityKey", toHex(info.capabilityKey)},
                                  {"caFile", (*server)->authorityFile().string()}};
    gateway::announce(ready.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    log(LogLevel::Info, "gateway", "Listening at " + (*server)->url());
    gateway::waitForEnd();
    log(LogLevel::Info, "gateway", "Stopping.");
    (*server)->stop();
    return 0;
}
