#include "app/cli/commands.h"
#include "core/studio/chosen_network.h"
#include "core/studio/recovery.h"
#include "core/studio/revocation_outbox.h"

namespace keyreel::cli {

Result<Work> beginWork(const Context& context) {
    Work work;
    KEYREEL_TRY(work.places, context.places());
    identity::SecretServiceKeyStore keys;
    KEYREEL_TRY(auto opened, identity::Identity::open(work.places.profile, keys));
    studio::Network network;
    if (context.startNothing) {
        KEYREEL_TRY(auto chosen, studio::chosenNetwork(work.places));
        if (chosen) {
            network = std::move(*chosen);
        } else {
            KEYREEL_TRY(network, studio::loadNetwork(work.places.network));
        }
    } else {
        KEYREEL_TRY(auto use, studio::useNetwork(work.places, studio::programFolder(), context.stop));
        network = use.network();
        work.use.emplace(std::move(use));
    }
    media::WorkshopSettings severalFilms;
    severalFilms.keepReady = true;
    KEYREEL_TRY(
        work.session,
        studio::beginSession(work.places, network, std::make_shared<identity::Identity>(std::move(opened)),
                             context.clock, std::make_shared<media::Workshop>(severalFilms)));
    work.settling = {nullptr, [outbox = work.session->outbox](void*) { outbox->settle(); }};
    return work;
}

Result<Place> placeOf(const Context& context, const std::string& text) {
    KEYREEL_TRY(const auto link, studio::Link::parse(text));
    KEYREEL_TRY(auto work, beginWork(context));
    KEYREEL_TRY(auto there, studio::sessionAt(*work.session, link, context.stop));
    return Place{std::move(work), link, std::move(there)};
}

Result<std::shared_ptr<studio::Session>> beginOffline(const Context& context, const studio::Link& link) {
    KEYREEL_TRY(const auto places, context.places());
    identity::SecretServiceKeyStore keys;
    KEYREEL_TRY(auto opened, identity::Identity::open(places.profile, keys));
    studio::Network network;
    if (auto known = studio::loadNetwork(places.network))
        network = std::move(*known);
    else
        network.gatewayUrl = link.gatewayUrl();
    return studio::beginSession(places, network, std::make_shared<identity::Identity>(std::move(opened)),
                                context.clock, nullptr);
}

std::optional<crypto::PublicKey> revokedDevice(const Context& context, const studio::Places& places) {
    identity::SecretServiceKeyStore keys;
    if (identity::Identity::inspect(places.profile, keys).state != identity::IdentityState::Ready)
        return std::nullopt;
    const auto work = beginWork(context);
    return work ? studio::revokedDevice(*work->session, context.stop) : std::nullopt;
}

}  // namespace keyreel::cli
