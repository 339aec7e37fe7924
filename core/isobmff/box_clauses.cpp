#include "core/isobmff/box_clauses.h"

#include <algorithm>
#include <array>

namespace keyreel::isobmff {
namespace {

struct BoxClause {
    FourCc type;
    std::string_view clause;
};

constexpr std::array kClauses{
    BoxClause{fourCc("ftyp"), "ISO/IEC 14496-12 4.3"},
    BoxClause{fourCc("mdat"), "ISO/IEC 14496-12 8.1.1"},
    BoxClause{fourCc("free"), "ISO/IEC 14496-12 8.1.2"},
    BoxClause{fourCc("moov"), "ISO/IEC 14496-12 8.2.1"},
    BoxClause{fourCc("mvhd"), "ISO/IEC 14496-12 8.2.2"},
    BoxClause{fourCc("trak"), "ISO/IEC 14496-12 8.3.1"},
    BoxClause{fourCc("tkhd"), "ISO/IEC 14496-12 8.3.2"},
    BoxClause{fourCc("mdia"), "ISO/IEC 14496-12 8.4.1"},
    BoxClause{fourCc("mdhd"), "ISO/IEC 14496-12 8.4.2"},
    BoxClause{fourCc("hdlr"), "ISO/IEC 14496-12 8.4.3"},
    BoxClause{fourCc("minf"), "ISO/IEC 14496-12 8.4.4"},
    BoxClause{fourCc("stbl"), "ISO/IEC 14496-12 8.5.1"},
    BoxClause{fourCc("stsd"), "ISO/IEC 14496-12 8.5.2"},
    BoxClause{fourCc("stts"), "ISO/IEC 14496-12 8.6.1.2"},
    BoxClause{fourCc("ctts"), "ISO/IEC 14496-12 8.6.1.3"},
    BoxClause{fourCc("stss"), "ISO/IEC 14496-12 8.6.2"},
    BoxClause{fourCc("edts"), "ISO/IEC 14496-12 8.6.5"},
    BoxClause{fourCc("elst"), "ISO/IEC 14496-12 8.6.6"},
    BoxClause{fourCc("stsz"), "ISO/IEC 14496-12 8.7.3"},
    BoxClause{fourCc("stz2"), "ISO/IEC 14496-12 8.7.3"},
    BoxClause{fourCc("stsc"), "ISO/IEC 14496-12 8.7.4"},
    BoxClause{fourCc("stco"), "ISO/IEC 14496-12 8.7.5"},
    BoxClause{fourCc("co64"), "ISO/IEC 14496-12 8.7.5"},
    BoxClause{fourCc("saiz"), "ISO/IEC 14496-12 8.7.8"},
    BoxClause{fourCc("saio"), "ISO/IEC 14496-12 8.7.9"},
    BoxClause{fourCc("mvex"), "ISO/IEC 14496-12 8.8.1"},
    BoxClause{fourCc("mehd"), "ISO/IEC 14496-12 8.8.2"},
    BoxClause{fourCc("trex"), "ISO/IEC 14496-12 8.8.3"},
    BoxClause{fourCc("moof"), "ISO/IEC 14496-12 8.8.4"},
    BoxClause{fourCc("mfhd"), "ISO/IEC 14496-12 8.8.5"},
    BoxClause{fourCc("traf"), "ISO/IEC 14496-12 8.8.6"},
    BoxClause{fourCc("tfhd"), "ISO/IEC 14496-12 8.8.7"},
    BoxClause{fourCc("trun"), "ISO/IEC 14496-12 8.8.8"},
    BoxClause{fourCc("tfdt"), "ISO/IEC 14496-12 8.8.12"},
    BoxClause{fourCc("sbgp"), "ISO/IEC 14496-12 8.9.2"},
    BoxClause{fourCc("sgpd"), "ISO/IEC 14496-12 8.9.3"},
    BoxClause{fourCc("sinf"), "ISO/IEC 14496-12 8.12.1"},
    BoxClause{fourCc("frma"), "ISO/IEC 14496-12 8.12.2"},
    BoxClause{fourCc("schm"), "ISO/IEC 14496-12 8.12.5"},
    BoxClause{fourCc("schi"), "ISO/IEC 14496-12 8.12.6"},
    BoxClause{fourCc("styp"), "ISO/IEC 14496-12 8.16.2"},
    BoxClause{fourCc("sidx"), "ISO/IEC 14496-12 8.16.3"},
    BoxClause{fourCc("senc"), "ISO/IEC 23001-7 7.2"},
    BoxClause{fourCc("pssh"), "ISO/IEC 23001-7 8.1"},
    BoxClause{fourCc("tenc"), "ISO/IEC 23001-7 8.2"},
};

}  // namespace

std::string_view clauseOf(FourCc type) {
    const auto* const found = std::find_if(kClauses.begin(), kClauses.end(),
                                           [&](const BoxClause& box) { return box.type == type; });
    return found == kClauses.end() ? std::string_view{} : found->clause;
}

}  // namespace keyreel::isobmff
