#pragma once

#include <map>
#include <vector>

#include "core/cenc/iv_sequence.h"
#include "core/package/package_film.h"

namespace keyreel::package {

/// Refuses one key under two ids. Private to this room.
tl::unexpected<Error> sameKeyTwice();

/// One crypto period of a track, ready to protect with. Private to this room.
struct PeriodProtection {
    cenc::Protection protection;
    SecretBytes key;
    cenc::SampleIvs ivs;
    std::vector<isobmff::Pssh> pssh;  ///< That name this period's key alone.
};

/// All periods of a track, and the headers that name all their keys.
struct TrackProtection {
    std::vector<PeriodProtection> periods;  ///< At least one.
    std::vector<isobmff::Pssh> pssh;
};

/// Gets the keys of a package's tracks and sees that no IV can meet another one under its key. Private to
/// this room. Thread: one.
class TrackKeys {
public:
    explicit TrackKeys(const PackageRequest& request) : m_request(request) {}

    /// Asks for the keys of `query`'s track for so many periods. Codes: the source's, `request_invalid` for
    /// keys, patterns and IVs that do not fit and for one key under two ids, `iv_reused` when a supplied IV
    /// would serve more than one track or period under one key (but the constant IV of cbcs).
    Result<TrackProtection> open(KeyQuery query, std::size_t periods);

private:
    /// What is known of a key: one IV allocator for all that it protects.
    struct Known {
        SecretBytes key;
        cenc::IvAllocator ivs;
        std::size_t draws = 0;
        bool supplied = false;  ///< One of its IVs came from outside.
    };

    Result<cenc::SampleIvs> draw(const TrackKey& key, const std::string& label);
    Result<PeriodProtection> period(const KeyQuery& query);
    [[nodiscard]] Result<std::vector<isobmff::Pssh>> headers(const std::vector<PeriodProtection>& periods,
                                                             std::size_t first, std::size_t count) const;

    const PackageRequest& m_request;
    std::map<cenc::KeyId, Known> m_keys;
};

}  // namespace keyreel::package
