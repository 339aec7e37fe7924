#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace keyreel {

/// Why something did not happen, in three parts that a person can use.
struct Error {
    std::string code;  ///< Stable, machine-readable, lower_snake_case; refusal codes of the protocol appear
                       ///< as they are.
    std::string what;  ///< What happened to what (file, offset, field, node): one sentence.
    std::string next;  ///< What the person can do; empty when nothing useful can be said.
};

/// A value, or the Error that took its place. Exceptions do not cross rooms.
template <class T>
using Result = tl::expected<T, Error>;

/// Success without a value.
using Status = Result<void>;

/// `return fail("media_no_video", "clip.txt has no video track.", "Choose another file.");`
inline tl::unexpected<Error> fail(std::string code, std::string what, std::string next = {}) {
    return tl::unexpected<Error>(Error{std::move(code), std::move(what), std::move(next)});
}

/// Passes an error on under its own code, with the place it happened in put before it.
inline tl::unexpected<Error> failFrom(Error error, const std::string& place) {
    error.what = place + ": " + error.what;
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace keyreel

#define KEYREEL_JOIN_INNER(a, b) a##b
#define KEYREEL_JOIN(a, b) KEYREEL_JOIN_INNER(a, b)

/// `KEYREEL_TRY(auto box, readBox(in));` declares the value, or returns the error.
#define KEYREEL_TRY(declaration, expression)                                                            \
    auto KEYREEL_JOIN(keyreelTry, __LINE__) = (expression);                                             \
    if (!KEYREEL_JOIN(keyreelTry, __LINE__))                                                            \
        return tl::unexpected<::keyreel::Error>(std::move(KEYREEL_JOIN(keyreelTry, __LINE__)).error()); \
    declaration = std::move(*KEYREEL_JOIN(keyreelTry, __LINE__))

/// `KEYREEL_CHECK(file.close());` returns the error of a Status or Result, drops its value.
#define KEYREEL_CHECK(expression)                          \
    if (auto keyreelStatus = (expression); !keyreelStatus) \
    return tl::unexpected<::keyreel::Error>(std::move(keyreelStatus).error())
