#include "core/package/cpix.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <pugixml.hpp>

#include "core/base/file.h"
#include "core/base/text.h"

namespace keyreel::package {
namespace {

constexpr std::uint64_t kMaxDocument = 4U << 20;
constexpr std::size_t kMaxKeys = 4096;

/// The name without its namespace prefix.
std::string_view localName(const char* name) {
    const char* colon = std::strchr(name, ':');
    return colon == nullptr ? name : colon + 1;
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node& node : parent.children())
        if (localName(node.name()) == name) return node;
    return {};
}

/// The children of that name.
std::vector<pugi::xml_node> children(const pugi::xml_node& parent, std::string_view name) {
    std::vector<pugi::xml_node> out;
    for (const pugi::xml_node& node : parent.children())
        if (localName(node.name()) == name) out.push_back(node);
    return out;
}

tl::unexpected<Error> invalid(const std::string& element, const std::string& why) {
    return fail("cpix_invalid", "CPIX, " + element + ": " + why,
                "Check the document with the one who made it.");
}

std::string_view trimmed(const char* text) {
    std::string_view out(text);
    const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!out.empty() && space(out.front()))
        out.remove_prefix(1);
    while (!out.empty() && space(out.back()))
        out.remove_suffix(1);
    return out;
}

Result<cenc::KeyId> keyIdOf(const pugi::xml_node& node) {
    std::string digits;
    for (const char c : std::string_view(node.attribute("kid").value()))
        if (c != '-') digits += c;
    const auto id = fromHexExact<16>(digits);
    if (!id) return invalid(node.name(), "its kid is not a UUID.");
    return *id;
}

/// Base64 straight into locked memory: a general decoder would leave a copy of the key behind.
bool decodeKey(std::string_view text, MutableBytes out) {
    static constexpr std::string_view kAlphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (text.size() != 24 || text.substr(22) != "==") return false;
    std::uint32_t bits = 0;
    unsigned count = 0;
    std::size_t written = 0;
    for (const char c : text.substr(0, 22)) {
        const std::size_t value = kAlphabet.find(c);
        if (value == std::string_view::npos) return false;
        bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xffffU;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out[written++] = static_cast<std::uint8_t>(bits >> count);
    }
    return written == 16 && (bits & 15U) == 0;
}

void encodeKey(ByteView key, MutableBytes out) {
    static constexpr std::string_view kAlphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < 24; ++i) {
        std::uint32_t value = 0;
        for (unsigned bit = 0; bit < 6; ++bit) {
            const std::size_t at = i * 6 + bit;
            value = value << 1U | (at < 128 ? (key[at / 8] >> (7 - at % 8)) & 1U : 0U);
        }
        out[i] = static_cast<std::uint8_t>(i < 22 ? kAlphabet[value] : '=');
    }
}

Result<TrackKey> readKey(const pugi::xml_node& node) {
    TrackKey out;
    KEYREEL_TRY(out.keyId, keyIdOf(node));
    const std::string name = "ContentKey " + toUuid(out.keyId);
    const pugi::xml_node secret = child(child(node, "Data"), "Secret");
    if (child(secret, "EncryptedValue"))
        return fail("cpix_encrypted", name + ": its key is encrypted to a recipient of the document.",
                    "Ask for a document with clear keys (pskc:PlainValue).");
    const pugi::xml_node plain = child(secret, "PlainValue");
    if (!plain) return invalid(name, "it has no key (pskc:PlainValue).");
    out.key = SecretBytes(16);
    if (!decodeKey(trimmed(plain.child_value()), out.key.mutableView()))
        return invalid(name, "its key is not base64 of 16 bytes.");
    if (const pugi::xml_attribute iv = node.attribute("explicitIV")) {
        const auto bytes = fromBase64(iv.value());
        if (!bytes || (bytes->size() != 8 && bytes->size() != 16))
            return invalid(name, "its explicitIV has neither 8 nor 16 bytes.");
        out.iv = *bytes;
    }
    return out;
}

/// "AUDIO", a class of pictures, a track type as it stands, or nothing for every track.
Result<std::string> labelOf(const pugi::xml_node& rule) {
    const std::string type = rule.attribute("intendedTrackType").value();
    if (!type.empty()) return type;
    if (child(rule, "AudioFilter")) return std::string("AUDIO");
    const pugi::xml_node video = child(rule, "VideoFilter");
    if (!video) return std::string();
    const pugi::xml_attribute most = video.attribute("maxPixels");
    const pugi::xml_attribute least = video.attribute("minPixels");
    if (!most && !least) return std::string("VIDEO");
    KeyQuery query;
    query.video = true;
    query.height = 1;
    query.width = most ? most.as_uint() : least.as_uint();
    return std::string(trackClassName(trackClassOf(query)));
}

/// Periods by id, in the order of their index, else of the document.
Result<std::map<std::string, std::size_t>> readPeriods(const pugi::xml_node& root) {
    std::vector<std::pair<std::uint64_t, std::string>> order;
    for (const pugi::xml_node& node : children(child(root, "ContentKeyPeriodList"), "ContentKeyPeriod")) {
        const std::string id = node.attribute("id").value();
        if (id.empty()) return invalid("ContentKeyPeriod", "it has no id.");
        order.emplace_back(node.attribute("index") ? node.attribute("index").as_ullong() : order.size(), id);
        if (order.size() > kMaxKeys) return invalid("ContentKeyPeriodList", "it has more than 4096 periods.");
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::map<std::string, std::size_t> out;
    for (const auto& [index, id] : order)
        if (!out.emplace(id, out.size()).second)
            return invalid("ContentKeyPeriod", "the id " + id + " is there twice.");
    return out;
}

bool hasAny(const pugi::xml_node& node, std::initializer_list<const char*> attributes) {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const char* name) { return !node.attribute(name).empty(); });
}

struct Rule {
    std::string label;
    std::size_t period = 0;
    cenc::KeyId keyId{};
};

Result<std::vector<Rule>> readRules(const pugi::xml_node& root) {
    KEYREEL_TRY(const auto periods, readPeriods(root));
    std::vector<Rule> out;
    for (const pugi::xml_node& node :
         children(child(root, "ContentKeyUsageRuleList"), "ContentKeyUsageRule")) {
        Rule rule;
        KEYREEL_TRY(rule.keyId, keyIdOf(node));
        KEYREEL_TRY(rule.label, labelOf(node));
        if (child(node, "BitrateFilter") || child(node, "LabelFilter"))
            return fail("cpix_unsupported",
                        "CPIX: the rule of key id " + toUuid(rule.keyId) + " chooses by bitrate or label.",
                        "Use intendedTrackType, VideoFilter or AudioFilter.");
        if (hasAny(child(node, "VideoFilter"), {"hdr", "wcg", "minFps", "maxFps"}) ||
            hasAny(child(node, "AudioFilter"), {"minChannels", "maxChannels"}))
            return fail("cpix_unsupported",
                        "CPIX: the rule of key id " + toUuid(rule.keyId) +
                            " chooses by colour, frame rate or channels.",
                        "Use intendedTrackType, or VideoFilter with pixels only.");
        if (const pugi::xml_node filter = child(node, "KeyPeriodFilter")) {
            const auto found = periods.find(filter.attribute("periodId").value());
            if (found == periods.end())
                return invalid("KeyPeriodFilter", "its period is not in the document.");
            rule.period = found->second;
        }
        out.push_back(std::move(rule));
        if (out.size() > kMaxKeys) return invalid("ContentKeyUsageRuleList", "it has more than 4096 rules.");
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Rule& a, const Rule& b) { return a.period < b.period; });
    std::map<std::string, std::size_t> next;
    for (const Rule& rule : out)
        if (rule.period != next[rule.label]++)
            return invalid("ContentKeyUsageRule",
                           (rule.label.empty() ? std::string("every track") : rule.label) +
                               " does not have exactly one key for each period from the first one on.");
    return out;
}

Status readHeaders(const pugi::xml_node& root, CpixDocument& out) {
    for (const pugi::xml_node& system : children(child(root, "DRMSystemList"), "DRMSystem")) {
        const pugi::xml_node node = child(system, "PSSH");
        if (!node) continue;
        const auto bytes = fromBase64(trimmed(node.child_value()));
        const auto boxes = bytes ? isobmff::readPsshList(*bytes) : Result<std::vector<isobmff::Pssh>>();
        if (!bytes || !boxes) return invalid("DRMSystem", "its PSSH is not base64 of a pssh box.");
        for (const isobmff::Pssh& box : *boxes)
            if (std::find(out.pssh.begin(), out.pssh.end(), box) == out.pssh.end()) out.pssh.push_back(box);
    }
    return {};
}

/// Text that may hold keys: grows by being measured first.
class SecretText {
public:
    void text(std::string_view text) { put(asBytes(text)); }
    void key(const SecretBytes& key) {
        std::array<std::uint8_t, 24> encoded{};
        encodeKey(key.view(), encoded);
        put(encoded);
        wipe(encoded);
    }
    /// Call with the same content twice: the first measures, the second writes.
    SecretBytes bytes;
    std::size_t size = 0;

private:
    void put(ByteView from) {
        if (!bytes.empty())
            std::copy(from.begin(), from.end(),
                      bytes.mutableView().begin() + static_cast<std::ptrdiff_t>(size));
        size += from.size();
    }
};

std::string attribute(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

void writeDocument(SecretText& out, std::span<const UsedKey> keys, cenc::Scheme scheme,
                   std::span<const isobmff::Pssh> pssh) {
    std::vector<const UsedKey*> once;
    std::size_t periods = 0;
    for (const UsedKey& used : keys) {
        periods = std::max(periods, used.period + 1);
        const bool known = std::any_of(once.begin(), once.end(),
                                       [&](const UsedKey* key) { return key->key.keyId == used.key.keyId; });
        if (!known) once.push_back(&used);
    }
    out.text(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<cpix:CPIX xmlns:cpix=\"urn:dashif:org:cpix\" xmlns:pskc=\"urn:ietf:params:xml:ns:keyprov:pskc\" "
        "version=\"2.3\">\n  <cpix:ContentKeyList>\n");
    for (const UsedKey* used : once) {
        out.text("    <cpix:ContentKey kid=\"" + toUuid(used->key.keyId) + "\" commonEncryptionScheme=\"" +
                 cenc::schemeName(scheme) + "\"");
        if (!used->key.iv.empty()) out.text(" explicitIV=\"" + toBase64(used->key.iv) + "\"");
        out.text("><cpix:Data><pskc:Secret><pskc:PlainValue>");
        out.key(used->key.key);
        out.text("</pskc:PlainValue></pskc:Secret></cpix:Data></cpix:ContentKey>\n");
    }
    out.text("  </cpix:ContentKeyList>\n");
    if (!pssh.empty()) {
        out.text("  <cpix:DRMSystemList>\n");
        for (const UsedKey* used : once)
            for (const isobmff::Pssh& box : pssh)
                out.text("    <cpix:DRMSystem kid=\"" + toUuid(used->key.keyId) + "\" systemId=\"" +
                         toUuid(box.systemId) + "\"><cpix:PSSH>" + toBase64(isobmff::writePssh(box)) +
                         "</cpix:PSSH></cpix:DRMSystem>\n");
        out.text("  </cpix:DRMSystemList>\n");
    }
    if (periods > 1) {
        out.text("  <cpix:ContentKeyPeriodList>\n");
        for (std::size_t i = 0; i < periods; ++i)
            out.text("    <cpix:ContentKeyPeriod id=\"period-" + std::to_string(i) + "\" index=\"" +
                     std::to_string(i) + "\"/>\n");
        out.text("  </cpix:ContentKeyPeriodList>\n");
    }
    out.text("  <cpix:ContentKeyUsageRuleList>\n");
    for (const UsedKey& used : keys) {
        out.text("    <cpix:ContentKeyUsageRule kid=\"" + toUuid(used.key.keyId) + "\"");
        if (!used.label.empty()) out.text(" intendedTrackType=\"" + attribute(used.label) + "\"");
        if (periods > 1)
            out.text("><cpix:KeyPeriodFilter periodId=\"period-" + std::to_string(used.period) +
                     "\"/></cpix:ContentKeyUsageRule>\n");
        else
            out.text("/>\n");
    }
    out.text("  </cpix:ContentKeyUsageRuleList>\n</cpix:CPIX>\n");
}

}  // namespace

Result<CpixDocument> parseCpix(SecretBytes document) {
    // In place: names and values, keys among them, stay in the locked buffer. pugixml follows no entity and
    // no DTD but the five entities and character references of XML.
    pugi::xml_document xml;
    const pugi::xml_parse_result parsed = xml.load_buffer_inplace(
        document.mutableView().data(), document.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        return invalid("byte " + std::to_string(parsed.offset), std::string(parsed.description()) + ".");
    const pugi::xml_node root = xml.document_element();
    if (localName(root.name()) != "CPIX") return invalid("document", "its root element is not CPIX.");
    CpixDocument out;
    std::map<cenc::KeyId, TrackKey> keys;
    std::vector<cenc::KeyId> order;
    for (const pugi::xml_node& node : children(child(root, "ContentKeyList"), "ContentKey")) {
        KEYREEL_TRY(TrackKey key, readKey(node));
        const cenc::KeyId id = key.keyId;
        if (const pugi::xml_attribute scheme = node.attribute("commonEncryptionScheme")) {
            const auto known = std::find_if(
                cenc::kSchemes.begin(), cenc::kSchemes.end(),
                [&](cenc::Scheme one) { return std::string_view(scheme.value()) == cenc::schemeName(one); });
            if (known == cenc::kSchemes.end())
                return invalid("ContentKey " + toUuid(id),
                               "its commonEncryptionScheme is not one of Common Encryption.");
            out.schemes.emplace(id, *known);
        }
        if (!keys.emplace(id, std::move(key)).second)
            return invalid("ContentKey " + toUuid(id), "it is there twice.");
        order.push_back(id);
        if (order.size() > kMaxKeys) return invalid("ContentKeyList", "it has more than 4096 keys.");
    }
    if (order.empty()) return invalid("ContentKeyList", "there is no key.");
    KEYREEL_TRY(const std::vector<Rule> rules, readRules(root));
    const auto take = [&](const std::string& label, const TrackKey& key) {
        out.keys.push_back({label, {key.keyId, key.key.clone(), key.iv}});
    };
    for (const Rule& rule : rules) {
        const auto key = keys.find(rule.keyId);
        if (key == keys.end())
            return invalid("ContentKeyUsageRule", "there is no key " + toUuid(rule.keyId) + ".");
        take(rule.label, key->second);
    }
    for (const cenc::KeyId& id : order)
        if (rules.empty()) take({}, keys.at(id));
    KEYREEL_CHECK(readHeaders(root, out));
    return out;
}

Status checkScheme(const CpixDocument& document, cenc::Scheme scheme) {
    for (const auto& [keyId, meant] : document.schemes)
        if (meant != scheme)
            return fail("cpix_scheme",
                        "CPIX: key " + toUuid(keyId) + " is meant for scheme " + cenc::schemeName(meant) +
                            ", not for " + cenc::schemeName(scheme) + ".",
                        std::string("Package with --scheme ") + cenc::schemeName(meant) +
                            ", or ask for keys of the other scheme.");
    return {};
}

Result<CpixDocument> readCpix(const std::filesystem::path& path) {
    KEYREEL_TRY(const File file, File::openForReading(path));
    KEYREEL_TRY(const std::uint64_t size, file.size());
    if (size > kMaxDocument)
        return fail("file_too_large", path.string() + " has more than 4 MiB; that is no CPIX document.");
    if (size == 0) return invalid("document", "it is empty.");
    SecretBytes document(static_cast<std::size_t>(size));
    KEYREEL_CHECK(file.readAt(0, document.mutableView()));
    return parseCpix(std::move(document));
}

Result<SecretBytes> writeCpix(std::span<const UsedKey> keys, cenc::Scheme scheme,
                              std::span<const isobmff::Pssh> pssh) {
    for (const UsedKey& used : keys)
        if (used.key.key.size() != 16)
            return fail("request_invalid",
                        "The key of " + toUuid(used.key.keyId) + " does not have 16 bytes.");
    SecretText out;
    writeDocument(out, keys, scheme, pssh);
    out.bytes = SecretBytes(out.size);
    out.size = 0;
    writeDocument(out, keys, scheme, pssh);
    return std::move(out.bytes);
}

}  // namespace keyreel::package
