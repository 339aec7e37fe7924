#include "ui/models/network_choice.h"

#include <algorithm>

namespace keyreel::ui {

NetworkChoice::NetworkChoice(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {
    connect(&engine, &Engine::networkChosen, this, &NetworkChoice::chosen);
    connect(&engine, &Engine::networkKept, this, &NetworkChoice::refused);
}

QString NetworkChoice::blocked() const {
    const Engine& engine = m_desk.engine();
    if (engine.readiness() != Engine::Readiness::Ready &&
        engine.readiness() != Engine::Readiness::NetworkDown)
        return tr("Unlock your key first");
    const auto& jobs = engine.jobs();
    const bool publishes = std::any_of(jobs.begin(), jobs.end(), [&](const studio::JobReport& job) {
        const QString id = toQString(job.id);
        return engine.isRunning(id) || engine.isQueued(id);
    });
    return publishes ? tr("A film is being published; wait for it, or pause it") : QString();
}

bool NetworkChoice::isElsewhere() const {
    const auto chosen = studio::chosenNetwork(m_desk.engine().places());
    return chosen && chosen->has_value();
}

template <class Ask>
void NetworkChoice::run(Ask ask) {
    m_desk.runAlone(std::move(ask), [this, question = ++m_question](const Result<studio::Network>& network) {
        if (question != m_question) return;
        if (network)
            Q_EMIT asked(*network);
        else
            Q_EMIT askFailed(network.error());
    });
}

void NetworkChoice::ask(const studio::NetworkWish& wish) {
    run([places = m_desk.engine().places(), wish]() {
        return studio::askNetwork(places, wish, std::stop_token());
    });
}

void NetworkChoice::askFile(const QString& file) {
    run([places = m_desk.engine().places(),
         path = std::filesystem::path(toStdString(file))]() -> Result<studio::Network> {
        KEYREEL_TRY(const studio::NetworkWish wish, studio::readNetworkFile(path));
        return studio::askNetwork(places, wish, std::stop_token());
    });
}

void NetworkChoice::keep(const studio::Network& network) {
    m_desk.engine().changeNetwork(
        [places = m_desk.engine().places(), network]() { return studio::keepNetwork(places, network); });
}

void NetworkChoice::keepThisComputer() {
    m_desk.engine().changeNetwork(
        [places = m_desk.engine().places()]() { return studio::chooseThisComputer(places); });
}

void NetworkChoice::save(const QString& file) {
    const studio::Network* network = m_desk.engine().network();
    if (network == nullptr) return;
    m_desk.runAlone(
        [network = *network, path = std::filesystem::path(toStdString(file))]() -> Status {
            return studio::writeNetworkFile(path, network);
        },
        [this, file](const Status& written) {
            if (written)
                Q_EMIT saved(file);
            else
                Q_EMIT saveFailed(written.error());
        });
}

}  // namespace keyreel::ui
