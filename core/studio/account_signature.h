#pragma once

#include <optional>

#include "core/base/result.h"
#include "core/crypto/suites.h"
#include "core/rights/statement.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// Signs as the session's person, for the session's gateway. By suite 2 when `least` or the terms of the film
/// ask for it, and ever after: State::checkSuite refuses anything less of an account that has done so in this
/// log. Codes: `vault_locked`, `suite_unavailable`, those of rights::signStatement.
Result<Bytes> signAsAccount(const Session& session, const rights::Statement& statement,
                            crypto::Suite least = crypto::kSuiteClassic);
/// As the statements; an order for a film of suite 2 is signed by suite 2.
Result<Bytes> signAsAccount(const Session& session, const rights::Order& order);

/// May `bytes`, signed as signAsAccount() once, still be sent? Not when the account signs by suite 2 since.
bool signatureStands(const Session& session, ByteView bytes);

/// This device's ML-DSA key as registrations name it; none where OpenSSL has none. Code `vault_locked`.
Result<std::optional<crypto::Digest>> latticeKeyOfDevice(const identity::Identity& person);

}  // namespace keyreel::studio
