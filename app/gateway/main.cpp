#include "app/server/server_program.h"
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/gateway/gateway_server.h"

int main(int argc, char** argv) {
    using namespace keyreel;
    gateway::GatewayServerOptions options;
    server::ServerProgram program("Keyreel gateway: catalogue, blobs and the rights log, over HTTPS.",
                                  "keyreel-gateway", options.service.name);
    program.options().add_option("--public-url", options.publicUrls,
                                 "Address by which clients reach this gateway; may be repeated");
    program.options().add_option("--nodes", options.service.nodesFile,
                                 "JSON file of the key nodes to show; default DIR/nodes.json");
    const SystemClock clock;
    return program.run(argc, argv, [&](const std::stop_token&) -> server::ServerProgram::Started {
        options.dataFolder = program.common().dataFolder;
        options.listen = program.common().listen;
        options.certificateFile = program.common().certificateFile;
        options.keyFile = program.common().keyFile;
        options.service.name = program.common().name;
        auto started = gateway::GatewayServer::start(options, clock);
        if (!started) return server::refuse(std::move(started).error());
        const std::shared_ptr<gateway::GatewayServer> gateway = std::move(*started);
        const gateway::GatewayInfo info = gateway->info();
        return server::Running{gateway->url(),
                               {{"name", info.name},
                                {"logKey", toHex(info.logKey)},
                                {"capabilityKey", toHex(info.capabilityKey)},
                                {"caFile", gateway->authorityFile().string()}},
                               [gateway] { gateway->stop(); }};
    });
}
