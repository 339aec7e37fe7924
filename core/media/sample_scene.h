#pragma once

#include <cstdint>
#include <vector>

#include "core/media/image.h"

namespace keyreel::media {

/// Draws the sample film's picture: a day over hills, from dawn to dusk, with drifting clouds, a balloon and
/// a time counter. Pure arithmetic, so the same time gives the same picture everywhere. Private to this room.
/// Thread: one.
class SampleScene {
public:
    SampleScene(std::uint32_t width, std::uint32_t height, double totalSeconds);

    /// RGB24; valid until the next call.
    const Image& draw(double seconds, unsigned frameInSecond);

private:
    void drawSky(double day);
    void drawDisc(double x, double y, double radius, std::uint32_t colour, double strength);
    void drawHills(double seconds, double day);
    void drawBalloon(double seconds);
    void drawCounter(double seconds, unsigned frameInSecond);
    void blend(int x, int y, std::uint32_t colour, double strength);

    Image m_image;
    double m_total;
    std::vector<int> m_ridge;
};

/// A chord for every two seconds and a bell for every second, as stereo samples at 48 kHz (or another rate).
/// `voice` chooses the register, so that several audio tracks can be told apart.
class SampleSound {
public:
    SampleSound(unsigned sampleRate, unsigned voice) : m_rate(sampleRate), m_voice(voice) {}
    /// The left and right value at a sample position, within -1 to 1.
    void at(std::uint64_t position, float& left, float& right) const;

private:
    unsigned m_rate;
    unsigned m_voice;
};

}  // namespace keyreel::media
