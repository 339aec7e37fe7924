#include <algorithm>

#include "app/cli/commands.h"
#include "core/audit/log.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/crypto/suites.h"
#include "core/studio/log_check.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

json headJson(const rights::TreeHead& head) {
    return {{"size", head.size}, {"root", toHex(head.root)}, {"timestamp", head.timestamp}};
}

/// Both signed heads, so that anyone with the log's key can check who lied.
json evidenceJson(const rights::Replica& replica) {
    json rows = json::array();
    for (const auto& proof : replica.evidence())
        rows.push_back({{"code", proof.code},
                        {"time", proof.time},
                        {"firstHead", toHex(proof.firstHead)},
                        {"secondHead", toHex(proof.secondHead)},
                        {"statement", toHex(proof.statement)}});
    return rows;
}

int tellCheck(const Console& console, const studio::LogCheck& check) {
    console.line("The rights log holds together: " + std::to_string(check.head.size) + " statements, root " +
                 toHex(check.head.root));
    if (check.before)
        console.line("It only grew since the last time, when it had " + std::to_string(check.before->size) +
                     " statements.");
    else
        console.line("It was verified from this profile for the first time.");
    if (check.idle != 0)
        console.line(std::to_string(check.idle) + " of its entries mean nothing, and nobody obeys them.");
    if (check.halfChecked != 0)
        console.line(std::to_string(check.halfChecked) + " of them carry an ML-DSA signature, too, which " +
                     crypto::cryptoLibrary() + " here cannot check.");
    json idle = json::array();
    for (const auto& entry : check.idleEntries)
        idle.push_back({{"index", entry.index}, {"code", entry.code}});
    json views = json::array();
    for (const auto& witness : check.witnesses) {
        console.line("  " + witness.name + ": " + witness.view);
        views.push_back({{"name", witness.name}, {"url", witness.url}, {"view", witness.view}});
    }
    json result = headJson(check.head);
    if (check.before) result["before"] = headJson(*check.before);
    result["checked"] = check.checkedAnew;
    result["halfChecked"] = check.halfChecked;
    result["idle"] = check.idle;
    result["idleEntries"] = std::move(idle);
    result["witnesses"] = std::move(views);
    return console.done(std::move(result));
}

int verifyLog(const Context& context, const std::string& url, const std::string& evidenceFile) {
    const Console console = context.console();
    std::optional<Work> work;
    std::shared_ptr<studio::Session> session;
    if (url.empty()) {
        auto begun = beginWork(context);
        if (!begun) return console.failed(begun.error());
        work.emplace(std::move(*begun));
        session = work->session;
    } else {
        auto places = context.places();
        if (!places) return console.failed(places.error());
        auto begun = studio::beginObserving(*places, url, context.clock, context.stop);
        if (!begun) return console.failed(begun.error());
        session = std::move(*begun);
    }
    const auto check = studio::checkLog(*session, context.stop);
    const json evidence = evidenceJson(session->rights->replica());
    if (!evidenceFile.empty() && !evidence.empty()) {
        const json file = {{"gateway", session->network.gatewayUrl},
                           {"logKey", toHex(session->network.logKey)},
                           {"evidence", evidence}};
        if (const auto written = writeFileAtomically(evidenceFile, asBytes(file.dump(2))); !written)
            return console.failed(written.error());
        console.line("What the gateway signed against itself is in " + evidenceFile);
    }
    if (!check) return console.failed(check.error());
    return tellCheck(console, *check);
}

struct Verified {
    std::string file;
    audit::Summary summary;
};

/// A log, and those of earlier keys that it goes on from, newest first.
Result<std::vector<Verified>> verifyChain(std::filesystem::path file) {
    std::vector<Verified> chain;
    std::optional<audit::ClosedLog> expected;
    do {
        KEYREEL_TRY(audit::Summary summary, audit::verify(file));
        if (expected && (summary.key != expected->key || summary.records != expected->records ||
                         summary.head != expected->head))
            return fail("audit_broken", file.string() + " is not the log that " + chain.back().file +
                                            " goes on from: it ended otherwise.");
        expected = summary.after;
        chain.push_back({file.string(), std::move(summary)});
        if (expected) file = file.parent_path() / expected->file;
    } while (expected);
    return chain;
}

json tellAudit(const Console& console, const Verified& log) {
    const audit::Summary& summary = log.summary;
    console.line(log.file + ": " + std::to_string(summary.records) +
                 " records, each following the one before, all signed by " + toHex(summary.key));
    if (summary.tornTailBytes != 0)
        console.line("The last write was cut off; " + std::to_string(summary.tornTailBytes) +
                     " bytes after the last record do not count.");
    json result = {{"file", log.file},
                   {"records", summary.records},
                   {"head", toHex(summary.head)},
                   {"key", toHex(summary.key)},
                   {"firstTime", summary.firstTime},
                   {"lastTime", summary.lastTime},
                   {"tornTailBytes", summary.tornTailBytes}};
    if (const auto& closed = summary.after) {
        console.line("It goes on from " + closed->file + ", which ended at record " +
                     std::to_string(closed->records) + " with the head " + toHex(closed->head));
        result["after"] = {{"file", closed->file},
                           {"key", toHex(closed->key)},
                           {"records", closed->records},
                           {"head", toHex(closed->head)}};
    }
    return result;
}

/// The record logs that this computer keeps: the profile's, the embedded gateway's and its key nodes'.
Result<std::vector<std::filesystem::path>> ownAuditLogs(const Context& context) {
    KEYREEL_TRY(const auto places, context.places());
    std::vector<std::filesystem::path> logs;
    std::error_code error;
    if (std::filesystem::exists(places.auditLog(), error)) logs.push_back(places.auditLog());
    std::vector<std::filesystem::path> servers;
    for (auto it = std::filesystem::directory_iterator(places.network, error);
         !error && it != std::filesystem::directory_iterator(); it.increment(error))
        if (const auto log = it->path() / "data" / "audit.log"; std::filesystem::exists(log, error))
            servers.push_back(log);
    std::sort(servers.begin(), servers.end());
    logs.insert(logs.end(), servers.begin(), servers.end());
    if (logs.empty())
        return fail("audit_missing", "Nothing on this computer has kept records yet.",
                    "Name a record log: keyreel-cli audit verify FILE");
    return logs;
}

int verifyAudit(const Context& context, const std::vector<std::string>& files) {
    const Console console = context.console();
    std::vector<std::filesystem::path> logs(files.begin(), files.end());
    if (files.empty()) {
        auto own = ownAuditLogs(context);
        if (!own) return console.failed(own.error());
        logs = std::move(*own);
    }
    json rows = json::array();
    for (const auto& file : logs) {
        const auto chain = verifyChain(file);
        if (!chain) return console.failed(chain.error());
        for (const Verified& log : *chain)
            rows.push_back(tellAudit(console, log));
    }
    // One log, one answer; several are a list beside it.
    json result = rows.front();
    result["logs"] = std::move(rows);
    return console.done(std::move(result));
}

}  // namespace

void addLogCommands(Command app, Context& context, Action& action) {
    struct Arguments {
        std::string url;
        std::string evidence;
        std::vector<std::string> files;
    };
    auto arguments = std::make_shared<Arguments>();
    const Command log = app.addSubcommand("log", "The rights log of a gateway").requireSubcommand();
    const Command check = log.addSubcommand(
        "verify",
        "Verify every statement, signature and hash anew, and that the log only grew since the last time");
    check.addOption("URL", arguments->url,
                    "The gateway, https://HOST[:PORT]; needs no identity. Without it: your own network's");
    check.addOption("--evidence", arguments->evidence,
                    "If the gateway contradicted itself, write what it signed to this file");
    check.callback([=, &context, &action] {
        action = [=, &context] { return verifyLog(context, arguments->url, arguments->evidence); };
    });
    const Command audit = app.addSubcommand("audit", "Record logs of this computer").requireSubcommand();
    const Command verify = audit.addSubcommand(
        "verify", "Walk record logs, with those of earlier keys, and name the first broken record");
    verify.addOption("FILE", arguments->files,
                     "Without any: the profile's, the embedded gateway's and its key nodes'");
    verify.callback([=, &context, &action] {
        action = [=, &context] { return verifyAudit(context, arguments->files); };
    });
}

}  // namespace keyreel::cli
