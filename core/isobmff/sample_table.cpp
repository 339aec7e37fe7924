#include "core/isobmff/sample_table.h"

#include <optional>

#include "core/base/byte_io.h"

namespace keyreel::isobmff {

namespace {

struct ChunkRun {
    std::uint32_t firstChunk = 0;
    std::uint32_t samples = 0;
    std::uint32_t descriptionIndex = 0;
};

struct Tables {
    std::vector<SamplePlace> samples;
    std::vector<ChunkRun> runs;
    std::vector<std::uint64_t> chunks;
};

Status readSizes(const Box& box, Tables& out) {
    ByteReader in(box.content());
    in.skip(4);
    const bool compact = box.type == fourCc("stz2");
    const std::uint32_t first = in.u32();
    const std::uint32_t count = in.u32();
    const unsigned bits = !compact ? 32 : first & 255U;
    const std::uint32_t common = compact ? 0 : first;
    if (in.failed()) return box.malformed("it is cut off.");
    if (compact && bits != 4 && bits != 8 && bits != 16)
        return box.malformed("its field size is not 4, 8 or 16.");
    if (count > kMaxTrackSamples) return box.malformed("it announces too many samples.");
    if (common == 0 && (std::uint64_t{count} * bits + 7) / 8 > in.remaining())
        return box.malformed("its list is cut off.");
    if (!out.samples.empty()) return box.malformed("there are two tables of sample sizes.");
    out.samples.resize(count);
    std::uint8_t pair = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::uint32_t size = common;
        if (common == 0) {
            if (bits == 32) size = in.u32();
            if (bits == 16) size = in.u16();
            if (bits == 8) size = in.u8();
            if (bits == 4) {
                if (i % 2 == 0) pair = in.u8();
                size = i % 2 == 0 ? pair >> 4U : pair & 15U;
            }
        }
        out.samples[i].size = size;
    }
    return {};
}

Status readRuns(const Box& box, Tables& out) {
    ByteReader in(box.content());
    in.skip(4);
    const std::uint32_t count = in.u32();
    if (in.failed() || count > in.remaining() / 12) return box.malformed("its list is cut off.");
    out.runs.resize(count);
    std::uint32_t previous = 0;
    for (ChunkRun& run : out.runs) {
        run.firstChunk = in.u32();
        run.samples = in.u32();
        run.descriptionIndex = in.u32();
        if (run.firstChunk <= previous) return box.malformed("its chunks do not ascend.");
        previous = run.firstChunk;
    }
    if (count > 0 && out.runs.front().firstChunk != 1)
        return box.malformed("it does not begin with the first chunk.");
    return {};
}

Status readChunks(const Box& box, Tables& out) {
    ByteReader in(box.content());
    in.skip(4);
    const bool wide = box.type == fourCc("co64");
    const std::uint32_t count = in.u32();
    if (in.failed() || count > in.remaining() / (wide ? 8 : 4)) return box.malformed("its list is cut off.");
    out.chunks.resize(count);
    for (std::uint64_t& chunk : out.chunks)
        chunk = wide ? in.u64() : in.u32();
    return {};
}

}  // namespace

Result<std::vector<SamplePlace>> readSampleTable(const Box& stbl) {
    Tables tables;
    BoxCursor children(stbl);
    for (Box box;;) {
        KEYREEL_TRY(const bool found, children.next(box));
        if (!found) break;
        if (box.type == fourCc("stsz") || box.type == fourCc("stz2")) KEYREEL_CHECK(readSizes(box, tables));
        if (box.type == fourCc("stsc")) KEYREEL_CHECK(readRuns(box, tables));
        if (box.type == fourCc("stco") || box.type == fourCc("co64")) KEYREEL_CHECK(readChunks(box, tables));
    }
    std::size_t sample = 0;
    std::size_t run = 0;
    for (std::size_t chunk = 0; chunk < tables.chunks.size() && sample < tables.samples.size(); ++chunk) {
        if (tables.runs.empty()) return stbl.malformed("chunks have no samples.");
        if (run + 1 < tables.runs.size() && tables.runs[run + 1].firstChunk == chunk + 1) ++run;
        std::uint64_t offset = tables.chunks[chunk];
        for (std::uint32_t i = 0; i < tables.runs[run].samples && sample < tables.samples.size();
             ++i, ++sample) {
            tables.samples[sample].offset = offset;
            tables.samples[sample].descriptionIndex = tables.runs[run].descriptionIndex;
            if (offset + tables.samples[sample].size < offset)
                return stbl.malformed("a sample's place overflows.");
            offset += tables.samples[sample].size;
        }
    }
    if (sample != tables.samples.size()) return stbl.malformed("samples stand in no chunk.");
    return std::move(tables.samples);
}

}  // namespace keyreel::isobmff
