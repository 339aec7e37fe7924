#include <cstdint>

#include "core/base/utf8.h"
#include "core/crypto/cbor.h"

namespace keyreel::crypto::cbor {

namespace {

// RFC 8949 section 3.1.
enum Major : std::uint8_t {
    Unsigned = 0,
    Negative = 1,
    ByteString = 2,
    Text = 3,
    Array = 4,
    Map = 5,
    Tag = 6,
    Simple = 7
};

constexpr std::uint64_t kFalse = 20;
constexpr std::uint64_t kTrue = 21;
constexpr std::uint64_t kNull = 22;
constexpr int kDeepest = 16;

void writeHead(Bytes& out, Major major, std::uint64_t argument) {
    const auto top = static_cast<std::uint8_t>(static_cast<unsigned>(major) << 5U);
    if (argument < 24) {
        out.push_back(static_cast<std::uint8_t>(top | argument));
        return;
    }
    unsigned width = 0;  // log2 of the bytes of the argument
    while (width < 3 && (argument >> (8U << width)) != 0)
        ++width;
    out.push_back(static_cast<std::uint8_t>(top | (24 + width)));
    for (unsigned left = 1U << width; left > 0; --left)
        out.push_back(static_cast<std::uint8_t>(argument >> (8 * (left - 1))));
}

}  // namespace

struct Codec {
    static void write(Bytes& out, const Value& value) {
        switch (value.m_kind) {
            case Value::Kind::Unsigned:
                return writeHead(out, Unsigned, value.m_number);
            case Value::Kind::Negative:
                return writeHead(out, Negative, value.m_number);
            case Value::Kind::Boolean:
                return writeHead(out, Simple, value.m_number != 0 ? kTrue : kFalse);
            case Value::Kind::Null:
                return writeHead(out, Simple, kNull);
            case Value::Kind::ByteString:
                writeHead(out, ByteString, value.m_bytes.size());
                return append(out, value.m_bytes);
            case Value::Kind::Text:
                writeHead(out, Text, value.m_bytes.size());
                return append(out, value.m_bytes);
            case Value::Kind::Array:
                writeHead(out, Array, value.m_items.size());
                break;
            case Value::Kind::Map:
                writeHead(out, Map, value.m_items.size() / 2);
                break;
            case Value::Kind::Tag:
                writeHead(out, Tag, value.m_number);
                break;
        }
        for (const Value& item : value.m_items)
            write(out, item);
    }

    struct Head {
        Major major;
        std::uint64_t argument;
    };

    ByteView in;
    std::size_t at = 0;

    [[nodiscard]] tl::unexpected<Error> malformed(const std::string& why) const {
        return fail("cbor_malformed", "CBOR at offset " + std::to_string(at) + ": " + why + ".");
    }

    Result<Head> head() {
        if (at >= in.size()) return malformed("the data ends where an item should begin");
        const std::uint8_t first = in[at];
        const auto major = static_cast<Major>(first >> 5U);
        const std::uint8_t info = first & 0x1FU;
        if (info < 24) {
            ++at;
            return Head{major, info};
        }
        if (info > 27) return malformed("an indefinite length or a reserved form");
        if (major == Simple) return malformed("a float or a simple value that is not used here");
        const std::size_t width = std::size_t{1} << (info - 24U);
        if (in.size() - at - 1 < width) return malformed("the data ends within the head of an item");
        std::uint64_t argument = 0;
        for (std::size_t i = 0; i < width; ++i)
            argument = (argument << 8U) | in[at + 1 + i];
        const std::uint64_t smallest = width == 1 ? 24 : std::uint64_t{1} << (4 * width);
        if (argument < smallest) return malformed("a longer form than the value needs");
        at += 1 + width;
        return Head{major, argument};
    }

    Result<Value> item(int depth) {
        if (depth > kDeepest) return malformed("nested deeper than 16");
        const std::size_t start = at;
        KEYREEL_TRY(const Head found, head());
        Value out;
        switch (found.major) {
            case Unsigned:
                return Value::uint(found.argument);
            case Negative:
                out.m_kind = Value::Kind::Negative;
                out.m_number = found.argument;
                return out;
            case ByteString:
            case Text: {
                if (found.argument > in.size() - at) return malformed("a string longer than the data");
                const ByteView content = in.subspan(at, static_cast<std::size_t>(found.argument));
                if (found.major == Text && !isUtf8(content)) return malformed("a text that is not UTF-8");
                out.m_kind = found.major == Text ? Value::Kind::Text : Value::Kind::ByteString;
                out.m_bytes = toBytes(content);
                at += content.size();
                return out;
            }
            case Array:
                if (found.argument > in.size() - at) return malformed("more items than the data can hold");
                out.m_kind = Value::Kind::Array;
                for (std::uint64_t i = 0; i < found.argument; ++i) {
                    KEYREEL_TRY(Value next, item(depth + 1));
                    out.m_items.push_back(std::move(next));
                }
                return out;
            case Map:
                return map(found.argument, depth);
            case Tag: {
                KEYREEL_TRY(Value content, item(depth + 1));
                return Value::tag(found.argument, std::move(content));
            }
            case Simple:
                if (found.argument == kNull) return Value::null();
                if (found.argument == kTrue || found.argument == kFalse)
                    return Value::boolean(found.argument == kTrue);
                at = start;
                return malformed("a simple value that is not used here");
        }
        return malformed("an item of no kind");
    }

    Result<Value> map(std::uint64_t count, int depth) {
        if (count > (in.size() - at) / 2) return malformed("more entries than the data can hold");
        Value out = Value::map();
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::size_t start = at;
            KEYREEL_TRY(Value key, item(depth + 1));
            const bool usable = key.kind() == Value::Kind::Text || key.asInteger().has_value();
            const bool ordered = i == 0 || Value::compareKeys(out.m_items[out.m_items.size() - 2], key) < 0;
            if (!usable || !ordered) {
                at = start;
                return malformed(usable ? "a map key that is repeated or out of order"
                                        : "a map key that is neither a text nor an integer of 64 bits");
            }
            KEYREEL_TRY(Value value, item(depth + 1));
            out.m_items.push_back(std::move(key));
            out.m_items.push_back(std::move(value));
        }
        return out;
    }
};

Bytes encode(const Value& value) {
    Bytes out;
    Codec::write(out, value);
    return out;
}

Result<Value> decode(ByteView bytes) {
    Codec codec{bytes};
    KEYREEL_TRY(Value value, codec.item(1));
    if (codec.at != bytes.size()) return codec.malformed("bytes follow after the item");
    return value;
}

}  // namespace keyreel::crypto::cbor
