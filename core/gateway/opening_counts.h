#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/gateway/gateway_api.h"

namespace keyreel::gateway {

/// How often films were opened and when devices last opened one, as this gateway saw it, for those whose
/// films and devices they are. It counts and proves nothing, the audit log is the record: a power cut may
/// cost its last lines, so no opening waits for the disk because of it. Thread: any.
class OpeningCounts {
public:
    /// For how long they are kept.
    static constexpr std::int64_t kDays = kMaxOpeningDays;
    /// Permissions that one device asks for within so many seconds, for the tiers of a film or to go on with
    /// it, are one opening.
    static constexpr std::int64_t kOneOpening = 600;

    /// Code `gateway_store_unusable`.
    static Result<std::unique_ptr<OpeningCounts>> open(const std::filesystem::path& path);
    ~OpeningCounts();
    OpeningCounts(const OpeningCounts&) = delete;
    OpeningCounts& operator=(const OpeningCounts&) = delete;

    /// `now`: Unix seconds.
    Status count(const ContentId& film, const PublicKey& account, const PublicKey& device, std::int64_t now);
    /// The newest day first, days without one left out; at most kDays of them.
    [[nodiscard]] Result<std::vector<OpeningDay>> ofFilm(const ContentId& film) const;
    /// Of the account's devices, the one that opened something last first; at most kMaxDeviceOpenings.
    [[nodiscard]] Result<std::vector<DeviceOpening>> ofAccount(const PublicKey& account) const;

private:
    struct Database;
    explicit OpeningCounts(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

}  // namespace keyreel::gateway
