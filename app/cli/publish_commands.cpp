#include <optional>

#include "app/cli/commands.h"
#include "app/cli/film_part.h"
#include "app/cli/node_warnings.h"
#include "core/identity/account_id.h"
#include "core/media/ladder.h"
#include "core/studio/access.h"
#include "core/studio/chosen_network.h"
#include "core/studio/library.h"
#include "core/studio/node_choice.h"
#include "core/studio/publish_job.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

/// Tells each change of stage once, and progress as it comes.
studio::JobSink stageTeller(const Console& console) {
    return [console, changes = studio::StageChanges()](const studio::JobReport& report) mutable {
        for (const studio::Stage stage : changes.take(report)) {
            const auto& row = report.at(stage);
            const std::string name(studio::wordOf(stage));
            const std::string status(studio::wordOf(row.status));
            std::string text = "  " + name + ": " + status;
            if (row.status == studio::StageStatus::Done)
                text += " in " + std::to_string(static_cast<int>(row.seconds * 1000)) + " ms";
            console.event(
                text, {{"job", report.id}, {"stage", name}, {"status", status}, {"seconds", row.seconds}});
        }
    };
}

json stagesJson(const studio::JobReport& report) {
    json stages = json::object();
    for (const studio::Stage stage : studio::kAllStages)
        stages[std::string(studio::wordOf(stage))] = report.at(stage).seconds;
    return stages;
}

struct PublishArguments {
    studio::PublishRequest request;
    std::string film;
    std::string cover;
    std::string access = "free";
    std::vector<std::string> royalties;
    std::string resume;
    std::vector<std::string> nodes;
    std::optional<unsigned> threshold;
    std::string ladder;
    bool noChapters = false;
    std::string from;
    std::string to;
    std::string preview;
};

/// Who shall hold the key, and what the person should know about them. A job that goes on keeps those that it
/// began with.
Status takeNodes(const Console& console, PublishArguments& arguments, const studio::Session& session,
                 json& warnings, std::stop_token stop) {
    if (!arguments.resume.empty()) return {};
    KEYREEL_TRY(custody::NodeSet set,
                studio::chooseNodes(session, arguments.nodes, arguments.threshold, stop));
    warnings = warnOfNodes(console, set);
    if (!arguments.nodes.empty() || arguments.threshold)
        arguments.request.holders = {session.network.gatewayUrl, std::move(set)};
    return {};
}

/// The terms are checked against the gateway's share before anything is encrypted.
Status takeOffer(PublishArguments& arguments, const studio::Session& session, std::stop_token stop) {
    studio::Offer& offer = arguments.request.offer;
    if (!arguments.resume.empty()) return {};
    offer.resale = arguments.access == "buy-and-resell";
    offer.sold = offer.resale || arguments.access == "buy-once";
    for (const std::string& text : arguments.royalties) {
        KEYREEL_TRY(const auto row, studio::parseRoyalty(text));
        offer.royalties.push_back(row);
    }
    KEYREEL_TRY(const auto info, session.gateway->info(stop));
    return studio::completeOffer(offer, info.protocolShare);
}

int publish(const Context& context, PublishArguments& arguments) {
    const Console console = context.console();
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    auto& request = arguments.request;
    request.film = arguments.film;
    request.access = arguments.access == "free" ? studio::Access::Free : studio::Access::Granted;
    if (!arguments.cover.empty()) request.cover = arguments.cover;
    if (!arguments.ladder.empty()) {
        auto heights = media::parseLadder(arguments.ladder);
        if (!heights) return console.failed(heights.error());
        request.ladder = std::move(*heights);
    }
    if (arguments.noChapters) request.chapters.emplace();
    const auto part = parsePart(arguments.from, arguments.to);
    if (!part) return console.failed(part.error());
    request.part = *part;
    if (!arguments.preview.empty()) {
        const auto preview = parsePreview(arguments.preview);
        if (!preview) return console.failed(preview.error());
        request.preview = *preview;
    }
    if (const auto terms = takeOffer(arguments, *work->session, context.stop); !terms)
        return console.failed(terms.error());
    json warnings = json::array();
    if (const auto chosen = takeNodes(console, arguments, *work->session, warnings, context.stop); !chosen)
        return console.failed(chosen.error());
    auto job = arguments.resume.empty() ? studio::PublishJob::create(work->places, request, context.clock,
                                                                     *work->session->workshop)
                                        : studio::PublishJob::load(work->places, arguments.resume);
    if (!job) return console.failed(job.error());
    console.event("Publishing '" + job->report().request.title + "' as job " + job->report().id,
                  {{"job", job->report().id}});
    const std::string& id = job->report().id;
    if (const auto wanted = studio::PublishJob::keepPaused(work->places, id, false); !wanted)
        return console.failed(wanted.error());
    auto link = job->run(*work->session, context.stop, stageTeller(console));
    if (!link) {
        // Who stops it here does not expect the window to go on with it.
        if (link.error().code == "cancelled") (void)studio::PublishJob::keepPaused(work->places, id, true);
        if (!console.json()) console.line("Go on with: keyreel-cli publish --resume " + job->report().id);
        return console.failed(link.error());
    }
    for (const std::string& remark : job->report().remarks)
        console.line(remark);
    console.line("Published: " + *link);
    const bool embedded = !studio::chosenNetwork(work->places).value_or(std::nullopt);
    if (embedded && !studio::isEmbeddedNetworkKept(work->places.network))
        console.line(
            "It can be opened while the embedded network runs. Keep it running with: keyreel-cli network up");
    const auto holders = studio::nodeSetFor(job->report().request.holders, work->session->network);
    if (!holders) return console.failed(holders.error());
    return console.done({{"link", *link},
                         {"job", job->report().id},
                         {"stages", stagesJson(job->report())},
                         {"threshold", holders->threshold},
                         {"nodes", holders->nodes.size()},
                         {"remarks", job->report().remarks},
                         {"warnings", std::move(warnings)}});
}

json receiversJson(const std::vector<studio::Receiver>& receivers) {
    json rows = json::array();
    for (const auto& receiver : receivers)
        rows.push_back({{"name", receiver.name}, {"url", receiver.url}, {"code", receiver.code}});
    return rows;
}

/// Done only when everyone has it; otherwise the error names who has and who has not.
int tellRevocation(const Console& console, const studio::RevocationReport& report, const std::string& done,
                   json result) {
    for (const auto* receivers : {&report.nodes, &report.gateways})
        for (const auto& receiver : *receivers)
            console.line("  " + receiver.name + ": " + receiver.code);
    if (const auto status = report.status(); !status) return console.failed(status.error());
    console.line(done);
    result["nodes"] = receiversJson(report.nodes);
    result["gateways"] = receiversJson(report.gateways);
    return console.done(std::move(result));
}

int changeAccess(const Context& context, const std::string& linkText, const std::string& accountText,
                 bool grant) {
    const Console console = context.console();
    auto link = studio::Link::parse(linkText);
    if (!link) return console.failed(link.error());
    auto account = studio::parseAccount(accountText);
    if (!account) return console.failed(account.error());
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    auto there = studio::sessionAt(*work->session, *link, context.stop);
    if (!there) return console.failed(there.error());
    const std::string name = identity::toDidKey(*account);
    const json result = {{"account", name}, {"granted", grant}};
    if (!grant) {
        const auto report = studio::revokeAccess(**there, *link, *account, context.stop);
        if (!report) return console.failed(report.error());
        return tellRevocation(console, *report, name + " may not open it any more.", result);
    }
    if (const auto done = studio::grantAccess(**there, *link, *account, context.stop); !done)
        return console.failed(done.error());
    console.line(name + " may open it now.");
    return console.done(result);
}

int revokeDevice(const Context& context, const std::string& deviceText) {
    const Console console = context.console();
    auto device = studio::parseAccount(deviceText);
    if (!device) return console.failed(device.error());
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    const auto report = studio::revokeDevice(*work->session, *device, context.stop);
    if (!report) return console.failed(report.error());
    return tellRevocation(console, *report, "Revoked. None of these key nodes answers this device any more.",
                          {{"device", deviceText}});
}

int library(const Context& context) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    auto entries = studio::Library(*places).entries();
    if (!entries) return console.failed(entries.error());
    if (entries->empty()) console.line("The library is empty. Publish a film, or open a link.");
    json films = json::array();
    for (const auto& entry : *entries) {
        console.line(entry.title + " (" + std::string(studio::wordOf(entry.role)) + ", " + entry.creatorName +
                     ", " + timeText(static_cast<double>(entry.durationMs) / 1000) + ")\n  " + entry.link);
        films.push_back({{"link", entry.link},
                         {"title", entry.title},
                         {"creator", entry.creatorName},
                         {"role", studio::wordOf(entry.role)},
                         {"durationMs", entry.durationMs}});
    }
    return console.done({{"films", std::move(films)}});
}

}  // namespace

void addPublishCommands(Command app, Context& context, Action& action) {
    auto arguments = std::make_shared<PublishArguments>();
    const Command command = app.addSubcommand(
        "publish",
        "Encrypt a film and publish it. By publishing you state that its rights are yours to share.");
    command.addOption("FILE", arguments->film, "The film");
    command.addOption("--title", arguments->request.title, "Its title");
    command.addOption("--description", arguments->request.description, "What it is about");
    command
        .addOption("--access", arguments->access,
                   "free: anyone with the link; granted: only people you grant; buy-once and buy-and-resell: "
                   "people whose order you or a seller answer")
        .oneOf({"free", "granted", "buy-once", "buy-and-resell"})
        .showDefault();
    studio::Offer& offer = arguments->request.offer;
    command.addOption("--price", offer.price, "An exact decimal, for example 4.50");
    command.addOption("--currency", offer.currency, "USDC, ETH or ELA");
    command.addOption("--editions", offer.editions, "How many may hold it at once").showDefault();
    command.addOption("--reseller-cut", offer.resellerCut, "Thousandths of a resale that its seller keeps")
        .showDefault();
    command.addOption("--offline-days", offer.offlineDays, "For how many days a device may keep it offline")
        .showDefault();
    command
        .addOption("--suite", offer.suite,
                   "2: seal its keys with X25519 and ML-KEM-768 together and never let it be opened "
                   "otherwise, and sign "
                   "with Ed25519 and ML-DSA-65 at this gateway from then on; needs OpenSSL 3.5 here, at the "
                   "key nodes "
                   "and where it is watched")
        .oneOf({"1", "2"})
        .showDefault();
    command.addOption(
        "--royalty", arguments->royalties,
        "ACCOUNT=UNITS in thousandths, repeated; all of them total 1000 less the gateway's share");
    command.addOption("--cover", arguments->cover,
                      "A PNG or JPEG; without it the sharpest early frame is taken");
    command.addOption("--tag", arguments->request.tags,
                      "What it is about, repeated, at most 16 in all; the first is its category");
    command.addFlag("--no-chapters", arguments->noChapters,
                    "Leave the chapters of its file out; their titles are public, as the film's title is");
    command.addFlag("--adult", arguments->request.adult, "For adults only");
    command.addFlag("--ai-training", arguments->request.aiTraining, "Allow training of AI models with it");
    addPartOptions(command, arguments->from, arguments->to);
    command.addOption(
        "--preview", arguments->preview,
        "FROM[,SECONDS]: a clip of it, 5 to 60 s long (15 without SECONDS), that anyone can watch "
        "without asking; it is not encrypted. FROM counts in the whole film, as --from does");
    const Option ladder = command.addOption(
        "--ladder", arguments->ladder,
        "Publish it in several heights, for example 1080,720,480,360; never enlarged. Encodes it anew");
    command
        .addFlag("--keep-source", arguments->request.keepSource,
                 "The film's own pictures, as they are, at the top of the ladder if their key frames fit")
        .needs(ladder);
    command.addOption("--threshold", arguments->threshold, "How many key nodes it takes to open the film")
        .between(1, 16);
    command.addOption(
        "--nodes", arguments->nodes,
        "Key nodes that hold its key, https://HOST[:PORT] each, at most 16; without it: your network's");
    command.addOption("--resume", arguments->resume, "Go on with a job that stopped")
        .excludes("--nodes")
        .excludes("--threshold");
    command.callback([=, &context, &action] {
        if (arguments->resume.empty() && (arguments->film.empty() || arguments->request.title.empty()))
            refuseCommandLine("publish", "FILE and --title are needed (or --resume JOB)");
        action = [=, &context] { return publish(context, *arguments); };
    });

    struct Names {
        std::string link;
        std::string account;
    };
    auto names = std::make_shared<Names>();
    for (const bool grant : {true, false}) {
        const Command access = app.addSubcommand(
            grant ? "grant" : "revoke", grant ? "Let an account open a film of yours" : "Take that back");
        access.addOption("LINK", names->link).required();
        access.addOption("ACCOUNT", names->account, "did:key:z6Mk...").required();
        access.callback([=, &context, &action] {
            action = [=, &context] { return changeAccess(context, names->link, names->account, grant); };
        });
    }
    const Command device = app.addSubcommand(
        "revoke-device", "End a device of yours at every gateway and key node you use, and say who was told");
    device.addOption("DEVICE", names->account, "As shown by identity show on that device").required();
    device.callback(
        [=, &context, &action] { action = [=, &context] { return revokeDevice(context, names->account); }; });
    app.addSubcommand("library", "Films published and opened here").callback([&context, &action] {
        action = [&context] { return library(context); };
    });
}

}  // namespace keyreel::cli
