#include "app/server/server_program.h"

#include <cstdio>

#include "core/base/log.h"
#include "core/base/secret_bytes.h"
#include "core/gateway/server_process.h"

namespace keyreel::server {

ServerProgram::ServerProgram(const std::string& description, std::string name, std::string shownName)
    : m_name(std::move(name)), m_app(description, m_name) {
    m_common.name = std::move(shownName);
    m_app.set_version_flag("--version", KEYREEL_VERSION);
    m_app.add_option("--data", m_common.dataFolder, "Folder of its data; made if absent")->required();
    m_app.add_option("--listen", m_listen, "Address and port, 0 for any")->capture_default_str();
    m_app.add_option("--tls-cert", m_common.certificateFile,
                     "PEM certificate chain; without one a local one is made");
    m_app.add_option("--tls-key", m_common.keyFile, "PEM private key of --tls-cert");
    m_app.add_option("--name", m_common.name, "Name that people see")->capture_default_str();
    m_app.add_option("--parent-pid", m_parentPid, "End when this parent process ends");
}

int ServerProgram::failed(const Error& error, bool wrongCommandLine) const {
    std::fprintf(stderr, "%s: %s %s (%s)\n", m_name.c_str(), error.what.c_str(), error.next.c_str(),
                 error.code.c_str());
    return wrongCommandLine ? 2 : 1;
}

int ServerProgram::run(int argc, char** argv, const std::function<Started(const std::stop_token&)>& start) {
    protectProcessMemory();
    gateway::EndSignal end;
    try {
        m_app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return m_app.exit(error) == 0 ? 0 : 2;
    }
    const auto address = gateway::ListenAddress::parse(m_listen);
    if (!address) return failed(address.error(), true);
    m_common.listen = *address;
    if (m_parentPid > 0) {
        if (const Status tied = gateway::endWithParent(m_parentPid); !tied)
            return failed(tied.error(), false);
    }

    auto running = start(end.token());
    if (!running && end.token().stop_requested()) return 0;
    if (!running) return failed(running.error().error, running.error().wrongCommandLine);
    if (const Status noted = gateway::writeServerRecord(m_common.dataFolder, running->url); !noted) {
        running->stop();
        return failed(noted.error(), false);
    }
    running->ready["ready"] = true;
    running->ready["url"] = running->url;
    gateway::announce(running->ready.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    log(LogLevel::Info, m_name, "Listening at " + running->url);
    end.wait();
    log(LogLevel::Info, m_name, "Stopping.");
    running->stop();
    return 0;
}

tl::unexpected<ServerProgram::Refusal> refuse(Error error, bool wrongCommandLine) {
    return tl::unexpected<ServerProgram::Refusal>({std::move(error), wrongCommandLine});
}

}  // namespace keyreel::server
