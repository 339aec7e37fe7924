#pragma once

#include <filesystem>
#include <stop_token>

#include "core/base/result.h"
#include "core/rights/statement.h"
#include "core/studio/publish_journal.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// Who may open the film that `request` asks for.
rights::AccessMethod methodOf(const PublishRequest& request);

/// What the shares of that film are sealed under.
crypto::Digest policyDigestOf(const Session& session, const PublishRequest& request);

/// The signed record of a film: the same bytes at every attempt, kept in the job's `folder`. Codes:
/// `royalty_total` (the gateway wants all of it), transport, those of signAsAccount().
Result<Bytes> mintStatement(const Session& session, const PublishJournal& journal,
                            const std::filesystem::path& folder, std::stop_token stop);

}  // namespace keyreel::studio
