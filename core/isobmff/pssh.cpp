#include "core/isobmff/pssh.h"

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/isobmff/box.h"
#include "core/isobmff/box_clauses.h"
#include "core/isobmff/box_writer.h"

namespace keyreel::isobmff {

Bytes writePssh(const Pssh& pssh) {
    Bytes bytes;
    BoxWriter out(bytes);
    const bool listed = !pssh.keyIds.empty();
    out.beginFull(fourCc("pssh"), listed ? 1 : 0, 0);
    out.bytes(pssh.systemId);
    if (listed) out.u32(static_cast<std::uint32_t>(pssh.keyIds.size()));
    for (const KeyId& keyId : pssh.keyIds)
        out.bytes(keyId);
    out.u32(static_cast<std::uint32_t>(pssh.data.size()));
    out.bytes(pssh.data);
    out.end();
    return bytes;
}

Result<Pssh> readPssh(ByteView bytes, std::uint64_t fileOffset) {
    BoxCursor cursor(bytes, fileOffset);
    Box box;
    KEYREEL_TRY(const bool found, cursor.next(box));
    if (!found || box.type != fourCc("pssh") || box.bytes.size() != bytes.size())
        return fail("box_malformed", "Byte " + std::to_string(fileOffset) + ", " +
                                         std::string(clauseOf(fourCc("pssh"))) +
                                         ": this is not one pssh box.");
    ByteReader in(box.content());
    const std::uint8_t version = in.u8();
    in.skip(3);
    if (version > 1) return box.malformed("unknown version.");
    Pssh pssh;
    const auto copyId = [&](std::array<std::uint8_t, 16>& to) {
        const ByteView id = in.bytes(16);
        if (!in.failed()) std::copy(id.begin(), id.end(), to.begin());
    };
    copyId(pssh.systemId);
    if (version == 1) {
        const std::uint32_t count = in.u32();
        if (in.failed() || count > in.remaining() / 16) return box.malformed("its key ids are cut off.");
        pssh.keyIds.resize(count);
        for (KeyId& keyId : pssh.keyIds)
            copyId(keyId);
    }
    const std::uint32_t size = in.u32();
    pssh.data = toBytes(in.bytes(size));
    if (in.failed() || !in.atEnd()) return box.malformed("its data size is wrong.");
    return pssh;
}

Result<std::vector<Pssh>> readPsshList(ByteView boxes) {
    std::vector<Pssh> out;
    BoxCursor cursor(boxes, 0);
    for (Box box;;) {
        KEYREEL_TRY(const bool found, cursor.next(box));
        if (!found) break;
        KEYREEL_TRY(Pssh pssh, readPssh(box.bytes, box.offset));
        out.push_back(std::move(pssh));
    }
    if (out.empty()) return fail("box_malformed", "There is no pssh box.");
    return out;
}

}  // namespace keyreel::isobmff
