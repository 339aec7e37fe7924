#include "ui/pages/player_sound.h"

#include "ui/models/engine.h"
#include "ui/shell/settings_table.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/tracks_panel.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

const QString kDefault = u"default"_s;

}  // namespace

PlayerSound::PlayerSound(player::Player& player, TracksPanel& panel, KeyFeedback& feedback,
                         SettingsTable* settings, QObject* parent)
    : QObject(parent), m_player(player), m_panel(panel), m_feedback(feedback), m_settings(settings) {
    m_player.setEvenLoudness(m_settings && m_settings->evenLoudness());
    m_panel.setEven(m_player.evenLoudness());
    connect(&m_panel, &TracksPanel::evenChosen, this, &PlayerSound::setEven);
    if (m_settings) {
        m_device = m_settings->soundDevice();
        m_deviceName = m_settings->soundDeviceName();
    }
    m_player.setSoundDevice(toStdString(m_device));
    connect(&m_panel, &TracksPanel::outputChosen, this, &PlayerSound::chooseDevice);
    connect(&m_player, &player::Player::soundDevicesChanged, this, &PlayerSound::showDevices);
    showDevices();
}

void PlayerSound::showDevices() {
    const auto devices = m_player.soundDevices();
    QList<MenuItem> items;
    bool there = m_device.isEmpty();
    for (const player::AudioDevice& device : devices) {
        const bool chosen = toQString(device.id) == m_device;
        there = there || chosen;
        items.append({toQString(device.id), toQString(device.name), {}, chosen, true});
    }
    if (!there) items.append({m_device, m_deviceName, tr("not connected"), true, true});
    if (items.size() > 1)
        items.prepend({kDefault, tr("System default"), {}, m_device.isEmpty(), true});
    else
        items.clear();
    m_panel.setOutputs(items);
}

void PlayerSound::chooseDevice(const QString& id) {
    QString name;
    for (const player::AudioDevice& device : m_player.soundDevices())
        if (toQString(device.id) == id) name = toQString(device.name);
    // One that is not there is chosen already.
    if (name.isEmpty() && id != kDefault) return;
    m_device = id == kDefault ? QString() : id;
    m_deviceName = name;
    if (m_settings) m_settings->setSoundDevice(m_device, m_deviceName);
    m_player.setSoundDevice(toStdString(m_device));
    m_feedback.show(m_device.isEmpty() ? tr("Output: system default") : tr("Output: %1").arg(name));
    showDevices();
}

void PlayerSound::setEven(bool even) {
    m_player.setEvenLoudness(even);
    m_panel.setEven(even);
    if (m_settings) m_settings->setEvenLoudness(even);
    m_feedback.show(even ? tr("Even loudness") : tr("Loudness as made"));
}

bool PlayerSound::act(const PlayerKey& key) {
    if (key.act != PlayerKey::Act::EvenLoudness) return false;
    setEven(!m_player.evenLoudness());
    return true;
}

}  // namespace keyreel::ui
