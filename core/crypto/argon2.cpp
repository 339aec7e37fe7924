#include "core/crypto/argon2.h"

#include <argon2.h>

namespace keyreel::crypto {

namespace {

constexpr std::size_t kMaxInput = 1 << 20;

// The library's interface has no const; it writes to its inputs only with a flag that is not set here.
std::uint8_t* asInput(ByteView bytes) {
    return bytes.empty() ? nullptr : const_cast<std::uint8_t*>(bytes.data());
}

std::uint32_t sizeOf(ByteView bytes) {
    return static_cast<std::uint32_t>(bytes.size());
}

}  // namespace

Result<SecretBytes> argon2id(const Argon2Input& input, const Argon2Cost& cost, std::size_t size) {
    for (const ByteView part : {input.password, input.salt, input.secret, input.associated})
        if (part.size() > kMaxInput) return fail("argon2_parameters", "An input of Argon2id is too long.");
    if (size < 4 || size > 1024) return fail("argon2_parameters", "Argon2id gives 4 to 1024 bytes.");
    SecretBytes out(size);
    argon2_context context{};
    context.out = out.mutableView().data();
    context.outlen = static_cast<std::uint32_t>(size);
    context.pwd = asInput(input.password);
    context.pwdlen = sizeOf(input.password);
    context.salt = asInput(input.salt);
    context.saltlen = sizeOf(input.salt);
    context.secret = asInput(input.secret);
    context.secretlen = sizeOf(input.secret);
    context.ad = asInput(input.associated);
    context.adlen = sizeOf(input.associated);
    context.t_cost = cost.passes;
    context.m_cost = cost.memoryKiB;
    context.lanes = cost.lanes;
    context.threads = 1;
    context.version = ARGON2_VERSION_13;
    context.flags = ARGON2_DEFAULT_FLAGS;
    const int status = argon2_ctx(&context, Argon2_id);
    if (status == ARGON2_MEMORY_ALLOCATION_ERROR)
        return fail("out_of_memory",
                    "There are not " + std::to_string(cost.memoryKiB / 1024) +
                        " MiB of memory free, which this password needs.",
                    "Close other programs and try again.");
    if (status != ARGON2_OK)
        return fail("argon2_parameters",
                    std::string("Argon2id refuses its parameters: ") + argon2_error_message(status) + ".");
    return out;
}

}  // namespace keyreel::crypto
