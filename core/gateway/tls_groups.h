#pragma once

#include <boost/asio/ssl/context.hpp>
#include <string>

namespace keyreel::gateway {

/// Makes X25519MLKEM768 the first key agreement that this end offers and takes, where its OpenSSL has it;
/// X25519, P-256 and P-384 follow, so that any TLS 1.3 peer is still understood. Before handshakes.
void preferHybridAgreement(boost::asio::ssl::context& tls);

/// "X25519MLKEM768", "x25519", ...: how the two ends of a finished handshake agreed on their key.
std::string agreementOf(SSL* connection);

}  // namespace keyreel::gateway
