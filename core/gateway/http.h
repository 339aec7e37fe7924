#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::gateway {

/// Header fields in the order they were given; names compare without case (RFC 9110 section 5.1).
class HttpFields {
public:
    struct Field {
        std::string name;
        std::string value;
    };

    HttpFields() = default;
    HttpFields(std::initializer_list<Field> fields) : m_fields(fields) {}

    /// The value of the first field of that name, or nullopt.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    /// The value, or an empty view.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    /// How many fields of that name there are; a signed or structured field must occur once.
    [[nodiscard]] std::size_t count(std::string_view name) const;
    /// Replaces every field of that name.
    void set(std::string_view name, std::string value);
    void add(std::string name, std::string value);

    [[nodiscard]] const std::vector<Field>& all() const { return m_fields; }

private:
    std::vector<Field> m_fields;
};

/// True when two field names or tokens are equal without regard to ASCII case.
bool equalsIgnoringCase(std::string_view a, std::string_view b);

/// Where the bytes of a body come from. Thread: one at a time.
class BodySource {
public:
    virtual ~BodySource() = default;
    /// Exactly how many bytes all reads together give.
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Fills up to out.size() bytes; 0 only at the end. Must not wait for the network.
    virtual Result<std::size_t> read(MutableBytes out) = 0;
};

/// A body that lies in memory.
std::unique_ptr<BodySource> bytesSource(Bytes bytes);

/// Parts of an absolute https URL (RFC 3986). Only https exists here: nothing of Keyreel speaks plain HTTP.
struct Url {
    std::string host;  ///< Name or address, IPv6 without brackets, lower case.
    std::uint16_t port = 443;
    std::string target = "/";  ///< Path and query, as sent in the request line.

    /// Code `bad_url`.
    static Result<Url> parse(std::string_view text);
    /// Resolves `reference` (absolute https URL or absolute path) against this one. Code `bad_url`.
    [[nodiscard]] Result<Url> resolve(std::string_view reference) const;
    /// "host" or "host:port", without the port when it is 443.
    [[nodiscard]] std::string authority() const;
    /// "https://authority"
    [[nodiscard]] std::string origin() const;
    [[nodiscard]] std::string text() const { return origin() + target; }
};

/// RFC 3986 percent-decoding of one path segment or query value (there '+' stands for itself). Code
/// `bad_url`.
Result<std::string> percentDecode(std::string_view text);
/// Encodes everything but unreserved characters.
std::string percentEncode(std::string_view text);

}  // namespace keyreel::gateway
