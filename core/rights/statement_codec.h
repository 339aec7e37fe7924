#pragma once

#include "core/crypto/cbor.h"
#include "core/rights/statement.h"

namespace keyreel::rights {

inline constexpr std::string_view kOrderDomain = "keyreel/order/v1";

/// The named fields of each kind; internal to this room.
cbor::Value fieldsOf(const Statement& statement);
cbor::Value fieldsOf(const Order& order);

/// The statement of this domain; strict. Codes `statement_malformed` and `statement_invalid`.
Result<Statement> statementFrom(std::string_view domain, const cbor::Value& fields);
Result<Order> orderFrom(const cbor::Value& fields);

/// Bounds that the types do not hold. Code `statement_invalid`.
Status checkBounds(const Statement& statement);
Status checkBounds(const Order& order);

}  // namespace keyreel::rights
