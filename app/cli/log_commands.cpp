#include "app/cli/commands.h"
#include "core/audit/log.h"
#include "core/base/text.h"
#include "core/studio/witnesses.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

int verifyLog(const Context& context) {
    const Console console = context.console();
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    auto& rights = *work->session->rights;
    if (const auto synced = rights.sync(*work->session->gateway, context.stop); !synced)
        return console.failed(synced.error());
    const auto head = rights.replica().treeHead();
    const auto witnesses =
        studio::compareWitnesses(*work->session, work->session->network.nodes, context.stop, context.stop);
    if (!witnesses) return console.failed(witnesses.error());
    const auto evidence = rights.replica().evidence();
    if (!head)
        return console.failed({"log_empty", "The gateway showed no signed head of its rights log.", ""});
    console.line("The rights log holds together: " + std::to_string(head->size) + " statements, root " +
                 toHex(head->root));
    if (!evidence.empty())
        return console.failed({evidence.front().code,
                               "The log contradicted itself " + std::to_string(evidence.size()) +
                                   " times; the signed evidence is kept in the profile.",
                               "Do not publish or open anything through this gateway."});
    json views = json::array();
    for (const auto& witness : *witnesses) {
        console.line("  " + witness.name + ": " + witness.view);
        views.push_back({{"name", witness.name}, {"view", witness.view}});
    }
    return console.done({{"size", head->size},
                         {"root", toHex(head->root)},
                         {"timestamp", head->timestamp},
                         {"witnesses", std::move(views)}});
}

int verifyAudit(const Context& context, const std::string& file) {
    const Console console = context.console();
    auto summary = audit::verify(file);
    if (!summary) return console.failed(summary.error());
    console.line(std::to_string(summary->records) +
                 " records, each following the one before, all signed by " + toHex(summary->key));
    if (summary->tornTailBytes != 0)
        console.line("The last write was cut off; " + std::to_string(summary->tornTailBytes) +
                     " bytes after the last record do not count.");
    json result = {{"records", summary->records},   {"head", toHex(summary->head)},
                   {"key", toHex(summary->key)},    {"firstTime", summary->firstTime},
                   {"lastTime", summary->lastTime}, {"tornTailBytes", summary->tornTailBytes}};
    if (const auto& closed = summary->after) {
        console.line("It goes on from " + closed->file + ", which ended at record " +
                     std::to_string(closed->records) + " with the head " + toHex(closed->head));
        result["after"] = {{"file", closed->file},
                           {"key", toHex(closed->key)},
                           {"records", closed->records},
                           {"head", toHex(closed->head)}};
    }
    return console.done(std::move(result));
}

}  // namespace

void addLogCommands(CLI::App& app, Context& context, Action& action) {
    auto file = std::make_shared<std::string>();
    CLI::App* log = app.add_subcommand("log", "The rights log of the gateway")->require_subcommand(1);
    log->add_subcommand("verify", "Fetch it and verify every statement, signature and hash")
        ->callback([&context, &action] { action = [&context] { return verifyLog(context); }; });
    CLI::App* audit = app.add_subcommand("audit", "Record logs of this computer")->require_subcommand(1);
    CLI::App* verify = audit->add_subcommand("verify", "Walk a record log and name the first broken record");
    verify->add_option("FILE", *file)->required();
    verify->callback(
        [=, &context, &action] { action = [=, &context] { return verifyAudit(context, *file); }; });
}

}  // namespace keyreel::cli
