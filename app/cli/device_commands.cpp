#include <chrono>
#include <condition_variable>
#include <mutex>

#include "app/cli/commands.h"
#include "core/base/text.h"
#include "core/identity/account_id.h"
#include "core/identity/qr_code.h"
#include "core/studio/devices.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kOwnDays = 5 * 365;
constexpr std::chrono::milliseconds kLookEvery{1000};

/// Two rows of modules in one line of text, dark on light with a quiet zone of two.
void showQr(const Console& console, const std::string& text) {
    const auto code = identity::qrCodeOf(asBytes(text));
    if (!code) return;
    const auto width = static_cast<std::ptrdiff_t>(code->width);
    const auto dark = [&](std::ptrdiff_t x, std::ptrdiff_t y) {
        return x >= 0 && y >= 0 && x < width && y < width &&
               code->dark(static_cast<std::size_t>(x), static_cast<std::size_t>(y));
    };
    for (std::ptrdiff_t y = -2; y < width + 2; y += 2) {
        std::string line;
        for (std::ptrdiff_t x = -2; x < width + 2; ++x)
            line += dark(x, y) ? (dark(x, y + 1) ? " " : "\u2584") : (dark(x, y + 1) ? "\u2580" : "\u2588");
        console.line(line);
    }
}

std::string spanOf(std::int64_t seconds) {
    return std::to_string(seconds / kDay) + " days and " + std::to_string(seconds % kDay / 3600) + " hours";
}

bool pauseUnlessStopped(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, kLookEvery, [] { return false; });
    return !stop.stop_requested();
}

int join(const Context& context) {
    const Console console = context.console();
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    const auto offer = studio::offerDevice(*work->session, context.stop);
    if (!offer) return console.failed(offer.error());
    showQr(console, offer->code);
    console.event("On the other computer, within ten minutes: keyreel-cli device add " + offer->code,
                  {{"code", offer->code}, {"until", offer->time + studio::kPairingSeconds}});
    json result = {{"code", offer->code}, {"until", offer->time + studio::kPairingSeconds}};
    while (context.clock.now() <= offer->time + studio::kPairingSeconds) {
        const auto added = studio::findLender(*work->session, *offer, context.stop);
        if (!added) return console.failed(added.error());
        if (*added) {
            const auto& by = **added;
            console.line("Added by " + identity::toDidKey(by.account) + " as '" + by.name + "'.");
            result["account"] = identity::toDidKey(by.account);
            result["name"] = by.name;
            result["notAfter"] = by.notAfter;
            return console.done(std::move(result));
        }
        if (!pauseUnlessStopped(context.stop))
            return console.failed({"cancelled", "Waiting to be added was cancelled.", ""});
    }
    return console.failed(
        {"code_expired", "Nobody added this device within ten minutes.", "Run it again for a new code."});
}

int add(const Context& context, const std::string& code, const std::string& name, std::int64_t days) {
    const Console console = context.console();
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    const auto added =
        studio::addDevice(*work->session, code, name, context.clock.now() + days * kDay, context.stop);
    if (!added) return console.failed(added.error());
    console.line("'" + added->name + "' (" + identity::fingerprint(added->device) +
                 ") plays what you may, for " + std::to_string(days) + (days == 1 ? " day." : " days."));
    console.line("End that at any time with: keyreel-cli revoke-device " + toHex(added->device));
    return console.done(
        {{"device", toHex(added->device)}, {"name", added->name}, {"notAfter", added->notAfter}});
}

int list(const Context& context) {
    const Console console = context.console();
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    const auto devices = studio::devicesOf(*work->session, context.stop);
    if (!devices) return console.failed(devices.error());
    json rows = json::array();
    const std::int64_t now = context.clock.now();
    for (const auto& device : *devices) {
        console.line(device.name + (device.here ? " (this one)" : "") +
                     (device.ended ? ": ended" : ": for " + spanOf(device.notAfter - now) + " more") +
                     (device.lastOpened
                          ? "; last opened something " + spanOf(now - *device.lastOpened) + " ago"
                          : std::string()) +
                     "\n  " + toHex(device.device));
        rows.push_back({{"device", toHex(device.device)},
                        {"name", device.name},
                        {"purposes", device.purposes},
                        {"since", device.since},
                        {"notAfter", device.notAfter},
                        {"lastOpened", device.lastOpened ? json(*device.lastOpened) : json()},
                        {"here", device.here},
                        {"ended", device.ended}});
    }
    return console.done({{"devices", std::move(rows)}});
}

}  // namespace

void addDeviceCommands(Command app, Context& context, Action& action) {
    struct Arguments {
        std::string code;
        std::string name;
        std::int64_t days = kOwnDays;
    };
    auto arguments = std::make_shared<Arguments>();
    const Command device = app.addSubcommand("device", "The devices of your account").requireSubcommand();
    device
        .addSubcommand(
            "join",
            "Show a code by which somebody adds this computer to their devices, and wait until it is done")
        .callback([&context, &action] { action = [&context] { return join(context); }; });
    const Command addCommand =
        device.addSubcommand("add", "Let the computer that shows this code play what you may");
    addCommand.addOption("CODE", arguments->code, "As device join shows it there").required();
    addCommand.addOption("--name", arguments->name, "What you call it; without it, as it calls itself");
    addCommand.addOption("--days", arguments->days, "For how long: 1 lends it for a day")
        .between(1, kOwnDays)
        .showDefault();
    addCommand.callback([=, &context, &action] {
        action = [=, &context] { return add(context, arguments->code, arguments->name, arguments->days); };
    });
    device.addSubcommand("list", "Which there are, and until when").callback([&context, &action] {
        action = [&context] { return list(context); };
    });
}

}  // namespace keyreel::cli
