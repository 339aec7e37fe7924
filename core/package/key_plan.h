#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/package/package_film.h"

namespace keyreel::package {

/// Kinds of tracks that usually have keys of their own, by the number of pixels of the picture.
enum class TrackClass { Audio = 1, Sd, Hd, Uhd1, Uhd2 };

/// "AUDIO", "SD" (up to 768 x 576 pixels), "HD" (up to 1920 x 1080), "UHD1" (up to 4096 x 2160), "UHD2".
const char* trackClassName(TrackClass trackClass);
TrackClass trackClassOf(const KeyQuery& query);

/// Which tracks share a key.
enum class KeyLayout { One = 1, PerType, PerTrack };

/// A key and what it is for: a track's label ("video-720p"), the name of a class ("HD"), "VIDEO", or nothing
/// for every track. Several keys with one label are those of successive crypto periods.
struct LabelledKey {
    std::string label;
    TrackKey key;
};

/// "[label=]KID:KEY[:IV]" in hexadecimal (KID and KEY 32 digits, IV 16 or 32). Code `key_argument_invalid`;
/// the message never repeats the key.
Result<LabelledKey> parseLabelledKey(std::string_view argument);

/// A key that packaging asked for, and for what.
struct UsedKey {
    std::string label;       ///< As LabelledKey's.
    std::size_t period = 0;  ///< Crypto period, from 0.
    TrackKey key;
};

/// Answers which key protects which track when: with the keys of its owner, or with fresh ones. Thread: one.
class KeyPlan {
public:
    /// Only these keys. Code `request_invalid`: none, one key id with two keys, one key with two key ids.
    static Result<KeyPlan> of(std::vector<LabelledKey> keys);
    /// Random keys with random ids, made when asked for.
    static KeyPlan generated(KeyLayout layout);

    /// A track's own label goes before its class, that before VIDEO, that before no label. Code
    /// `keys_missing`.
    Result<TrackKey> keyFor(const KeyQuery& query);

    /// Refuses keys that were given and that no track asked for, when their label means no kind of track: a
    /// misspelt one, a track that the film does not have, or none at all where every track has a nearer one.
    /// Code `keys_unused`.
    [[nodiscard]] Status checkUsed() const;

    /// Every key given out so far, once, in the order of asking.
    [[nodiscard]] const std::vector<UsedKey>& used() const { return m_used; }

private:
    std::vector<LabelledKey> m_given;
    KeyLayout m_layout = KeyLayout::One;
    bool m_generates = false;
    std::vector<UsedKey> m_used;
};

}  // namespace keyreel::package
