#include "core/crypto/cbor.h"

#include <algorithm>
#include <cstdint>

namespace keyreel::crypto::cbor {

namespace {

std::string nameOf(Value::Kind kind) {
    switch (kind) {
        case Value::Kind::Unsigned:
            return "an unsigned integer";
        case Value::Kind::Negative:
            return "a negative integer";
        case Value::Kind::ByteString:
            return "a byte string";
        case Value::Kind::Text:
            return "a text";
        case Value::Kind::Array:
            return "an array";
        case Value::Kind::Map:
            return "a map";
        case Value::Kind::Tag:
            return "a tag";
        case Value::Kind::Boolean:
            return "a boolean";
        case Value::Kind::Null:
            return "null";
    }
    return "unknown";
}

tl::unexpected<Error> wrongKind(Value::Kind expected, Value::Kind found) {
    return fail("cbor_type", "Expected " + nameOf(expected) + ", found " + nameOf(found) + ".");
}

tl::unexpected<Error> wrongSize(const std::string& what) {
    return fail("cbor_size", what);
}

}  // namespace

std::string Key::describe() const {
    return m_isText ? "\"" + m_text + "\"" : std::to_string(m_number);
}

Value Value::boolean(bool value) {
    Value out;
    out.m_kind = Kind::Boolean;
    out.m_number = value ? 1 : 0;
    return out;
}

Value Value::uint(std::uint64_t value) {
    Value out;
    out.m_kind = Kind::Unsigned;
    out.m_number = value;
    return out;
}

Value Value::integer(std::int64_t value) {
    if (value >= 0) return uint(static_cast<std::uint64_t>(value));
    Value out;
    out.m_kind = Kind::Negative;
    out.m_number = static_cast<std::uint64_t>(-1 - value);
    return out;
}

Value Value::bytes(ByteView value) {
    Value out;
    out.m_kind = Kind::ByteString;
    out.m_bytes = toBytes(value);
    return out;
}

Value Value::text(std::string_view value) {
    Value out;
    out.m_kind = Kind::Text;
    out.m_bytes = toBytes(value);
    return out;
}

Value Value::array(std::vector<Value> items) {
    Value out;
    out.m_kind = Kind::Array;
    out.m_items = std::move(items);
    return out;
}

Value Value::map() {
    Value out;
    out.m_kind = Kind::Map;
    return out;
}

Value Value::tag(std::uint64_t number, Value content) {
    Value out;
    out.m_kind = Kind::Tag;
    out.m_number = number;
    out.m_items.push_back(std::move(content));
    return out;
}

Value Value::ofKey(const Key& key) {
    return key.isText() ? text(key.text()) : integer(key.number());
}

int Value::compareKeys(const Value& a, const Value& b) {
    if (a.m_kind != b.m_kind) return a.m_kind < b.m_kind ? -1 : 1;
    const std::uint64_t left = a.m_kind == Kind::Text ? a.m_bytes.size() : a.m_number;
    const std::uint64_t right = b.m_kind == Kind::Text ? b.m_bytes.size() : b.m_number;
    if (left != right) return left < right ? -1 : 1;
    if (a.m_bytes == b.m_bytes) return 0;
    return a.m_bytes < b.m_bytes ? -1 : 1;
}

std::size_t Value::lowerBound(const Value& key) const {
    std::size_t low = 0;
    std::size_t high = m_items.size() / 2;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (compareKeys(m_items[2 * middle], key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Value& Value::put(const Key& key, Value value) & {
    m_kind = Kind::Map;
    Value keyValue = ofKey(key);
    const std::size_t at = 2 * lowerBound(keyValue);
    if (at < m_items.size() && m_items[at] == keyValue) {
        m_items[at + 1] = std::move(value);
        return *this;
    }
    const auto where = m_items.begin() + static_cast<std::ptrdiff_t>(at);
    const auto inserted = m_items.insert(where, 2, Value());
    *inserted = std::move(keyValue);
    *(inserted + 1) = std::move(value);
    return *this;
}

Value&& Value::put(const Key& key, Value value) && {
    return std::move(put(key, std::move(value)));
}

Value& Value::add(Value value) & {
    m_kind = Kind::Array;
    m_items.push_back(std::move(value));
    return *this;
}

Value&& Value::add(Value value) && {
    return std::move(add(std::move(value)));
}

Result<bool> Value::asBoolean() const {
    if (m_kind != Kind::Boolean) return wrongKind(Kind::Boolean, m_kind);
    return m_number != 0;
}

Result<std::uint64_t> Value::asUint() const {
    if (m_kind != Kind::Unsigned) return wrongKind(Kind::Unsigned, m_kind);
    return m_number;
}

Result<std::int64_t> Value::asInteger() const {
    if (m_kind != Kind::Unsigned && m_kind != Kind::Negative) return wrongKind(Kind::Unsigned, m_kind);
    if (m_number > static_cast<std::uint64_t>(INT64_MAX))
        return wrongSize("The integer does not fit into 64 bits with a sign.");
    const auto number = static_cast<std::int64_t>(m_number);
    return m_kind == Kind::Unsigned ? number : -1 - number;
}

Result<ByteView> Value::asBytes() const {
    if (m_kind != Kind::ByteString) return wrongKind(Kind::ByteString, m_kind);
    return ByteView(m_bytes);
}

Result<ByteView> Value::asBytes(std::size_t size) const {
    KEYREEL_TRY(const ByteView view, asBytes());
    if (view.size() != size)
        return wrongSize("Expected " + std::to_string(size) + " bytes, found " + std::to_string(view.size()) +
                         ".");
    return view;
}

Result<std::string> Value::asText() const {
    if (m_kind != Kind::Text) return wrongKind(Kind::Text, m_kind);
    return std::string(keyreel::asText(m_bytes));
}

Result<const std::vector<Value>*> Value::asArray() const {
    if (m_kind != Kind::Array) return wrongKind(Kind::Array, m_kind);
    return &m_items;
}

Result<const std::vector<Value>*> Value::asArray(std::size_t size) const {
    KEYREEL_TRY(const std::vector<Value>* items, asArray());
    if (items->size() != size)
        return wrongSize("Expected " + std::to_string(size) + " items, found " +
                         std::to_string(items->size()) + ".");
    return items;
}

Result<const Value*> Value::asTag(std::uint64_t number) const {
    if (m_kind != Kind::Tag) return wrongKind(Kind::Tag, m_kind);
    if (m_number != number)
        return fail("cbor_type", "Expected tag " + std::to_string(number) + ", found tag " +
                                     std::to_string(m_number) + ".");
    return &m_items.front();
}

const Value* Value::find(const Key& key) const {
    if (m_kind != Kind::Map) return nullptr;
    const Value keyValue = ofKey(key);
    const std::size_t at = 2 * lowerBound(keyValue);
    return at < m_items.size() && m_items[at] == keyValue ? &m_items[at + 1] : nullptr;
}

std::size_t Value::size() const {
    switch (m_kind) {
        case Kind::ByteString:
        case Kind::Text:
            return m_bytes.size();
        case Kind::Array:
            return m_items.size();
        case Kind::Map:
            return m_items.size() / 2;
        default:
            return 0;
    }
}

bool operator==(const Value& a, const Value& b) {
    return a.m_kind == b.m_kind && a.m_number == b.m_number && a.m_bytes == b.m_bytes &&
           a.m_items == b.m_items;
}

MapReader::MapReader(const Value& value, std::string name)
    : m_map(&value), m_name(std::move(name)), m_taken(value.m_kind == Value::Kind::Map ? value.size() : 0) {}

bool MapReader::has(const Key& key) const {
    return m_map->find(key) != nullptr;
}

Result<const Value*> MapReader::value(const Key& key) {
    if (m_map->kind() != Value::Kind::Map)
        return failFrom(wrongKind(Value::Kind::Map, m_map->kind()).value(), m_name);
    const Value* found = m_map->find(key);
    if (found == nullptr)
        return fail("cbor_missing", m_name + ": the field " + key.describe() + " is missing.");
    m_taken[static_cast<std::size_t>(found - m_map->m_items.data()) / 2] = true;
    return found;
}

template <class T>
Result<T> MapReader::placed(const Key& key, Result<T> result) const {
    if (!result) return failFrom(std::move(result).error(), m_name + ", field " + key.describe());
    return result;
}

Result<bool> MapReader::boolean(const Key& key) {
    KEYREEL_TRY(const Value* found, value(key));
    return placed(key, found->asBoolean());
}

Result<std::uint64_t> MapReader::uint(const Key& key) {
    KEYREEL_TRY(const Value* found, value(key));
    return placed(key, found->asUint());
}

Result<std::uint64_t> MapReader::uint(const Key& key, std::uint64_t limit) {
    KEYREEL_TRY(const std::uint64_t number, uint(key));
    if (number > limit)
        return wrongSize(m_name + ", field " + key.describe() + ": " + std::to_string(number) +
                         " is more than " + std::to_string(limit) + ".");
    return number;
}

Result<std::int64_t> MapReader::integer(const Key& key) {
    KEYREEL_TRY(const Value* found, value(key));
    return placed(key, found->asInteger());
}

Result<Bytes> MapReader::bytes(const Key& key, std::size_t size) {
    KEYREEL_TRY(const Value* found, value(key));
    KEYREEL_TRY(const ByteView view, placed(key, found->asBytes(size)));
    return toBytes(view);
}

Status MapReader::checkLimit(const Key& key, std::size_t size, std::size_t limit) const {
    if (size <= limit) return {};
    return wrongSize(m_name + ", field " + key.describe() + ": a size of " + std::to_string(size) +
                     " is more than " + std::to_string(limit) + ".");
}

Result<Bytes> MapReader::bytesUpTo(const Key& key, std::size_t limit) {
    KEYREEL_TRY(const Value* found, value(key));
    KEYREEL_TRY(const ByteView view, placed(key, found->asBytes()));
    KEYREEL_CHECK(checkLimit(key, view.size(), limit));
    return toBytes(view);
}

Result<std::string> MapReader::text(const Key& key, std::size_t limit) {
    KEYREEL_TRY(const Value* found, value(key));
    KEYREEL_TRY(std::string out, placed(key, found->asText()));
    KEYREEL_CHECK(checkLimit(key, out.size(), limit));
    return out;
}

Result<const std::vector<Value>*> MapReader::array(const Key& key, std::size_t limit) {
    KEYREEL_TRY(const Value* found, value(key));
    KEYREEL_TRY(const std::vector<Value>* items, placed(key, found->asArray()));
    KEYREEL_CHECK(checkLimit(key, items->size(), limit));
    return items;
}

Status MapReader::finish() {
    if (m_map->kind() != Value::Kind::Map)
        return failFrom(wrongKind(Value::Kind::Map, m_map->kind()).value(), m_name);
    const auto unknown = std::find(m_taken.begin(), m_taken.end(), false);
    if (unknown == m_taken.end()) return {};
    const Value& key = m_map->m_items[2 * static_cast<std::size_t>(unknown - m_taken.begin())];
    const auto text = key.asText();
    const std::string shown = text ? Key(*text).describe() : Key(key.asInteger().value_or(0)).describe();
    return fail("cbor_unknown_field", m_name + ": the field " + shown + " is unknown.");
}

}  // namespace keyreel::crypto::cbor
