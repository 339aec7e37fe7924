#include "core/rights/statement_codec.h"

namespace keyreel::rights {

namespace {

using cbor::MapReader;
using cbor::Value;

constexpr std::size_t kMaxPurposes = 8;
constexpr std::size_t kMaxRoyaltyRows = 64;

Value fields(const DeviceRegistration& s) {
    Value purposes = Value::array();
    for (const std::string& purpose : s.purposes)
        purposes.add(Value::text(purpose));
    Value map = Value::map()
                    .put("account", Value::bytes(s.account))
                    .put("device", Value::bytes(s.device))
                    .put("name", Value::text(s.name))
                    .put("purposes", std::move(purposes))
                    .put("notAfter", Value::integer(s.notAfter))
                    .put("time", Value::integer(s.time));
    if (s.latticeKey) map.put("latticeKey", Value::bytes(*s.latticeKey));
    return map;
}

Value fields(const DeviceRevocation& s) {
    return Value::map()
        .put("account", Value::bytes(s.account))
        .put("device", Value::bytes(s.device))
        .put("time", Value::integer(s.time));
}

Value fields(const AssetTerms& t) {
    return Value::map()
        .put("manifest", Value::text(t.manifestCid))
        .put("access", Value::uint(static_cast<std::uint64_t>(t.access)))
        .put("price", Value::text(t.price))
        .put("currency", Value::text(t.currency))
        .put("supply", Value::uint(t.supply))
        .put("resellerCut", Value::uint(t.resellerCut))
        .put("flags", Value::uint(t.flags))
        .put("policy", Value::bytes(t.policyDigest));
}

Value fields(const AssetMint& s) {
    Value royalties = Value::array();
    for (const RoyaltyShare& row : s.royalties)
        royalties.add(Value::array({Value::bytes(row.account), Value::uint(row.units)}));
    return Value::map()
        .put("content", Value::bytes(s.contentId))
        .put("creator", Value::bytes(s.creator))
        .put("terms", fields(s.terms))
        .put("royalties", std::move(royalties))
        .put("time", Value::integer(s.time));
}

Value fields(const AssetUpdate& s) {
    return Value::map()
        .put("content", Value::bytes(s.contentId))
        .put("creator", Value::bytes(s.creator))
        .put("revision", Value::uint(s.revision))
        .put("terms", fields(s.terms))
        .put("time", Value::integer(s.time));
}

Value fields(const AssetUnpublish& s) {
    return Value::map()
        .put("content", Value::bytes(s.contentId))
        .put("creator", Value::bytes(s.creator))
        .put("time", Value::integer(s.time));
}

Value fields(const AccessGrant& s) {
    Value map = Value::map()
                    .put("content", Value::bytes(s.contentId))
                    .put("grantor", Value::bytes(s.grantor))
                    .put("account", Value::bytes(s.account))
                    .put("time", Value::integer(s.time));
    if (!s.order.empty()) map.put("order", Value::bytes(s.order));
    return map;
}

Value fields(const AccessRevocation& s) {
    return Value::map()
        .put("content", Value::bytes(s.contentId))
        .put("revoker", Value::bytes(s.revoker))
        .put("account", Value::bytes(s.account))
        .put("time", Value::integer(s.time));
}

Value fields(const SaleDelegation& s) {
    return Value::map()
        .put("content", Value::bytes(s.contentId))
        .put("creator", Value::bytes(s.creator))
        .put("seller", Value::bytes(s.seller))
        .put("supply", Value::uint(s.supply))
        .put("notAfter", Value::integer(s.notAfter))
        .put("time", Value::integer(s.time));
}

Value fields(const AccessTransfer& s) {
    return Value::map()
        .put("content", Value::bytes(s.contentId))
        .put("holder", Value::bytes(s.holder))
        .put("account", Value::bytes(s.account))
        .put("time", Value::integer(s.time));
}

Value fields(const RoyaltyTransfer& s) {
    return Value::map()
        .put("content", Value::bytes(s.contentId))
        .put("holder", Value::bytes(s.holder))
        .put("account", Value::bytes(s.account))
        .put("units", Value::uint(s.units))
        .put("time", Value::integer(s.time));
}

// The readers below stop at the first field that is not as it must be; `bad` gives all faults of form one
// code.

Result<DeviceRegistration> registrationFrom(MapReader& reader) {
    DeviceRegistration s;
    KEYREEL_TRY(s.account, reader.byteArray<32>("account"));
    KEYREEL_TRY(s.device, reader.byteArray<32>("device"));
    KEYREEL_TRY(s.name, reader.text("name", 128));
    KEYREEL_TRY(const auto* purposes, reader.array("purposes", kMaxPurposes));
    for (const Value& purpose : *purposes) {
        KEYREEL_TRY(std::string text, purpose.asText());
        s.purposes.push_back(std::move(text));
    }
    KEYREEL_TRY(s.notAfter, reader.integer("notAfter"));
    KEYREEL_TRY(s.time, reader.integer("time"));
    if (reader.has("latticeKey")) {
        KEYREEL_TRY(s.latticeKey, reader.byteArray<32>("latticeKey"));
    }
    return s;
}

Result<DeviceRevocation> deviceRevocationFrom(MapReader& reader) {
    DeviceRevocation s;
    KEYREEL_TRY(s.account, reader.byteArray<32>("account"));
    KEYREEL_TRY(s.device, reader.byteArray<32>("device"));
    KEYREEL_TRY(s.time, reader.integer("time"));
    return s;
}

Result<AssetTerms> termsFrom(const Value& value) {
    MapReader reader(value, "terms");
    AssetTerms t;
    KEYREEL_TRY(t.manifestCid, reader.text("manifest", 128));
    KEYREEL_TRY(const std::uint64_t access, reader.uint("access", 3));
    t.access = static_cast<AccessMethod>(access);
    KEYREEL_TRY(t.price, reader.text("price", 64));
    KEYREEL_TRY(t.currency, reader.text("currency", 8));
    KEYREEL_TRY(const std::uint64_t supply, reader.uint("supply", 0xFFFFFFFFU));
    t.supply = static_cast<std::uint32_t>(supply);
    KEYREEL_TRY(const std::uint64_t cut, reader.uint("resellerCut", 0xFFFFU));
    t.resellerCut = static_cast<std::uint16_t>(cut);
    KEYREEL_TRY(const std::uint64_t flags, reader.uint("flags", 0xFFFFFFFFU));
    t.flags = static_cast<std::uint32_t>(flags);
    KEYREEL_TRY(t.policyDigest, reader.byteArray<32>("policy"));
    KEYREEL_CHECK(reader.finish());
    return t;
}

Result<AssetMint> mintFrom(MapReader& reader) {
    AssetMint s;
    KEYREEL_TRY(s.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(s.creator, reader.byteArray<32>("creator"));
    KEYREEL_TRY(const Value* terms, reader.value("terms"));
    KEYREEL_TRY(s.terms, termsFrom(*terms));
    KEYREEL_TRY(const auto* royalties, reader.array("royalties", kMaxRoyaltyRows));
    for (const Value& row : *royalties) {
        KEYREEL_TRY(const auto* pair, row.asArray(2));
        RoyaltyShare share;
        KEYREEL_TRY(share.account, (*pair)[0].asByteArray<32>());
        KEYREEL_TRY(const std::uint64_t units, (*pair)[1].asUint());
        if (units > 1000) return fail("statement_invalid", "A royalty row has more than 1000 units.");
        share.units = static_cast<std::uint16_t>(units);
        s.royalties.push_back(share);
    }
    KEYREEL_TRY(s.time, reader.integer("time"));
    return s;
}

Result<AssetUpdate> updateFrom(MapReader& reader) {
    AssetUpdate s;
    KEYREEL_TRY(s.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(s.creator, reader.byteArray<32>("creator"));
    KEYREEL_TRY(const std::uint64_t revision, reader.uint("revision", 0xFFFFFFFFU));
    s.revision = static_cast<std::uint32_t>(revision);
    KEYREEL_TRY(const Value* terms, reader.value("terms"));
    KEYREEL_TRY(s.terms, termsFrom(*terms));
    KEYREEL_TRY(s.time, reader.integer("time"));
    return s;
}

Result<AssetUnpublish> unpublishFrom(MapReader& reader) {
    AssetUnpublish s;
    KEYREEL_TRY(s.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(s.creator, reader.byteArray<32>("creator"));
    KEYREEL_TRY(s.time, reader.integer("time"));
    return s;
}

Result<AccessGrant> grantFrom(MapReader& reader) {
    AccessGrant s;
    KEYREEL_TRY(s.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(s.grantor, reader.byteArray<32>("grantor"));
    KEYREEL_TRY(s.account, reader.byteArray<32>("account"));
    if (reader.has("order")) {
        KEYREEL_TRY(s.order, reader.bytesUpTo("order", kMaxOrderBytes));
        if (s.order.empty()) return fail("statement_malformed", "The order is empty.");
    }
    KEYREEL_TRY(s.time, reader.integer("time"));
    return s;
}

Result<AccessRevocation> accessRevocationFrom(MapReader& reader) {
    AccessRevocation s;
    KEYREEL_TRY(s.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(s.revoker, reader.byteArray<32>("revoker"));
    KEYREEL_TRY(s.account, reader.byteArray<32>("account"));
    KEYREEL_TRY(s.time, reader.integer("time"));
    return s;
}

Result<SaleDelegation> delegationFrom(MapReader& reader) {
    SaleDelegation s;
    KEYREEL_TRY(s.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(s.creator, reader.byteArray<32>("creator"));
    KEYREEL_TRY(s.seller, reader.byteArray<32>("seller"));
    KEYREEL_TRY(const std::uint64_t supply, reader.uint("supply", 0xFFFFFFFFU));
    s.supply = static_cast<std::uint32_t>(supply);
    KEYREEL_TRY(s.notAfter, reader.integer("notAfter"));
    KEYREEL_TRY(s.time, reader.integer("time"));
    return s;
}

Result<AccessTransfer> transferFrom(MapReader& reader) {
    AccessTransfer s;
    KEYREEL_TRY(s.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(s.holder, reader.byteArray<32>("holder"));
    KEYREEL_TRY(s.account, reader.byteArray<32>("account"));
    KEYREEL_TRY(s.time, reader.integer("time"));
    return s;
}

Result<RoyaltyTransfer> royaltyTransferFrom(MapReader& reader) {
    RoyaltyTransfer s;
    KEYREEL_TRY(s.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(s.holder, reader.byteArray<32>("holder"));
    KEYREEL_TRY(s.account, reader.byteArray<32>("account"));
    KEYREEL_TRY(const std::uint64_t units, reader.uint("units", 0xFFFFU));
    s.units = static_cast<std::uint16_t>(units);
    KEYREEL_TRY(s.time, reader.integer("time"));
    return s;
}

template <class T>
Result<Statement> finished(MapReader& reader, Result<T> read) {
    if (!read)
        return fail(read.error().code == "statement_invalid" ? "statement_invalid" : "statement_malformed",
                    read.error().what);
    if (const Status rest = reader.finish(); !rest) return fail("statement_malformed", rest.error().what);
    return Statement(std::move(*read));
}

}  // namespace

cbor::Value fieldsOf(const Statement& statement) {
    return std::visit([](const auto& kind) { return fields(kind); }, statement);
}

cbor::Value fieldsOf(const Order& order) {
    return Value::map()
        .put("content", Value::bytes(order.contentId))
        .put("account", Value::bytes(order.account))
        .put("price", Value::text(order.price))
        .put("currency", Value::text(order.currency))
        .put("time", Value::integer(order.time));
}

Result<Statement> statementFrom(std::string_view domain, const cbor::Value& value) {
    MapReader reader(value, std::string(domain));
    if (domain == domainOf(DeviceRegistration())) return finished(reader, registrationFrom(reader));
    if (domain == domainOf(DeviceRevocation())) return finished(reader, deviceRevocationFrom(reader));
    if (domain == domainOf(AssetMint())) return finished(reader, mintFrom(reader));
    if (domain == domainOf(AssetUpdate())) return finished(reader, updateFrom(reader));
    if (domain == domainOf(AssetUnpublish())) return finished(reader, unpublishFrom(reader));
    if (domain == domainOf(AccessGrant())) return finished(reader, grantFrom(reader));
    if (domain == domainOf(AccessRevocation())) return finished(reader, accessRevocationFrom(reader));
    if (domain == domainOf(SaleDelegation())) return finished(reader, delegationFrom(reader));
    if (domain == domainOf(AccessTransfer())) return finished(reader, transferFrom(reader));
    if (domain == domainOf(RoyaltyTransfer())) return finished(reader, royaltyTransferFrom(reader));
    return fail("statement_malformed", "This kind of statement is not known.",
                "Update Keyreel if the statement comes from a newer version.");
}

Result<Order> orderFrom(const cbor::Value& value) {
    MapReader reader(value, "order");
    Order order;
    KEYREEL_TRY(order.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(order.account, reader.byteArray<32>("account"));
    KEYREEL_TRY(order.price, reader.text("price", 64));
    KEYREEL_TRY(order.currency, reader.text("currency", 8));
    KEYREEL_TRY(order.time, reader.integer("time"));
    KEYREEL_CHECK(reader.finish());
    return order;
}

}  // namespace keyreel::rights
