#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "core/cenc/signalling.h"
#include "core/isobmff/box.h"
#include "core/isobmff/fragment_reader.h"
#include "core/isobmff/init_segment.h"
#include "core/isobmff/movie.h"
#include "core/isobmff/pssh.h"
#include "core/isobmff/segment_index.h"

namespace {

using namespace keyreel;

const std::vector<isobmff::Pssh> kHeaders(1);

/// A valid initialization segment, which inputs damage: noise alone would not get past the first boxes.
const Bytes& validInit() {
    static const Bytes init = [] {
        isobmff::TrackDescription track;
        track.configuration = {1, 66, 0, 30, 0xff, 0xe0, 0};
        track.timescale = 25;
        track.width = track.height = 16;
        track.edits = isobmff::EditList{1, 2, 3};
        return cenc::signal(isobmff::writeInitSegment(track).value(), {cenc::Scheme::Cenc, {}, 8}, kHeaders)
            .value();
    }();
    return init;
}

void readEverything(ByteView bytes) {
    isobmff::Movie movie;
    movie.tracks.resize(1);
    movie.tracks[0].id = 1;
    movie.tracks[0].entries.resize(1);
    isobmff::BoxCursor cursor(bytes, 0);
    for (isobmff::Box box;;) {
        const auto found = cursor.next(box);
        if (!found || !*found) break;
        if (box.type == isobmff::fourCc("moov")) (void)isobmff::readMovie(box);
        if (box.type == isobmff::fourCc("moof")) (void)isobmff::readFragment(box, movie);
        if (box.type == isobmff::fourCc("sidx")) (void)isobmff::readSegmentIndex(box.content(), box.offset);
        if (box.type == isobmff::fourCc("pssh")) (void)isobmff::readPssh(box.bytes, box.offset);
    }
    const auto signalled = cenc::signal(bytes, {cenc::Scheme::Cenc, {}, 8}, kHeaders);
    if (signalled) {
        const auto stripped = cenc::strip(*signalled);
        if (!stripped || *stripped != toBytes(bytes)) std::abort();
    }
    (void)cenc::strip(bytes);
}

}  // namespace

// Readers stay within the bytes they are given, and strip undoes signal for everything that signal accepts.
// The first byte chooses: the rest is a file, or a list of {offset(16), byte} that damages a valid one (clear
// or protected).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView input(data + 1, size - 1);
    if (data[0] % 3 == 0) {
        readEverything(input);
        return 0;
    }
    Bytes file = data[0] % 3 == 1 ? validInit() : cenc::strip(validInit()).value();
    for (std::size_t i = 0; i + 3 <= input.size(); i += 3)
        file[(std::size_t{input[i]} << 8U | input[i + 1]) % file.size()] = input[i + 2];
    readEverything(file);
    return 0;
}
