#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "core/audit/log.h"
#include "core/base/result.h"
#include "core/studio/revocation.h"

namespace keyreel::studio {

/// Revocations on their way to key nodes that did not answer: kept in a folder of the profile, and sent
/// again, ever less often, until each node has taken them or refused them for good. Without it a node that
/// was away would learn of them from the gateway alone, which may withhold them. Sends on a thread of its own
/// for as long as it lives and something waits. One process has it at a time: the one whose `audit` it is,
/// which nobody else can open. Thread: any.
class RevocationOutbox {
public:
    /// Goes on with what waits from before. `audit` gets a record of every node that takes one.
    RevocationOutbox(std::filesystem::path folder, std::shared_ptr<audit::Log> audit);
    /// Ends at once; what waits, waits for the next start.
    ~RevocationOutbox();
    RevocationOutbox(const RevocationOutbox&) = delete;
    RevocationOutbox& operator=(const RevocationOutbox&) = delete;

    /// Keeps `statement` for those of `nodes` that have not received it and may yet. Codes: those of
    /// writeFileAtomically().
    Status put(ByteView statement, const std::string& authorityPem, const std::vector<Receiver>& nodes);

    /// Waits until each that waited was sent once since the start, about 5 s at most: for programs that end
    /// before long.
    void settle();

private:
    void work(std::stop_token stop);
    [[nodiscard]] bool sendAll(const std::stop_token& stop) const;

    std::filesystem::path m_folder;
    std::shared_ptr<audit::Log> m_audit;
    mutable std::mutex m_writing;  ///< Of the files.
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_kicked = false;   // guarded by m_mutex
    bool m_settled = false;  // guarded by m_mutex
    std::stop_source m_stop;
    std::thread m_thread;
};

}  // namespace keyreel::studio
