#include "core/audit/chain.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/text.h"

namespace keyreel::audit {

namespace {

constexpr std::size_t kBlock = 65536;

struct Record {
    Body body;
    crypto::Digest hash{};
    crypto::Signature signature{};
};

template <std::size_t N>
bool readHex(const nlohmann::json& json, const char* name, std::array<std::uint8_t, N>& out) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_string()) return false;
    const auto bytes = fromHexExact<N>(found->get_ref<const std::string&>());
    if (!bytes) return false;
    out = *bytes;
    return true;
}

bool isInt64(const nlohmann::json& json) {
    return json.is_number_integer() &&
           (!json.is_number_unsigned() || json.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX));
}

bool readFields(const nlohmann::json& json, Fields& out) {
    if (!json.is_object()) return false;
    for (const auto& [name, value] : json.items()) {
        if (!isName(name)) return false;
        if (value.is_string())
            out[name] = value.get<std::string>();
        else if (value.is_boolean())
            out[name] = value.get<bool>();
        else if (isInt64(value))
            out[name] = value.get<std::int64_t>();
        else
            return false;
    }
    return true;
}

std::optional<Record> parse(std::string_view line) {
    const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object() || json.size() != 7) return {};
    Record record;
    const auto event = json.find("event");
    const auto fields = json.find("fields");
    const auto seq = json.find("seq");
    const auto time = json.find("time");
    if (event == json.end() || !event->is_string() || fields == json.end() || seq == json.end() ||
        !seq->is_number_unsigned() || time == json.end() || !isInt64(*time))
        return {};
    record.body.event = event->get<std::string>();
    record.body.seq = seq->get<std::uint64_t>();
    record.body.time = time->get<std::int64_t>();
    if (!isName(record.body.event) || !readFields(*fields, record.body.fields) ||
        !readHex(json, "prev", record.body.prev) || !readHex(json, "hash", record.hash) ||
        !readHex(json, "sig", record.signature))
        return {};
    // The same record in other bytes (spaces, another order, upper case, a member twice) is not the line that
    // was written.
    if (lineOf(record.body, record.hash, record.signature) != line) return {};
    return record;
}

std::optional<std::array<std::uint8_t, 32>> bytesIn(const Fields& fields, const std::string& name) {
    const auto found = fields.find(name);
    const auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
    if (text == nullptr) return {};
    const auto bytes = fromHexExact<32>(*text);
    if (!bytes) return {};
    return *bytes;
}

std::optional<ClosedLog> closedLogIn(const Fields& fields) {
    const auto key = bytesIn(fields, "closed_key");
    const auto head = bytesIn(fields, "closed_head");
    const auto file = fields.find("closed_file");
    const auto records = fields.find("closed_records");
    if (!key || !head || file == fields.end() || records == fields.end()) return {};
    const auto* name = std::get_if<std::string>(&file->second);
    const auto* count = std::get_if<std::int64_t>(&records->second);
    if (name == nullptr || count == nullptr || *count < 1) return {};
    return ClosedLog{*name, *key, static_cast<std::uint64_t>(*count), *head};
}

}  // namespace

std::optional<std::string> Chain::accept(std::string_view line) {
    const auto record = parse(line);
    if (!record) return "the line is not a record in its canonical form";
    const std::uint64_t expected = m_records + 1;
    if (record->body.seq != expected)
        return "its seq is " + std::to_string(record->body.seq) + " instead of " + std::to_string(expected) +
               ": a record was removed, moved or repeated";
    if (record->hash != hashOf(record->body)) return "its hash does not fit its content";
    if (record->body.prev != m_head) return "it does not follow the record before it (prev differs)";
    if (expected == 1) {
        const auto key = bytesIn(record->body.fields, "key");
        const auto after = closedLogIn(record->body.fields);
        // Nothing but what is understood: the same facts make the same record again.
        const Body again = firstBody(key.value_or(crypto::PublicKey{}), record->body.time, after);
        if (!key || record->body.event != again.event || record->body.fields != again.fields)
            return "it does not name the log's key";
        m_key = *key;
        m_after = after;
    }
    advance(record->body, record->hash);
    m_lastSignature = record->signature;
    return {};
}

bool Chain::lastIsSigned() const {
    return m_records > 0 && crypto::verify(m_key, signedBytes(m_head), m_lastSignature);
}

void Chain::advance(const Body& body, const crypto::Digest& hash) {
    m_records = body.seq;
    m_head = hash;
    if (m_records == 1) m_firstTime = body.time;
    m_lastTime = body.time;
}

tl::unexpected<Error> brokenAt(const std::filesystem::path& path, std::uint64_t number,
                               const std::string& what) {
    const std::string place = std::to_string(number);
    return fail("audit_broken",
                "Record " + place + " (line " + place + " of " + path.string() + "): " + what + ".",
                "Keep the file as evidence; the records before this one still hold.");
}

Result<Extent> walkLines(const File& file,
                         const std::function<std::optional<std::string>(std::string_view)>& accept) {
    KEYREEL_TRY(const std::uint64_t size, file.size());
    std::string pending;
    std::uint64_t whole = 0;
    std::uint64_t line = 1;
    Bytes block;
    for (std::uint64_t offset = 0; offset < size; offset += block.size()) {
        block.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, size - offset)));
        KEYREEL_CHECK(file.readAt(offset, block));
        pending += asText(block);
        std::size_t start = 0;
        for (std::size_t end = pending.find('\n'); end != std::string::npos;
             end = pending.find('\n', start)) {
            const std::string_view text = std::string_view(pending).substr(start, end - start);
            if (text.size() >= kLongestLine)
                return brokenAt(file.path(), line, "the line is longer than any record");
            if (const auto wrong = accept(text)) return brokenAt(file.path(), line, *wrong);
            ++line;
            whole += text.size() + 1;
            start = end + 1;
        }
        pending.erase(0, start);
        if (pending.size() >= kLongestLine)
            return brokenAt(file.path(), line, "the line is longer than any record");
    }
    return Extent{whole, size - whole};
}

}  // namespace keyreel::audit
