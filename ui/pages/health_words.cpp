#include "ui/pages/health_words.h"

#include <algorithm>

#include "ui/models/error_text.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
HealthWords healthOf(const Engine& engine) {
    using enum Engine::Readiness;
    const auto readiness = engine.readiness();
    const auto& services = engine.health();
    const auto* network = engine.network();
    const auto running = std::count_if(services.begin(), services.end(), [](const auto& service) {
        return service.running && service.name != "gateway";
    });
    const bool gateway =
        services.empty() || std::any_of(services.begin(), services.end(), [](const auto& service) {
            return service.name == "gateway" && service.running;
        });
    const bool fewNodes =
        network != nullptr && !services.empty() && running < static_cast<qint64>(network->threshold);
    HealthWords out{tr("Ready"), Tone::Ok, {}};
    if (readiness == Starting)
        out = {tr("Starting"), Tone::Neutral, {}};
    else if (readiness == Locked)
        out = {tr("Keyring locked"), Tone::Warn, {}};
    else if (readiness == NoKeyring || readiness == Denied || readiness == KeyLost)
        out = {tr("No keyring"), Tone::Error, {}};
    else if (readiness == Revoked)
        out = {tr("Revoked"), Tone::Error, {}};
    else if (readiness == Busy)
        out = {tr("In use"), Tone::Warn, {}};
    else if (readiness == NetworkDown || !gateway)
        out = {tr("Offline"), Tone::Warn, {}};
    else if (fewNodes)
        out = {tr("Too few nodes"), Tone::Warn, {}};

    const bool answers = gateway && network != nullptr;
    out.entries.append(
        {answers ? tr("Gateway: answers") : tr("Gateway: no answer"),
         answers ? toQString(network->gatewayUrl) : tr("Publishing and opening protected films wait for it."),
         answers ? Tone::Ok : Tone::Error});
    if (network != nullptr) {
        const auto total = static_cast<qint64>(network->nodes.size());
        const auto up = services.empty() ? total : static_cast<qint64>(running);
        out.entries.append({tr("Key nodes: %1 of %2 answer").arg(up).arg(total),
                            up >= static_cast<qint64>(network->threshold)
                                ? tr("Any %1 open a film.").arg(network->threshold)
                                : tr("Films wait until one more is back."),
                            up == total ? Tone::Ok : Tone::Warn});
    }
    const bool open =
        readiness == Ready || readiness == NetworkDown || readiness == Busy || readiness == Revoked;
    out.entries.append({open                  ? tr("Keyring: unlocked")
                        : readiness == Locked ? tr("Keyring: locked")
                                              : tr("Keyring: no answer"),
                        open ? tr("This computer's key is ready.") : sentenceOf(engine.problem()).next,
                        open ? Tone::Ok : Tone::Warn});
    if (readiness == Busy || readiness == Revoked) {
        const Sentence words = sentenceOf(engine.problem());
        out.entries.append({words.fact, words.next, Tone::Warn});
    }
    out.entries.append({tr("On this computer"), tr("Drafts, and films that are open already."), Tone::Ok});
    return out;
}

}  // namespace keyreel::ui
