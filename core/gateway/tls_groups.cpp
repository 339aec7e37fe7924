#include "core/gateway/tls_groups.h"

#include <initializer_list>

namespace keyreel::gateway {

void preferHybridAgreement(boost::asio::ssl::context& tls) {
    // The asterisks (OpenSSL 3.5) send a key for both: no peer costs a second round trip. A library that does
    // not know a name takes none of its list.
    // OpenSSL's macro takes a list that it could write.
    char hybrid[] = "*X25519MLKEM768/*X25519:P-256:P-384";
    char usual[] = "X25519:P-256:P-384";
    for (char* list : {hybrid, usual}) {
        if (SSL_CTX_set1_groups_list(tls.native_handle(), list) == 1) return;
        ERR_clear_error();
    }
}

std::string agreementOf(SSL* connection) {
    const int group = static_cast<int>(SSL_get_negotiated_group(connection));
    const char* name = group == 0 ? nullptr : SSL_group_to_name(connection, group);
    return name == nullptr ? std::string() : std::string(name);
}

}  // namespace keyreel::gateway
