#include <algorithm>

#include "app/cli/commands.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/identity/account_id.h"
#include "core/studio/access.h"
#include "core/studio/kept_proofs.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxFile = studio::kMaxReleaseProof + package::kMaxManifestBytes + 4;

struct ProofArguments {
    std::string file;
    std::string link;
    std::string name;
    std::string logKey;
    std::string creator;
};

int listProofs(const Context& context) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    const auto kept = studio::KeptProofs(*places).list();
    if (!kept) return console.failed(kept.error());
    if (kept->empty()) console.line("No film was opened in this profile yet.");
    json rows = json::array();
    for (const auto& proof : *kept) {
        console.line(proof.name + "  film " + toHex(proof.contentId));
        rows.push_back({{"name", proof.name}, {"content", toHex(proof.contentId)}, {"opened", proof.opened}});
    }
    return console.done({{"proofs", std::move(rows)}});
}

/// The one that was asked for, else the newest of the film or of all.
Result<std::string> chooseProof(const studio::KeptProofs& proofs, const ProofArguments& arguments) {
    if (!arguments.name.empty()) return arguments.name;
    KEYREEL_TRY(const auto kept, proofs.list());
    std::optional<studio::ContentId> wanted;
    if (!arguments.link.empty()) {
        KEYREEL_TRY(const auto link, studio::Link::parse(arguments.link));
        wanted = link.contentId;
    }
    for (const auto& proof : kept)
        if (!wanted || proof.contentId == *wanted) return proof.name;
    return fail("proof_missing", "No opening of this film is on record in this profile.",
                "Open it first, with: keyreel-cli open LINK");
}

int exportProof(const Context& context, const ProofArguments& arguments) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    std::error_code error;
    if (std::filesystem::exists(arguments.file, error))
        return console.failed({"file_exists", arguments.file + " exists already and is left as it is.",
                               "Choose another name, or remove it first."});
    const studio::KeptProofs proofs(*places);
    const auto name = chooseProof(proofs, arguments);
    if (!name) return console.failed(name.error());
    const auto joined = proofs.joined(*name);
    if (!joined) return console.failed(joined.error());
    if (const auto written = writeFileAtomically(arguments.file, *joined); !written)
        return console.failed(written.error());
    console.line("Wrote " + arguments.file + ". Anyone can check it with: keyreel-cli proof verify " +
                 arguments.file);
    return console.done({{"file", arguments.file}, {"name", *name}, {"bytes", joined->size()}});
}

Status comparePins(const studio::VerifiedRelease& release, const ProofArguments& arguments) {
    if (!arguments.logKey.empty()) {
        const auto key = fromHexExact<32>(arguments.logKey);
        if (!key || *key != release.proof.logKey)
            return fail("proof_other_log", "logKey: The rights log in this proof is that of another gateway.",
                        "Compare its key with the one that the gateway shows.");
    }
    if (!arguments.creator.empty()) {
        KEYREEL_TRY(const auto account, studio::parseAccount(arguments.creator));
        if (account != release.manifest.creator)
            return fail("proof_other_creator", "manifest: The film in this proof is by another maker.", "");
    }
    return {};
}

json describe(const Console& console, const studio::VerifiedRelease& release) {
    const auto& proof = release.proof;
    console.line("'" + printable(release.manifest.title) + "' by " + printable(release.manifest.creatorName) +
                 ", " + identity::toDidKey(release.manifest.creator));
    console.line("was opened by the account " + identity::toDidKey(release.account));
    console.line("on the device " + printable(release.deviceName) + ", " +
                 identity::fingerprint(release.device));
    console.line("at " + std::to_string(proof.opened) + " (Unix time), by a pass of " +
                 printable(proof.gateway) +
                 ", as that device says. Only it says the times of the nodes, too.");
    json nodes = json::array();
    for (const auto& node : release.nodes) {
        console.line("  " + printable(node.name) + ": " +
                     (node.released ? "released its share, signed by " + identity::fingerprint(node.key)
                                    : printable(node.code) + " as the device says,") +
                     " in " + std::to_string(node.milliseconds) + " ms");
        json row = {{"name", node.name},         {"url", node.url},   {"key", toHex(node.key)},
                    {"released", node.released}, {"code", node.code}, {"ms", node.milliseconds}};
        if (node.released) row["answered"] = node.answered;
        if (node.shown) row["shown"] = {{"size", node.shown->size}, {"root", toHex(node.shown->root)}};
        nodes.push_back(std::move(row));
    }
    console.line("The rights log with the key " + toHex(proof.logKey) + " had " +
                 std::to_string(release.head.size) + " entries.");
    return {{"id", toHex(release.id)},
            {"content", toHex(proof.contentId)},
            {"title", release.manifest.title},
            {"creator", identity::toDidKey(release.manifest.creator)},
            {"account", identity::toDidKey(release.account)},
            {"device", toHex(release.device)},
            {"deviceName", release.deviceName},
            {"opened", proof.opened},
            {"tier", proof.tier},
            {"threshold", release.threshold},
            {"gateway", proof.gateway},
            {"capabilityKey", toHex(proof.capabilityKey)},
            {"logKey", toHex(proof.logKey)},
            {"logSize", release.head.size},
            {"logRoot", toHex(release.head.root)},
            {"nodes", std::move(nodes)}};
}

int verifyProof(const Context& context, const ProofArguments& arguments) {
    const Console console = context.console();
    const auto bytes = readFile(arguments.file, kMaxFile);
    if (!bytes) return console.failed(bytes.error());
    const auto release = studio::verifyReleaseProof(*bytes);
    if (!release) return console.failed(release.error());
    if (const auto same = comparePins(*release, arguments); !same) return console.failed(same.error());
    return console.done(describe(console, *release));
}

}  // namespace

void addProofCommands(Command app, Context& context, Action& action) {
    auto arguments = std::make_shared<ProofArguments>();
    const Command proof =
        app.addSubcommand("proof", "How a film was opened, as its key nodes signed it").requireSubcommand();
    proof.addSubcommand("list", "The openings on record in this profile").callback([&context, &action] {
        action = [&context] { return listProofs(context); };
    });
    const Command write =
        proof.addSubcommand("export", "Write one to a file; the newest unless told otherwise");
    write.addOption("FILE", arguments->file).required();
    write.addOption("--link", arguments->link, "The newest of this film");
    write.addOption("--name", arguments->name, "One as shown by proof list");
    write.callback(
        [=, &context, &action] { action = [=, &context] { return exportProof(context, *arguments); }; });
    const Command verify =
        proof.addSubcommand("verify", "Check every signature in one, without a network or an identity");
    verify.addOption("FILE", arguments->file).required();
    verify.addOption("--log-key", arguments->logKey,
                     "The rights log that it must be of, 64 hexadecimal digits");
    verify.addOption("--creator", arguments->creator, "The maker that the film must be by");
    verify.callback(
        [=, &context, &action] { action = [=, &context] { return verifyProof(context, *arguments); }; });
}

}  // namespace keyreel::cli
