#include "core/cenc/clear_view.h"

#include <algorithm>
#include <array>
#include <list>
#include <map>
#include <optional>
#include <vector>

#include "core/base/text.h"
#include "core/cenc/clear_sample_cache.h"
#include "core/cenc/fragment_index.h"
#include "core/cenc/sample_map.h"
#include "core/cenc/structure_check.h"
#include "core/crypto/aes_cbc.h"
#include "core/crypto/aes_ctr.h"
#include "core/isobmff/box.h"
#include "core/isobmff/fragment_reader.h"
#include "core/isobmff/movie.h"

namespace keyreel::cenc {

namespace {

using isobmff::Box;
using isobmff::BoxHeader;
using isobmff::FourCc;
using isobmff::fourCc;
using isobmff::Movie;

constexpr std::uint64_t kMaxMovieBox = 256U << 20;
constexpr std::uint64_t kMaxFragmentBox = 64U << 20;
constexpr std::uint64_t kMaxIndexBox = 1U << 20;
constexpr std::uint32_t kMaxSample = 64U << 20;
constexpr std::size_t kLoadedFragments = 16;

/// Four bytes that read differently in the clear view: a box type.
struct Patch {
    std::uint64_t offset = 0;
    FourCc type = 0;
};

/// What protection changed in a part of the file.
struct ProtectedPart {
    FileRange range;
    std::vector<Patch> patches;
    SampleMap map;
};

Result<Bytes> readWhole(ByteSource& source, std::uint64_t offset, const BoxHeader& header,
                        std::uint64_t limit) {
    if (header.size > limit)
        return fail("box_malformed", isobmff::toText(header.type) + " (byte " + std::to_string(offset) +
                                         "): " + std::to_string(header.size) +
                                         " bytes are too many for such a box.");
    Bytes bytes(static_cast<std::size_t>(header.size));
    KEYREEL_CHECK(source.read(offset, bytes));
    return bytes;
}

Result<BoxHeader> readHeaderAt(ByteSource& source, std::uint64_t offset, std::uint64_t end) {
    std::array<std::uint8_t, 16> first{};
    const std::uint64_t left = end - offset;
    const MutableBytes bytes =
        MutableBytes(first).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, 16)));
    KEYREEL_CHECK(source.read(offset, bytes));
    return isobmff::readBoxHeader(bytes, left, end == source.size(), "Byte " + std::to_string(offset));
}

Box boxOf(const BoxHeader& header, std::uint64_t offset, ByteView bytes) {
    return {header.type, header.headerSize, offset, bytes, nullptr};
}

void sortPatches(std::vector<Patch>& patches) {
    std::sort(patches.begin(), patches.end(),
              [](const Patch& a, const Patch& b) { return a.offset < b.offset; });
}

/// Replaces the patched bytes among the `out.size()` bytes that were read at `offset`.
void applyPatches(const std::vector<Patch>& patches, std::uint64_t offset, MutableBytes out) {
    const std::uint64_t end = offset + out.size();
    auto patch = std::partition_point(patches.begin(), patches.end(),
                                      [&](const Patch& p) { return p.offset + 4 <= offset; });
    for (; patch != patches.end() && patch->offset < end; ++patch) {
        for (unsigned i = 0; i < 4; ++i) {
            const std::uint64_t at = patch->offset + i;
            if (at >= offset && at < end)
                out[static_cast<std::size_t>(at - offset)] =
                    static_cast<std::uint8_t>(patch->type >> (24 - 8 * i));
        }
    }
}

}  // namespace

struct ClearView::State {
    State(std::shared_ptr<ByteSource> from, std::shared_ptr<const KeyRing> ring)
        : source(std::move(from)), keys(std::move(ring)), fragments(*source, source->size()) {}

    std::shared_ptr<ByteSource> source;
    std::shared_ptr<const KeyRing> keys;
    Movie movie;
    bool isProtected = false;
    ProtectedPart whole;  ///< moov's patches and the samples of progressive tracks.
    FragmentIndex fragments;
    std::list<ProtectedPart> loaded;  ///< Most recently used first.
    std::map<KeyId, crypto::AesCtr> counters;
    std::map<KeyId, crypto::AesCbc> chains;
    std::map<std::pair<std::uint32_t, FourCc>, StructureCheck> checks;
    ClearSampleCache cache;

    Status open();
    Status findMovie(std::uint64_t& afterMovie);
    Status checkTracks();
    Status readProgressive();
    Status findFragments(std::uint64_t afterMovie);
    Result<ProtectedPart*> load(const FileRange& region);
    Status loadFragment(const Box& moof, ProtectedPart& part);
    [[nodiscard]] Result<const SecretBytes*> keyFor(const KeyId& keyId) const;
    template <class Cipher, class Create>
    Result<Cipher*> cipherFor(const KeyId& keyId, std::map<KeyId, Cipher>& known, const Create& create);
    Status decipher(const SampleMap& map, const ProtectedSample& sample, MutableBytes bytes);
    Status decrypt(const SampleMap& map, const ProtectedSample& sample, MutableBytes bytes);
    Status overlay(const ProtectedPart& part, std::uint64_t offset, MutableBytes out);
};

Result<const SecretBytes*> ClearView::State::keyFor(const KeyId& keyId) const {
    const SecretBytes* key = keys ? keys->find(keyId) : nullptr;
    if (key == nullptr)
        return fail("key_missing", "There is no key for key id " + toUuid(keyId) + ".",
                    "Open the asset to get its keys.");
    return key;
}

template <class Cipher, class Create>
Result<Cipher*> ClearView::State::cipherFor(const KeyId& keyId, std::map<KeyId, Cipher>& known,
                                            const Create& create) {
    const auto found = known.find(keyId);
    if (found != known.end()) return &found->second;
    KEYREEL_TRY(const SecretBytes* key, keyFor(keyId));
    KEYREEL_TRY(Cipher cipher, create(key->view()));
    return &known.emplace(keyId, std::move(cipher)).first->second;
}

Status ClearView::State::findMovie(std::uint64_t& afterMovie) {
    const std::uint64_t size = source->size();
    bool found = false;
    for (std::uint64_t offset = 0; offset < size && !found;) {
        KEYREEL_TRY(const BoxHeader header, readHeaderAt(*source, offset, size));
        if (header.type == fourCc("moov")) {
            KEYREEL_TRY(const Bytes bytes, readWhole(*source, offset, header, kMaxMovieBox));
            KEYREEL_TRY(movie, isobmff::readMovie(boxOf(header, offset, bytes)));
            found = true;
        }
        offset += header.size;
        afterMovie = offset;
    }
    if (!found)
        return fail("box_malformed", "The file has no moov box.",
                    "It is not an ISO base media file, or cut off.");
    return {};
}

Status ClearView::State::checkTracks() {
    for (const isobmff::MovieTrack& track : movie.tracks) {
        for (const isobmff::SampleEntry& entry : track.entries) {
            if (!entry.protection) continue;
            const isobmff::ProtectionInfo& protection = *entry.protection;
            if (!schemeOf(protection.scheme)) return unknownScheme(track.id, protection.scheme);
            isProtected = true;
            whole.patches.push_back({entry.offset + 4, protection.originalFormat});
            if (protection.parameters.isProtected) KEYREEL_CHECK(keyFor(protection.parameters.keyId));
        }
    }
    for (const std::uint64_t place : movie.protectionBoxes)
        whole.patches.push_back({place + 4, fourCc("free")});
    sortPatches(whole.patches);
    return {};
}

Status ClearView::State::readProgressive() {
    const bool any = std::any_of(
        movie.tracks.begin(), movie.tracks.end(),
        [](const isobmff::MovieTrack& track) { return track.isProtected() && !track.samples.empty(); });
    if (!any) return {};
    std::vector<FileRange> media;
    for (std::uint64_t offset = 0; offset < source->size();) {
        KEYREEL_TRY(const BoxHeader header, readHeaderAt(*source, offset, source->size()));
        if (header.type == fourCc("mdat"))
            media.push_back({offset + header.headerSize, offset + header.size});
        offset += header.size;
    }
    for (std::size_t i = 0; i < movie.tracks.size(); ++i) {
        isobmff::MovieTrack& track = movie.tracks[i];
        if (track.isProtected()) {
            const TrackSamples samples{&track, static_cast<std::uint16_t>(i), track.samples, &track.aux, 0};
            KEYREEL_CHECK(addProtectedSamples(samples, *source, whole.map));
        }
        track.samples = {};
        track.aux.encryption.reset();
        track.aux.sizes.reset();
    }
    return finishSampleMap(whole.map, media);
}

Status ClearView::State::findFragments(std::uint64_t afterMovie) {
    if (!movie.fragmented) return {};
    fragments = FragmentIndex(*source, afterMovie);
    for (std::uint64_t offset = afterMovie; offset < source->size();) {
        KEYREEL_TRY(const BoxHeader header, readHeaderAt(*source, offset, source->size()));
        if (header.type == fourCc("moof")) return {};
        if (header.type == fourCc("sidx")) {
            KEYREEL_TRY(const Bytes bytes, readWhole(*source, offset, header, kMaxIndexBox));
            const Box box = boxOf(header, offset, bytes);
            const auto index = isobmff::readSegmentIndex(box.content(), offset);
            if (index) return fragments.useSegmentIndex(*index, offset + header.size);
            // An index of indexes is valid, but the walk finds the fragments as well.
            if (index.error().code != "segment_index_hierarchical")
                return tl::unexpected<Error>(index.error());
            return {};
        }
        offset += header.size;
    }
    return {};
}

Status ClearView::State::open() {
    std::uint64_t afterMovie = 0;
    KEYREEL_CHECK(findMovie(afterMovie));
    KEYREEL_CHECK(checkTracks());
    if (!isProtected) return {};
    whole.range = {0, source->size()};
    KEYREEL_CHECK(readProgressive());
    return findFragments(afterMovie);
}

Status ClearView::State::loadFragment(const Box& moof, ProtectedPart& part) {
    KEYREEL_TRY(const isobmff::Fragment fragment, isobmff::readFragment(moof, movie));
    for (const std::uint64_t place : fragment.protectionBoxes)
        part.patches.push_back({place + 4, fourCc("free")});
    std::vector<isobmff::SamplePlace> places;
    for (const isobmff::TrackFragment& traf : fragment.tracks) {
        const isobmff::MovieTrack* track = movie.track(traf.trackId);
        if (!track->isProtected()) continue;
        places.clear();
        places.reserve(traf.samples.size());
        for (const isobmff::FragmentSample& sample : traf.samples)
            places.push_back({sample.offset, sample.size, traf.descriptionIndex});
        const TrackSamples samples{track, static_cast<std::uint16_t>(track - movie.tracks.data()), places,
                                   &traf.aux, traf.baseOffset};
        KEYREEL_CHECK(addProtectedSamples(samples, *source, part.map));
    }
    return {};
}

Result<ProtectedPart*> ClearView::State::load(const FileRange& region) {
    const auto known = std::find_if(loaded.begin(), loaded.end(), [&](const ProtectedPart& part) {
        return part.range.begin == region.begin;
    });
    if (known != loaded.end()) {
        loaded.splice(loaded.begin(), loaded, known);
        return &loaded.front();
    }
    ProtectedPart part;
    part.range = region;
    std::vector<FileRange> media;
    for (std::uint64_t offset = region.begin; offset < region.end;) {
        KEYREEL_TRY(const BoxHeader header, readHeaderAt(*source, offset, region.end));
        if (header.type == fourCc("mdat"))
            media.push_back({offset + header.headerSize, offset + header.size});
        if (header.type == fourCc("moof")) {
            KEYREEL_TRY(const Bytes bytes, readWhole(*source, offset, header, kMaxFragmentBox));
            KEYREEL_CHECK(loadFragment(boxOf(header, offset, bytes), part));
        }
        offset += header.size;
    }
    KEYREEL_CHECK(finishSampleMap(part.map, media));
    sortPatches(part.patches);
    loaded.push_front(std::move(part));
    if (loaded.size() > kLoadedFragments) loaded.pop_back();
    return &loaded.front();
}

Status ClearView::State::decipher(const SampleMap& map, const ProtectedSample& sample, MutableBytes bytes) {
    const auto each = [&](const auto& apply) {
        if (sample.full) apply(bytes);
        std::size_t position = 0;
        for (const Subsample& part : map.subsamplesOf(sample)) {
            position += part.clearBytes;
            if (part.protectedBytes > 0) apply(bytes.subspan(position, part.protectedBytes));
            position += part.protectedBytes;
        }
    };
    const KeyId& keyId = map.keys[sample.key];
    if (!isCounterScheme(sample.scheme)) {
        KEYREEL_TRY(crypto::AesCbc * chain, cipherFor(keyId, chains, [](ByteView key) {
                        return crypto::AesCbc::create(key, crypto::AesCbc::Direction::Decrypt);
                    }));
        if (sample.scheme == Scheme::Cbc1) {
            chain->start(sample.iv);
            each([&](MutableBytes range) { chain->apply(range); });
            return {};
        }
        each([&](MutableBytes range) {
            chain->start(sample.iv);
            chain->applyPattern(range, sample.pattern.crypt, sample.pattern.skip);
        });
        return {};
    }
    KEYREEL_TRY(crypto::AesCtr * counter, cipherFor(keyId, counters, crypto::AesCtr::create));
    counter->start(std::span(sample.iv).first(sample.ivSize));
    each([&](MutableBytes range) {
        if (sample.scheme == Scheme::Cens)
            counter->applyPattern(range, sample.pattern.crypt, sample.pattern.skip);
        else
            counter->apply(range);
    });
    return {};
}

Status ClearView::State::decrypt(const SampleMap& map, const ProtectedSample& sample, MutableBytes bytes) {
    const isobmff::MovieTrack& track = movie.tracks[sample.track];
    const std::string place = "Track " + std::to_string(track.id) + ", sample " +
                              std::to_string(sample.number) + " (byte " + std::to_string(sample.offset) + ")";
    if (const Status done = decipher(map, sample, bytes); !done) return failFrom(done.error(), place);
    const std::span<const Subsample> parts = map.subsamplesOf(sample);
    const auto entry = std::find_if(track.entries.begin(), track.entries.end(),
                                    [](const isobmff::SampleEntry& e) { return e.protection.has_value(); });
    const std::pair<std::uint32_t, FourCc> checkKey{track.id, entry->originalFormat()};
    StructureCheck& check = checks.try_emplace(checkKey, *entry).first->second;
    if (!check.plausible(bytes, parts, sample.full)) {
        wipe(bytes);
        return fail("key_wrong",
                    place + ": the key for " + toUuid(map.keys[sample.key]) + " does not decrypt it.",
                    "Use the key of this very file.");
    }
    return {};
}

Status ClearView::State::overlay(const ProtectedPart& part, std::uint64_t offset, MutableBytes out) {
    applyPatches(part.patches, offset, out);
    const std::uint64_t end = offset + out.size();
    const std::vector<ProtectedSample>& samples = part.map.samples;
    auto sample = std::partition_point(samples.begin(), samples.end(),
                                       [&](const ProtectedSample& s) { return s.end() <= offset; });
    for (; sample != samples.end() && sample->offset < end; ++sample) {
        if (sample->size > kMaxSample)
            return fail("sample_map_invalid", "The sample at byte " + std::to_string(sample->offset) +
                                                  " has " + std::to_string(sample->size) +
                                                  " bytes; at most 64 MiB are allowed.");
        if (sample->offset >= offset && sample->end() <= end) {
            KEYREEL_CHECK(
                decrypt(part.map, *sample,
                        out.subspan(static_cast<std::size_t>(sample->offset - offset), sample->size)));
            continue;
        }
        const Bytes* clear = cache.find(sample->offset);
        if (clear == nullptr) {
            Bytes& room = cache.makeRoom(sample->size);
            KEYREEL_CHECK(source->read(sample->offset, room));
            KEYREEL_CHECK(decrypt(part.map, *sample, room));
            cache.keep(sample->offset);
            clear = &room;
        }
        const std::uint64_t from = std::max(offset, sample->offset);
        const std::uint64_t to = std::min(end, sample->end());
        std::copy_n(clear->begin() + static_cast<std::ptrdiff_t>(from - sample->offset), to - from,
                    out.begin() + static_cast<std::ptrdiff_t>(from - offset));
    }
    return {};
}

ClearView::ClearView(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ClearView::~ClearView() = default;

Result<std::unique_ptr<ClearView>> ClearView::open(std::shared_ptr<ByteSource> source,
                                                   std::shared_ptr<const KeyRing> keys) {
    auto state = std::make_unique<State>(std::move(source), std::move(keys));
    KEYREEL_CHECK(state->open());
    return std::unique_ptr<ClearView>(new ClearView(std::move(state)));
}

std::uint64_t ClearView::size() const {
    return m_state->source->size();
}

bool ClearView::isProtected() const {
    return m_state->isProtected;
}

Status ClearView::read(std::uint64_t offset, MutableBytes out) {
    State& state = *m_state;
    KEYREEL_CHECK(state.source->read(offset, out));
    if (!state.isProtected || out.empty()) return {};
    KEYREEL_CHECK(state.overlay(state.whole, offset, out));
    if (!state.movie.fragmented) return {};
    const std::uint64_t end = offset + out.size();
    for (std::uint64_t position = offset; position < end;) {
        KEYREEL_TRY(const std::optional<FileRange> region, state.fragments.regionAt(position));
        if (!region) {
            position = state.fragments.nextBoundary(position);
            continue;
        }
        const std::uint64_t until = std::min(end, region->end);
        KEYREEL_TRY(const ProtectedPart* part, state.load(*region));
        KEYREEL_CHECK(state.overlay(*part, position,
                                    out.subspan(static_cast<std::size_t>(position - offset),
                                                static_cast<std::size_t>(until - position))));
        position = until;
    }
    return {};
}

}  // namespace keyreel::cenc
