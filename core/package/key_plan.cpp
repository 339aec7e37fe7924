#include "core/package/key_plan.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/crypto/random.h"
#include "core/package/decrypt_file.h"
#include "core/package/track_keys.h"

namespace keyreel::package {
namespace {

constexpr std::size_t kMaxKeys = 4096;

TrackKey copyOf(const TrackKey& key) {
    return {key.keyId, key.key.clone(), key.iv};
}

/// The labels that a track answers to, the nearest first.
std::array<std::string, 4> labelsOf(const KeyQuery& query) {
    return {query.label, trackClassName(trackClassOf(query)), query.video ? "VIDEO" : "AUDIO", ""};
}

}  // namespace

const char* trackClassName(TrackClass trackClass) {
    static constexpr const char* kNames[] = {"AUDIO", "SD", "HD", "UHD1", "UHD2"};
    return kNames[static_cast<std::size_t>(trackClass) - 1];
}

TrackClass trackClassOf(const KeyQuery& query) {
    if (!query.video) return TrackClass::Audio;
    const std::uint64_t pixels = std::uint64_t{query.width} * query.height;
    if (pixels <= 768 * 576) return TrackClass::Sd;
    if (pixels <= 1920 * 1088) return TrackClass::Hd;
    return pixels <= 4096 * 2160 ? TrackClass::Uhd1 : TrackClass::Uhd2;
}

Result<LabelledKey> parseLabelledKey(std::string_view argument) {
    LabelledKey out;
    const std::size_t equals = argument.find('=');
    if (equals != std::string_view::npos) {
        out.label = argument.substr(0, equals);
        argument.remove_prefix(equals + 1);
    }
    const std::size_t first = argument.find(':');
    const std::size_t second = first == std::string_view::npos ? first : argument.find(':', first + 1);
    KEYREEL_TRY(out.key, parseKeyArgument(argument.substr(0, second)));
    if (second == std::string_view::npos) return out;
    const Result<Bytes> iv = fromHex(argument.substr(second + 1));
    if (!iv || (iv->size() != 8 && iv->size() != 16))
        return fail("key_argument_invalid", "An initialization vector has 16 or 32 hexadecimal digits.",
                    "Leave it out to have it chosen safely.");
    out.key.iv = *iv;
    return out;
}

Result<KeyPlan> KeyPlan::of(std::vector<LabelledKey> keys) {
    if (keys.empty()) return fail("request_invalid", "There is no key.");
    if (keys.size() > kMaxKeys)
        return fail("request_invalid", std::to_string(keys.size()) + " keys are too many; 4096 are allowed.");
    for (std::size_t i = 0; i < keys.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
            const bool sameId = keys[i].key.keyId == keys[k].key.keyId;
            const bool sameKey = keys[i].key.key.equals(keys[k].key.key.view());
            if (sameId && !sameKey)
                return fail("request_invalid",
                            "Key id " + toUuid(keys[i].key.keyId) + " was given with two different keys.",
                            "Give every key its own id.");
            if (!sameId && sameKey) return sameKeyTwice();
        }
    KeyPlan plan;
    plan.m_given = std::move(keys);
    return plan;
}

KeyPlan KeyPlan::generated(KeyLayout layout) {
    KeyPlan plan;
    plan.m_layout = layout;
    plan.m_generates = true;
    return plan;
}

Result<TrackKey> KeyPlan::keyFor(const KeyQuery& query) {
    const auto note = [&](const std::string& label, const TrackKey& key) {
        const bool known = std::any_of(m_used.begin(), m_used.end(), [&](const UsedKey& used) {
            return used.label == label && used.period == query.period;
        });
        if (!known) m_used.push_back({label, query.period, copyOf(key)});
    };
    if (m_generates) {
        const std::string label = m_layout == KeyLayout::One       ? std::string()
                                  : m_layout == KeyLayout::PerType ? trackClassName(trackClassOf(query))
                                                                   : query.label;
        for (const UsedKey& used : m_used)
            if (used.label == label && used.period == query.period) return copyOf(used.key);
        const TrackKey made{crypto::randomArray<16>(), crypto::randomSecret(16), {}};
        note(label, made);
        return copyOf(made);
    }
    for (const std::string& label : labelsOf(query)) {
        std::size_t period = 0;
        bool any = false;
        for (const LabelledKey& given : m_given) {
            if (given.label != label) continue;
            any = true;
            if (period++ != query.period) continue;
            note(label, given.key);
            return copyOf(given.key);
        }
        if (any)
            return fail("keys_missing",
                        query.label + " needs a key for crypto period " + std::to_string(query.period + 1) +
                            ", but " + (label.empty() ? std::string("there are ") : label + " has ") +
                            "only " + std::to_string(period) + ".",
                        "Give one key per period, in their order, or rotate less often.");
    }
    return fail("keys_missing", "No key is meant for " + query.label + ".",
                "Give one with that label, with " + std::string(trackClassName(trackClassOf(query))) +
                    ", or without a label.");
}

Status KeyPlan::checkUsed() const {
    constexpr std::array<const char*, 6> kKinds{"AUDIO", "VIDEO", "SD", "HD", "UHD1", "UHD2"};
    for (const LabelledKey& given : m_given) {
        const bool used = std::any_of(m_used.begin(), m_used.end(),
                                      [&](const UsedKey& key) { return key.label == given.label; });
        if (used || std::find(kKinds.begin(), kKinds.end(), given.label) != kKinds.end()) continue;
        return fail(
            "keys_unused",
            "Key id " + toUuid(given.key.keyId) +
                (given.label.empty() ? std::string(" has no label, and every track has a key of its own.")
                                     : " is for " + given.label + ", which the film does not have."),
            "Leave it out, or correct its label.");
    }
    return {};
}

}  // namespace keyreel::package
