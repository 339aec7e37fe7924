#include "core/media/sample_scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>

namespace keyreel::media {
namespace {

constexpr double kPi = std::numbers::pi;

struct Rgb {
    double r, g, b;
};

Rgb mix(const Rgb& a, const Rgb& b, double t) {
    t = std::clamp(t, 0.0, 1.0);
    return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t};
}

std::uint32_t packed(const Rgb& c) {
    const auto byte = [](double v) { return static_cast<std::uint32_t>(std::clamp(v, 0.0, 255.0)); };
    return (byte(c.r) << 16) | (byte(c.g) << 8) | byte(c.b);
}

/// Along the day: 0 dawn, 0.5 noon, 1 dusk.
Rgb throughTheDay(const Rgb& dawn, const Rgb& noon, const Rgb& dusk, double day) {
    return day < 0.5 ? mix(dawn, noon, std::sin(day * kPi)) : mix(dusk, noon, std::sin(day * kPi));
}

// Five columns, seven rows; a row's highest of five bits is its left pixel.
constexpr std::array<std::array<std::uint8_t, 7>, 12> kGlyphs{{
    {0x0e, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0e},  // 0
    {0x04, 0x0c, 0x04, 0x04, 0x04, 0x04, 0x0e},  // 1
    {0x0e, 0x11, 0x01, 0x06, 0x08, 0x10, 0x1f},  // 2
    {0x1f, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0e},  // 3
    {0x02, 0x06, 0x0a, 0x12, 0x1f, 0x02, 0x02},  // 4
    {0x1f, 0x10, 0x1e, 0x01, 0x01, 0x11, 0x0e},  // 5
    {0x06, 0x08, 0x10, 0x1e, 0x11, 0x11, 0x0e},  // 6
    {0x1f, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08},  // 7
    {0x0e, 0x11, 0x11, 0x0e, 0x11, 0x11, 0x0e},  // 8
    {0x0e, 0x11, 0x11, 0x0f, 0x01, 0x02, 0x0c},  // 9
    {0x00, 0x04, 0x04, 0x00, 0x04, 0x04, 0x00},  // :
    {0x00, 0x00, 0x00, 0x00, 0x00, 0x0c, 0x0c},  // .
}};

}  // namespace

SampleScene::SampleScene(std::uint32_t width, std::uint32_t height, double totalSeconds)
    : m_total(std::max(totalSeconds, 0.1)), m_ridge(width) {
    m_image.width = width;
    m_image.height = height;
    m_image.channels = 3;
    m_image.pixels.resize(static_cast<std::size_t>(width) * height * 3);
}

const Image& SampleScene::draw(double seconds, unsigned frameInSecond) {
    const double day = std::clamp(seconds / m_total, 0.0, 1.0);
    const double w = m_image.width;
    const double h = m_image.height;
    drawSky(day);
    // The sun rises left, stands high at noon and sets right; a glow lies around it.
    const double sunX = w * (0.12 + 0.76 * day);
    const double sunY = h * (0.62 - 0.44 * std::sin(day * kPi));
    for (int ring = 6; ring >= 1; --ring)
        drawDisc(sunX, sunY, h * (0.05 + 0.022 * ring), 0xffe9b0, 0.07);
    drawDisc(sunX, sunY, h * 0.05, 0xfff4d0, 1.0);
    for (int cloud = 0; cloud < 5; ++cloud) {
        const double x =
            std::fmod(w * (0.23 * cloud) + seconds * w * (0.012 + 0.004 * cloud), w * 1.3) - w * 0.15;
        const double y = h * (0.14 + 0.065 * ((cloud * 3) % 5));
        for (int puff = 0; puff < 4; ++puff)
            drawDisc(x + puff * h * 0.045, y - ((puff == 1 || puff == 2) ? h * 0.02 : 0.0),
                     h * (0.034 + 0.008 * ((puff + cloud) % 3)), 0xffffff, 0.4);
    }
    drawBalloon(seconds);
    drawHills(seconds, day);
    drawCounter(seconds, frameInSecond);
    return m_image;
}

void SampleScene::drawSky(double day) {
    const Rgb top = throughTheDay({38, 44, 92}, {64, 138, 214}, {44, 34, 84}, day);
    const Rgb low = throughTheDay({246, 170, 138}, {196, 226, 244}, {244, 126, 92}, day);
    const std::size_t stride = static_cast<std::size_t>(m_image.width) * 3;
    for (std::uint32_t y = 0; y < m_image.height; ++y) {
        const Rgb c = mix(top, low, static_cast<double>(y) / (m_image.height * 0.75));
        std::uint8_t* row = m_image.pixels.data() + y * stride;
        for (std::size_t x = 0; x < stride; x += 3) {
            row[x] = static_cast<std::uint8_t>(c.r);
            row[x + 1] = static_cast<std::uint8_t>(c.g);
            row[x + 2] = static_cast<std::uint8_t>(c.b);
        }
    }
}

void SampleScene::blend(int x, int y, std::uint32_t colour, double strength) {
    if (x < 0 || y < 0 || x >= static_cast<int>(m_image.width) || y >= static_cast<int>(m_image.height))
        return;
    std::uint8_t* pixel = m_image.pixels.data() +
                          (static_cast<std::size_t>(y) * m_image.width + static_cast<std::size_t>(x)) * 3;
    for (int i = 0; i < 3; ++i) {
        const double target = (colour >> (16 - 8 * i)) & 0xffU;
        pixel[i] = static_cast<std::uint8_t>(pixel[i] + (target - pixel[i]) * strength);
    }
}

void SampleScene::drawDisc(double cx, double cy, double radius, std::uint32_t colour, double strength) {
    const int top = static_cast<int>(std::floor(cy - radius));
    const int bottom = static_cast<int>(std::ceil(cy + radius));
    for (int y = top; y <= bottom; ++y) {
        const double dy = y - cy;
        const double inside = radius * radius - dy * dy;
        if (inside <= 0) continue;
        const double half = std::sqrt(inside);
        for (int x = static_cast<int>(cx - half); x <= static_cast<int>(cx + half); ++x) {
            // The last pixel of the rim is softened, so that slow movement does not crawl.
            const double edge = std::clamp(half - std::abs(x - cx), 0.0, 1.0);
            blend(x, y, colour, strength * edge);
        }
    }
}

void SampleScene::drawBalloon(double seconds) {
    const double w = m_image.width;
    const double h = m_image.height;
    const double x = w * 0.30 + std::sin(seconds * 0.45) * w * 0.05 + seconds * w * 0.012;
    const double y = h * 0.42 + std::sin(seconds * 0.9) * h * 0.03;
    const double r = h * 0.075;
    drawDisc(x, y, r, 0xd8443c, 1.0);
    drawDisc(x, y, r * 0.62, 0xf2b33d, 1.0);
    drawDisc(x, y, r * 0.28, 0xd8443c, 1.0);
    for (int i = 0; i < static_cast<int>(r * 0.75); ++i) {
        const double t = i / (r * 0.75);
        blend(static_cast<int>(x - r * 0.55 * (1 - t * 0.7)), static_cast<int>(y + r * 0.8 + i), 0x50392a,
              0.9);
        blend(static_cast<int>(x + r * 0.55 * (1 - t * 0.7)), static_cast<int>(y + r * 0.8 + i), 0x50392a,
              0.9);
    }
    for (int dy = 0; dy < static_cast<int>(r * 0.3); ++dy)
        for (int dx = static_cast<int>(-r * 0.2); dx < static_cast<int>(r * 0.2); ++dx)
            blend(static_cast<int>(x) + dx, static_cast<int>(y + r * 1.52) + dy, 0x7a4b27, 1.0);
}

void SampleScene::drawHills(double seconds, double day) {
    const double w = m_image.width;
    const double h = m_image.height;
    const std::size_t stride = static_cast<std::size_t>(m_image.width) * 3;
    for (int layer = 0; layer < 3; ++layer) {
        const double speed = w * (0.006 + 0.014 * layer);
        const double base = h * (0.60 + 0.12 * layer);
        int highest = static_cast<int>(h);
        for (std::size_t x = 0; x < m_ridge.size(); ++x) {
            const double u = (static_cast<double>(x) + seconds * speed) / w * 2 * kPi;
            const double rise = std::sin(u * (1.1 + 0.5 * layer) + 1.7 * layer) * 0.05 +
                                std::sin(u * (2.7 + 0.9 * layer) + 0.6 * layer) * 0.022 +
                                std::sin(u * (7.3 + layer)) * 0.006;
            m_ridge[x] = static_cast<int>(base - rise * h);
            highest = std::min(highest, m_ridge[x]);
        }
        const std::array<Rgb, 3> noon{{{122, 158, 166}, {84, 136, 104}, {44, 92, 66}}};
        const auto index = static_cast<std::size_t>(layer);
        const Rgb dark{noon[index].r * 0.36 + 14, noon[index].g * 0.32 + 8, noon[index].b * 0.44 + 22};
        const std::uint32_t colour = packed(mix(dark, noon[index], std::sin(day * kPi)));
        for (int y = std::max(highest, 0); y < static_cast<int>(h); ++y) {
            std::uint8_t* row = m_image.pixels.data() + static_cast<std::size_t>(y) * stride;
            for (std::size_t x = 0; x < m_ridge.size(); ++x) {
                if (y < m_ridge[x]) continue;
                row[3 * x] = static_cast<std::uint8_t>(colour >> 16);
                row[3 * x + 1] = static_cast<std::uint8_t>(colour >> 8);
                row[3 * x + 2] = static_cast<std::uint8_t>(colour);
            }
        }
    }
}

void SampleScene::drawCounter(double seconds, unsigned frameInSecond) {
    const auto whole = static_cast<unsigned>(seconds + 1e-6);
    const std::array<unsigned, 8> text{whole / 600 % 6,         whole / 60 % 10,   10,
                                       whole % 60 / 10,         whole % 10,        11,
                                       frameInSecond / 10 % 10, frameInSecond % 10};
    const int scale = std::max(static_cast<int>(m_image.height) / 120, 1);
    const int left = static_cast<int>(m_image.width) - (static_cast<int>(text.size()) * 6 + 3) * scale;
    const int top = static_cast<int>(m_image.height) - 11 * scale;
    for (int y = -2 * scale; y < 9 * scale; ++y)
        for (int x = -2 * scale; x < static_cast<int>(text.size()) * 6 * scale + scale; ++x)
            blend(left + x, top + y, 0x000000, 0.45);
    for (std::size_t i = 0; i < text.size(); ++i)
        for (int row = 0; row < 7; ++row)
            for (int column = 0; column < 5; ++column) {
                if ((kGlyphs[text[i]][static_cast<std::size_t>(row)] >> (4 - column) & 1) == 0) continue;
                for (int dy = 0; dy < scale; ++dy)
                    for (int dx = 0; dx < scale; ++dx)
                        blend(left + (static_cast<int>(i) * 6 + column) * scale + dx, top + row * scale + dy,
                              0xffffff, 1.0);
            }
}

void SampleSound::at(std::uint64_t position, float& left, float& right) const {
    // A slow progression of four open chords, in semitones above A2.
    constexpr std::array<std::array<int, 4>, 4> kChords{
        {{0, 7, 12, 16}, {-4, 3, 8, 15}, {-7, 5, 9, 12}, {-2, 5, 10, 14}}};
    constexpr std::array<int, 4> kVoices{0, 5, -5, 12};
    const double time = static_cast<double>(position) / m_rate;
    const auto bar = static_cast<std::size_t>(time / 2.0);
    const double inBar = time - static_cast<double>(bar) * 2.0;
    const double envelope = std::min({inBar / 0.25, (2.0 - inBar) / 0.25, 1.0});
    double l = 0;
    double r = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const int semitone = kChords[bar % 4][i] + kVoices[m_voice % 4];
        const double pitch = 110.0 * std::exp2(semitone / 12.0);
        const double tone = std::sin(2 * kPi * pitch * time) + 0.3 * std::sin(4 * kPi * pitch * time + 0.4);
        const double pan = 0.25 + 0.5 * static_cast<double>(i) / 3.0;
        l += tone * (1 - pan);
        r += tone * pan;
    }
    const double inSecond = time - std::floor(time);
    const double bell = std::exp(-inSecond * 9.0) * std::sin(2 * kPi * 880.0 * inSecond) * 0.22;
    left = static_cast<float>(l * 0.11 * envelope + bell);
    right = static_cast<float>(r * 0.11 * envelope + bell);
}

}  // namespace keyreel::media
