#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::crypto::cbor {

/// The key of a map entry: an integer or a text. Converts from both, so that `map.put(1, ...)` and
/// `map.put("x", ...)` read the same.
class Key {
public:
    template <std::integral T>
    Key(T number)
        : m_isText(false), m_number(static_cast<std::int64_t>(number)) {}  // NOLINT: implicit by design
    Key(const char* text) : m_isText(true), m_text(text) {}                // NOLINT
    Key(std::string_view text) : m_isText(true), m_text(text) {}           // NOLINT
    Key(const std::string& text) : m_isText(true), m_text(text) {}         // NOLINT

    [[nodiscard]] bool isText() const { return m_isText; }
    [[nodiscard]] std::int64_t number() const { return m_number; }
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// For messages: `"name"` or `-8`.
    [[nodiscard]] std::string describe() const;

private:
    bool m_isText;
    std::int64_t m_number = 0;
    std::string m_text;
};

/// One CBOR data item (RFC 8949) of the kinds that signed structures use; no floats, no `undefined`. A value
/// type. Never holds secrets. Thread: as a vector.
class Value {
public:
    enum class Kind { Unsigned, Negative, ByteString, Text, Array, Map, Tag, Boolean, Null };

    /// Null.
    Value() = default;
    static Value null() { return {}; }
    static Value boolean(bool value);
    static Value uint(std::uint64_t value);
    /// Any sign; becomes Unsigned or Negative.
    static Value integer(std::int64_t value);
    static Value bytes(ByteView value);
    /// `value` must be UTF-8: `decode` refuses anything else.
    static Value text(std::string_view value);
    static Value array(std::vector<Value> items = {});
    /// An empty map, to be filled with `put`.
    static Value map();
    static Value tag(std::uint64_t number, Value content);

    /// Adds an entry to a map, or replaces the one with this key. Chainable: `Value::map().put("a",
    /// ...).put(1, ...)`.
    Value& put(const Key& key, Value value) &;
    Value&& put(const Key& key, Value value) &&;
    /// Adds an item to an array.
    Value& add(Value value) &;
    Value&& add(Value value) &&;

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isNull() const { return m_kind == Kind::Null; }

    // Typed reading. Code `cbor_type` when the kind is another, `cbor_size` when a size or range does not
    // fit.
    [[nodiscard]] Result<bool> asBoolean() const;
    [[nodiscard]] Result<std::uint64_t> asUint() const;
    [[nodiscard]] Result<std::int64_t> asInteger() const;
    /// The view lives as long as the value.
    [[nodiscard]] Result<ByteView> asBytes() const;
    /// Exactly `size` bytes.
    [[nodiscard]] Result<ByteView> asBytes(std::size_t size) const;
    template <std::size_t N>
    [[nodiscard]] Result<std::array<std::uint8_t, N>> asByteArray() const {
        KEYREEL_TRY(const ByteView view, asBytes(N));
        std::array<std::uint8_t, N> out{};
        for (std::size_t i = 0; i < N; ++i)
            out[i] = view[i];
        return out;
    }
    [[nodiscard]] Result<std::string> asText() const;
    /// The items of an array; the pointer lives as long as the value.
    [[nodiscard]] Result<const std::vector<Value>*> asArray() const;
    /// An array of exactly `size` items.
    [[nodiscard]] Result<const std::vector<Value>*> asArray(std::size_t size) const;
    /// The content of a tag with this number.
    [[nodiscard]] Result<const Value*> asTag(std::uint64_t number) const;

    /// The entry with this key of a map; null when there is none or this is no map.
    [[nodiscard]] const Value* find(const Key& key) const;
    /// Entries of a map, items of an array, bytes of a string; 0 for everything else.
    [[nodiscard]] std::size_t size() const;

    friend bool operator==(const Value& a, const Value& b);

private:
    friend struct Codec;
    friend class MapReader;

    static Value ofKey(const Key& key);
    // The order of the encoded keys, without encoding them.
    static int compareKeys(const Value& a, const Value& b);
    [[nodiscard]] std::size_t lowerBound(const Value& key) const;

    Kind m_kind = Kind::Null;
    std::uint64_t m_number = 0;  // the argument of integers (n of -1-n for negative ones), booleans and tags
    Bytes m_bytes;               // byte strings and texts
    std::vector<Value>
        m_items;  // arrays; maps as key, value, key, value in canonical order; the content of a tag
};

/// Deterministic encoding (RFC 8949 section 4.2.1): shortest heads, definite lengths, keys sorted bytewise.
Bytes encode(const Value& value);

/// Reads exactly one item that fills `bytes` and refuses everything that `encode` would not have written:
/// longer heads, indefinite lengths, unsorted or repeated keys, floats, simple values other than false, true
/// and null, text that is not UTF-8, trailing bytes; also map keys that are neither text nor an int64, and
/// nesting deeper than 16. So `encode(*decode(x)) == x`. Nothing is allocated ahead of what the input really
/// holds; a one-byte item costs about 100 bytes, so limit the input. Code `cbor_malformed`, with the offset.
Result<Value> decode(ByteView bytes);

/// Takes the expected entries of a map one by one; `finish` then refuses the map if any entry was not asked
/// for. Codes: `cbor_missing`, `cbor_type`, `cbor_size`, `cbor_unknown_field`; messages name the map and the
/// field. The value must outlive the reader. A value that is no map fails every call with `cbor_type`.
///   MapReader reader(value, "device registration");
///   KEYREEL_TRY(const Bytes id, reader.bytes("id", 16));
///   KEYREEL_CHECK(reader.finish());
class MapReader {
public:
    explicit MapReader(const Value& value, std::string name = "map");

    [[nodiscard]] bool has(const Key& key) const;
    Result<bool> boolean(const Key& key);
    Result<std::uint64_t> uint(const Key& key);
    /// At most `limit`.
    Result<std::uint64_t> uint(const Key& key, std::uint64_t limit);
    Result<std::int64_t> integer(const Key& key);
    /// Exactly `size` bytes.
    Result<Bytes> bytes(const Key& key, std::size_t size);
    /// At most `limit` bytes.
    Result<Bytes> bytesUpTo(const Key& key, std::size_t limit);
    template <std::size_t N>
    Result<std::array<std::uint8_t, N>> byteArray(const Key& key) {
        KEYREEL_TRY(const Bytes view, bytes(key, N));
        std::array<std::uint8_t, N> out{};
        for (std::size_t i = 0; i < N; ++i)
            out[i] = view[i];
        return out;
    }
    /// At most `limit` bytes of UTF-8.
    Result<std::string> text(const Key& key, std::size_t limit = 4096);
    /// At most `limit` items.
    Result<const std::vector<Value>*> array(const Key& key, std::size_t limit);
    /// Any kind.
    Result<const Value*> value(const Key& key);
    /// Refuses what was not asked for. Call it before trusting anything that was read.
    Status finish();

private:
    template <class T>
    Result<T> placed(const Key& key, Result<T> result) const;
    [[nodiscard]] Status checkLimit(const Key& key, std::size_t size, std::size_t limit) const;

    const Value* m_map;
    std::string m_name;
    std::vector<bool> m_taken;
};

}  // namespace keyreel::crypto::cbor

namespace keyreel {
namespace cbor = crypto::cbor;
}  // namespace keyreel
