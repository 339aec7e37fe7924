#include "app/cli/commands.h"
#include "core/studio/access.h"
#include "core/studio/publish_job.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

/// One word for where a job stands.
std::string stateOf(const studio::JobReport& report) {
    if (report.published()) return "published";
    for (const studio::Stage stage : studio::kAllStages)
        if (report.at(stage).status != studio::StageStatus::Done)
            return std::string(studio::wordOf(stage)) + " " +
                   std::string(studio::wordOf(report.at(stage).status));
    return "done";
}

int list(const Context& context) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    json jobs = json::array();
    for (const auto& report : studio::PublishJob::list(*places)) {
        console.line(report.id + "  " + report.request.title + " (" + stateOf(report) + ")");
        if (report.published()) console.line("  " + report.link);
        if (report.error) console.line("  " + report.error->what + " " + report.error->next);
        json job = {{"job", report.id},
                    {"title", report.request.title},
                    {"film", report.request.film.string()},
                    {"created", report.created},
                    {"state", stateOf(report)},
                    {"link", report.link}};
        if (report.error) job["error"] = report.error->code;
        jobs.push_back(std::move(job));
    }
    if (jobs.empty()) console.line("Nothing is being published.");
    return console.done({{"jobs", std::move(jobs)}});
}

int discard(const Context& context, const std::string& id) {
    const Console console = context.console();
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    auto job = studio::PublishJob::load(work->places, id);
    if (!job) return console.failed(job.error());
    const bool published = job->report().published();
    if (const auto gone = job->discard(work->session.get(), context.stop); !gone)
        return console.failed(gone.error());
    console.line(
        published
            ? "The job is put away; its film stays published."
            : "Nothing of it is left here, and nobody can open the film. The video file is where it was.");
    return console.done({{"job", id}, {"published", published}});
}

int unpublish(const Context& context, const std::string& text) {
    const Console console = context.console();
    auto link = studio::Link::parse(text);
    if (!link) return console.failed(link.error());
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    auto there = studio::sessionAt(*work->session, *link, context.stop);
    if (!there) return console.failed(there.error());
    if (const auto done = studio::unpublishFilm(**there, *link, context.stop); !done)
        return console.failed(done.error());
    console.line("Unpublished. Who was granted access keeps it until you revoke it.");
    return console.done({{"link", link->text()}});
}

}  // namespace

void addJobCommands(Command app, Context& context, Action& action) {
    const Command jobs =
        app.addSubcommand("jobs", "Films on their way to being published").requireSubcommand();
    jobs.addSubcommand("list", "Every job of this profile, oldest first").callback([&context, &action] {
        action = [&context] { return list(context); };
    });
    auto name = std::make_shared<std::string>();
    const Command away = jobs.addSubcommand("discard", "Cancel a job and take back what came to the gateway");
    away.addOption("JOB", *name, "As publish and jobs list name it").required();
    away.callback([=, &context, &action] { action = [=, &context] { return discard(context, *name); }; });
    const Command back =
        app.addSubcommand("unpublish", "Take a film of yours out of the catalogue, for good");
    back.addOption("LINK", *name).required();
    back.callback([=, &context, &action] { action = [=, &context] { return unpublish(context, *name); }; });
}

}  // namespace keyreel::cli
