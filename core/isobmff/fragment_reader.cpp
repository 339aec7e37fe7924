#include "core/isobmff/fragment_reader.h"

#include "core/base/byte_io.h"

namespace keyreel::isobmff {

namespace {

constexpr std::size_t kMaxTrackFragments = 64;

/// What a traf establishes before its truns are read.
struct RunContext {
    TrackDefaults defaults;
    std::uint64_t nextData = 0;  ///< Where a trun without data offset continues.
    std::uint64_t* samplesLeft = nullptr;
};

Status readHeader(const Box& tfhd, const Movie& movie, std::uint64_t moofOffset, std::uint64_t previousEnd,
                  bool first, TrackFragment& out, RunContext& context) {
    ByteReader in(tfhd.content());
    const std::uint32_t flags = in.u32() & 0xffffffU;
    out.trackId = in.u32();
    const MovieTrack* track = movie.track(out.trackId);
    if (track == nullptr) return tfhd.malformed("it belongs to a track that the movie does not have.");
    context.defaults = track->defaults;
    out.baseOffset = first || (flags & 0x020000U) != 0 ? moofOffset : previousEnd;
    if ((flags & 0x01U) != 0) out.baseOffset = in.u64();
    if ((flags & 0x02U) != 0) context.defaults.descriptionIndex = in.u32();
    if ((flags & 0x08U) != 0) context.defaults.duration = in.u32();
    if ((flags & 0x10U) != 0) context.defaults.size = in.u32();
    if ((flags & 0x20U) != 0) context.defaults.flags = in.u32();
    if (in.failed()) return tfhd.malformed("it is cut off.");
    out.descriptionIndex = context.defaults.descriptionIndex;
    if (out.descriptionIndex == 0 || out.descriptionIndex > track->entries.size())
        return tfhd.malformed("it names a sample entry that the track does not have.");
    context.nextData = out.baseOffset;
    return {};
}

Status readRun(const Box& trun, TrackFragment& out, RunContext& context) {
    ByteReader in(trun.content());
    const std::uint32_t versionAndFlags = in.u32();
    const std::uint32_t flags = versionAndFlags & 0xffffffU;
    const bool signedOffsets = (versionAndFlags >> 24U) != 0;
    const std::uint32_t count = in.u32();
    if (count > kMaxFragmentSamples || count > *context.samplesLeft)
        return trun.malformed("it announces too many samples.");
    *context.samplesLeft -= count;
    std::uint64_t position = context.nextData;
    if ((flags & 0x01U) != 0) {
        const std::int64_t relative = in.i32();
        position = out.baseOffset + static_cast<std::uint64_t>(relative);
        if (relative < 0 ? position > out.baseOffset : position < out.baseOffset)
            return trun.malformed("its data offset leaves the file.");
    }
    const bool hasFirstFlags = (flags & 0x04U) != 0;
    const std::uint32_t firstFlags = hasFirstFlags ? in.u32() : 0;
    unsigned fields = 0;
    for (const std::uint32_t flag : {0x100U, 0x200U, 0x400U, 0x800U})
        fields += (flags & flag) != 0 ? 4 : 0;
    if (in.failed() || std::uint64_t{count} * fields > in.remaining())
        return trun.malformed("its list is cut off.");
    out.samples.reserve(out.samples.size() + count);
    for (std::uint32_t i = 0; i < count; ++i) {
        FragmentSample sample;
        sample.duration = (flags & 0x100U) != 0 ? in.u32() : context.defaults.duration;
        sample.size = (flags & 0x200U) != 0 ? in.u32() : context.defaults.size;
        sample.flags = (flags & 0x400U) != 0 ? in.u32() : context.defaults.flags;
        if (i == 0 && hasFirstFlags) sample.flags = firstFlags;
        if ((flags & 0x800U) != 0) {
            const std::uint32_t value = in.u32();
            if (!signedOffsets && value > 0x7fffffffU)
                return trun.malformed("a composition offset is too large.");
            sample.compositionOffset = static_cast<std::int32_t>(value);
        }
        sample.offset = position;
        if (position + sample.size < position) return trun.malformed("a sample's place overflows.");
        position += sample.size;
        out.samples.push_back(sample);
    }
    context.nextData = position;
    return {};
}

Status readTrackFragment(const Box& traf, const Movie& movie, std::uint64_t moofOffset,
                         std::uint64_t& previousEnd, std::uint64_t& samplesLeft, Fragment& fragment) {
    if (fragment.tracks.size() == kMaxTrackFragments)
        return traf.malformed("there are more than 64 of them.");
    TrackFragment out;
    RunContext context;
    context.samplesLeft = &samplesLeft;
    bool headed = false;
    BoxCursor children(traf);
    for (Box box;;) {
        KEYREEL_TRY(const bool found, children.next(box));
        if (!found) break;
        if (box.type == fourCc("tfhd")) {
            if (headed) return box.malformed("there are two of them.");
            KEYREEL_CHECK(
                readHeader(box, movie, moofOffset, previousEnd, fragment.tracks.empty(), out, context));
            headed = true;
        } else if (box.type == fourCc("tfdt")) {
            ByteReader in(box.content());
            const bool wide = in.u8() == 1;
            in.skip(3);
            out.baseDecodeTime = wide ? in.u64() : in.u32();
            if (in.failed()) return box.malformed("it is cut off.");
        } else if (box.type == fourCc("trun")) {
            if (!headed) return box.malformed("it stands before tfhd.");
            KEYREEL_CHECK(readRun(box, out, context));
        } else {
            KEYREEL_CHECK(readAuxBox(box, kMaxFragmentSamples, out.aux));
        }
    }
    if (!headed) return traf.malformed("it has no tfhd.");
    previousEnd = context.nextData;
    fragment.protectionBoxes.insert(fragment.protectionBoxes.end(), out.aux.places.begin(),
                                    out.aux.places.end());
    fragment.tracks.push_back(std::move(out));
    return {};
}

}  // namespace

Result<Fragment> readFragment(const Box& moof, const Movie& movie) {
    Fragment fragment;
    std::uint64_t previousEnd = moof.offset;
    std::uint64_t samplesLeft = kMaxFragmentSamples;
    BoxCursor children(moof);
    for (Box box;;) {
        KEYREEL_TRY(const bool found, children.next(box));
        if (!found) return fragment;
        if (box.type == fourCc("mfhd")) {
            ByteReader in(box.content());
            in.skip(4);
            fragment.sequenceNumber = in.u32();
            if (in.failed()) return box.malformed("it is cut off.");
        } else if (box.type == fourCc("traf")) {
            KEYREEL_CHECK(readTrackFragment(box, movie, moof.offset, previousEnd, samplesLeft, fragment));
        } else if (box.type == fourCc("pssh")) {
            fragment.protectionBoxes.push_back(box.offset);
        }
    }
}

}  // namespace keyreel::isobmff
