#include "core/studio/revocation.h"

#include <algorithm>
#include <chrono>
#include <future>

#include "core/base/text.h"
#include "core/gateway/node_client.h"
#include "core/identity/account_id.h"
#include "core/rights/statement.h"
#include "core/studio/revocation_outbox.h"

namespace keyreel::studio {
namespace {

/// How many nodes are told at the same time.
constexpr std::size_t kToldAtOnce = 32;
constexpr std::chrono::milliseconds kNodePatience{5000};
constexpr std::chrono::milliseconds kGatewayPatience{8000};

/// "received", or why not. A deadline that ended the request is no wish of the person.
std::string codeOf(const Status& status, const std::stop_token& stop) {
    if (status) return "received";
    if (status.error().code == "cancelled" && !stop.stop_requested()) return "timeout";
    return status.error().code;
}

/// Runs `work` and ends it when the patience is over.
template <class Work>
Status within(std::chrono::milliseconds patience, const std::stop_token& stop, const Work& work) {
    std::stop_source enough;
    const std::stop_callback stopped(stop, [&] { enough.request_stop(); });
    auto running = std::async(std::launch::async, [&]() -> Status { return work(enough.get_token()); });
    if (running.wait_for(patience) != std::future_status::ready) enough.request_stop();
    return running.get();
}

Status tellNode(const std::string& url, const std::string& authorityPem, ByteView statement,
                std::stop_token stop) {
    gateway::HttpClientOptions options;
    options.caPem = authorityPem;
    KEYREEL_TRY(const auto node, gateway::NodeClient::create(url, options));
    const Status status = node.submitRevocation(statement, std::move(stop));
    // A node that has followed the log already says so; it is revoked there all the same.
    if (!status && status.error().code == "revocation_duplicate") return {};
    return status;
}

std::string namesOf(const std::vector<Receiver>& receivers, bool received) {
    std::string names;
    for (const Receiver& receiver : receivers) {
        if (receiver.received() != received) continue;
        names += (names.empty() ? "" : ", ") + receiver.name;
        if (!received) names += " (" + receiver.code + ")";
    }
    return names;
}

std::string joined(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + ", " + second;
}

}  // namespace

Status RevocationReport::status() const {
    const std::string have = joined(namesOf(nodes, true), namesOf(gateways, true));
    const std::string miss = joined(namesOf(nodes, false), namesOf(gateways, false));
    if (miss.empty()) return {};
    const std::string next =
        namesOf(gateways, false).empty()
            ? "It is kept, and sent to them until they have it; the log has it, too."
            : "It is kept, and sent to each until they have it; revoke again to try everyone now.";
    if (have.empty())
        return fail("revocation_undelivered", "The revocation has reached nobody: " + miss + ".", next);
    return fail("revocation_partial", "The revocation has reached " + have + ", but not " + miss + ".", next);
}

void tellNodes(std::vector<Receiver>& nodes, const std::string& authorityPem, ByteView statement,
               std::stop_token stop) {
    for (std::size_t first = 0; first < nodes.size(); first += kToldAtOnce) {
        const std::size_t end = std::min(nodes.size(), first + kToldAtOnce);
        std::vector<std::future<Status>> told;
        for (std::size_t i = first; i < end; ++i)
            told.push_back(std::async(std::launch::async, [&, i, stop] {
                return within(kNodePatience, stop, [&](std::stop_token enough) {
                    return tellNode(nodes[i].url, authorityPem, statement, std::move(enough));
                });
            }));
        for (const auto& each : told)
            each.wait();
        for (std::size_t i = first; i < end; ++i)
            nodes[i].code = codeOf(told[i - first].get(), stop);
    }
}

Result<RevocationReport> deliverRevocation(const Session& session, ByteView statement,
                                           std::vector<Receiver> nodes, std::stop_token stop) {
    KEYREEL_CHECK(session.rights->revoke(statement));
    RevocationReport report;
    report.nodes = std::move(nodes);
    // The nodes first: what they know cannot be withheld any more.
    tellNodes(report.nodes, session.network.authorityPem, statement, stop);
    KEYREEL_CHECK(session.outbox->put(statement, session.network.authorityPem, report.nodes));
    if (const std::string names = namesOf(report.nodes, true); !names.empty())
        KEYREEL_CHECK(recordReceived(*session.audit, statement, names));
    const Status sent = within(kGatewayPatience, stop, [&](std::stop_token enough) -> Status {
        const auto& self = *session.identity;
        // The gateway listens to registered devices; one that has just ended itself needs no new
        // registration.
        if (!session.rights->replica().deviceRevoked(self.accountId(), self.deviceId()))
            KEYREEL_CHECK(ensureDeviceRegistered(session, enough));
        return session.rights->send(*session.gateway, statement, std::move(enough));
    });
    const std::string& url = session.network.gatewayUrl;
    report.gateways.push_back({"the gateway " + url, url, codeOf(sent, stop)});
    // What the log shows now is news for this copy of it, but not for those who have the revocation.
    if (sent)
        (void)within(kGatewayPatience, stop, [&](std::stop_token enough) {
            return session.rights->sync(*session.gateway, std::move(enough));
        });
    return report;
}

Status recordReceived(audit::Log& log, ByteView statement, const std::string& receivers) {
    KEYREEL_TRY(const rights::Statement read, rights::verifyStatement(statement));
    audit::Fields fields{{"received_by", receivers}};
    std::string event = "device_revoked";
    if (const auto* access = std::get_if<rights::AccessRevocation>(&read)) {
        event = "access_revoked";
        fields["content"] = toHex(access->contentId);
        fields["account"] = identity::fingerprint(access->account);
    } else if (const auto* device = std::get_if<rights::DeviceRevocation>(&read)) {
        fields["device"] = identity::fingerprint(device->device);
    }
    KEYREEL_CHECK(log.append(event, fields));
    return {};
}

}  // namespace keyreel::studio
