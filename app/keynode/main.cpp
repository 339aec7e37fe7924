#include "app/server/server_program.h"
#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/gateway/key_node_server.h"

namespace {

constexpr std::uint64_t kPemLimit = 256u << 10;

}  // namespace

int main(int argc, char** argv) {
    using namespace keyreel;
    gateway::KeyNodeServerOptions options;
    std::string authorityFile;
    std::string gatewayKey;
    server::ServerProgram program(
        "Keyreel key node: keeps one share's key and answers to those who have access.", "keyreel-keynode",
        options.name);
    CLI::App& own = program.options();
    own.add_option("--gateway", options.gatewayUrl, "Address of the gateway whose log is followed")
        ->required();
    own.add_option("--ca", authorityFile, "PEM certificates to trust for the gateway; default: the system's");
    own.add_option("--gateway-key", gatewayKey,
                   "LOGKEY:CAPABILITYKEY; default: as met first, then never another");
    own.add_option("--operator", options.operatorName, "Who runs this node");
    const SystemClock clock;
    return program.run(argc, argv, [&](const std::stop_token& stop) -> server::ServerProgram::Started {
        options.dataFolder = program.common().dataFolder;
        options.listen = program.common().listen;
        options.certificateFile = program.common().certificateFile;
        options.keyFile = program.common().keyFile;
        options.name = program.common().name;
        if (!gatewayKey.empty()) {
            auto pins = gateway::GatewayPins::parse(gatewayKey);
            if (!pins) return server::refuse(std::move(pins).error(), true);
            options.gatewayPins = *pins;
        }
        if (!authorityFile.empty()) {
            auto pem = readFile(authorityFile, kPemLimit);
            if (!pem) return server::refuse(std::move(pem).error());
            options.gatewayAuthorityPem = std::string(asText(*pem));
        }
        auto started = gateway::KeyNodeServer::start(options, clock, stop);
        if (!started) return server::refuse(std::move(started).error());
        const std::shared_ptr<gateway::KeyNodeServer> node = std::move(*started);
        const gateway::NodeListing listing = node->listing();
        return server::Running{node->url(),
                               {{"name", listing.name},
                                {"operator", listing.operatorName},
                                {"signingKey", toHex(listing.signingKey)},
                                {"hpkeKey", toHex(listing.hpkeKey)},
                                {"caFile", node->authorityFile().string()}},
                               [node] { node->stop(); }};
    });
}
