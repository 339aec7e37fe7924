#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/studio/quality_rule.h"

namespace keyreel::test {

// Adaptive playback over ways that change, in simulated time. The ways are made up after what is recorded on
// real ones.

using studio::QualityQuestion;
using studio::QualityRule;
using studio::Throughput;

inline constexpr double kSegment = 4;
inline constexpr double kRoundTrip = 0.06;
inline const std::vector<double> kLadder{365e3, 730e3, 1.6e6, 3.0e6, 5.5e6};

/// Kilobits a second, one value for each second; the last one goes on.
struct Trace {
    std::string name;
    std::vector<double> kbps;

    [[nodiscard]] double at(double second) const {
        const auto index = std::min(static_cast<std::size_t>(second), kbps.size() - 1);
        return 1000 * kbps[index];
    }
    /// When so many bits that were asked for at `from` have arrived.
    [[nodiscard]] double arrival(double from, double bits) const {
        double now = from + kRoundTrip;
        while (bits > 1e-6) {
            const double until = std::floor(now) + 1;
            const double rate = at(now);
            if (rate * (until - now) >= bits) return now + bits / rate;
            bits -= rate * (until - now);
            now = until;
        }
        return now;
    }
    /// What the way could have carried of the highest coding, in the mean.
    [[nodiscard]] double possible(double seconds) const {
        double sum = 0;
        for (double now = 0; now < seconds; ++now)
            sum += std::min(at(now), kLadder.back());
        return sum / seconds;
    }
};

struct Outcome {
    double stalled = 0;
    double meanBits = 0;
    std::size_t changes = 0;
    std::size_t letGo = 0;
    std::vector<std::size_t> chosen;
    double reached = 0;  ///< Of what was possible.
};

/// Sizes go up and down as those of real scenes do, the same in all codings.
inline std::uint64_t sizeOf(std::size_t segment, double bitrate) {
    constexpr std::array<double, 8> kScenes{1.0, 1.15, 0.8, 0.95, 1.3, 0.7, 1.05, 1.05};
    return static_cast<std::uint64_t>(bitrate * kSegment / 8 * kScenes[segment % kScenes.size()]);
}

inline std::vector<double> joined(std::initializer_list<std::pair<int, double>> parts) {
    std::vector<double> out;
    for (const auto& [seconds, kbps] : parts)
        out.insert(out.end(), static_cast<std::size_t>(seconds), kbps);
    return out;
}

/// Halves and doubles within seconds around `mean` and dies now and then, as a train's connection does.
inline std::vector<double> cellular(double mean, std::uint32_t seed) {
    std::vector<double> out;
    double level = 0;
    for (int second = 0; second < 320; ++second) {
        seed = seed * 1664525U + 1013904223U;
        const double noise = static_cast<double>(seed >> 8) / (1U << 24) - 0.5;
        level = 0.85 * level + 0.55 * noise;
        out.push_back(second % 97 < 4 && second > 90 ? 60 : mean * std::exp(2 * level));
    }
    return out;
}

/// Ways of many kinds, each as long as the film that is played over it.
inline std::vector<Trace> ways() {
    std::vector<double> slow;
    std::vector<double> fast;
    for (int second = 0; second < 320; ++second) {
        slow.push_back(2500 + 1500 * std::sin(second * 2 * M_PI / 60));
        fast.push_back(second % 10 < 5 ? 4500 : 1500);
    }
    return {{"wide", {20'000}},
            {"steady", {2400}},
            {"narrow", {500}},
            {"stepDown", joined({{100, 8000}, {200, 900}})},
            {"stepUp", joined({{100, 900}, {200, 8000}})},
            {"fallAndRise", joined({{80, 7500}, {60, 450}, {160, 7500}})},
            {"slowWaves", std::move(slow)},
            {"fastWaves", std::move(fast)},
            {"standstill", joined({{90, 7500}, {20, 0}, {190, 7500}})},
            {"train", cellular(2500, 7)},
            {"tram", cellular(1200, 23)}};
}

/// A player that fetches segment after segment, each in pieces, in simulated time. `Rule` has next() and
/// letsGo() of QualityRule.
template <class Rule>
class Simulation {
public:
    Simulation(const Trace& trace, Rule rule) : m_trace(trace), m_rule(std::move(rule)) {}

    Outcome play(std::size_t segments = 75) {
        for (std::size_t i = 0; i < segments; ++i) {
            pass(std::max(0.0, m_buffer + kSegment - QualityRule::kFullSeconds));
            m_question.bytes.clear();
            for (const double rate : kLadder)
                m_question.bytes.push_back(sizeOf(i, rate));
            std::size_t chosen = choose();
            while (!fetch(chosen)) {
                ++m_out.letGo;
                m_question.most = chosen - 1;
                chosen = choose();
            }
            m_question.most = SIZE_MAX;
            m_buffer += kSegment;
            m_opened = true;
            if (!m_out.chosen.empty() && m_out.chosen.back() != chosen) ++m_out.changes;
            m_out.chosen.push_back(chosen);
            m_out.meanBits += kLadder[chosen] / static_cast<double>(segments);
        }
        m_out.reached = m_out.meanBits / m_trace.possible(kSegment * static_cast<double>(segments));
        return m_out;
    }

private:
    void pass(double seconds) {
        m_now += seconds;
        // The first wait is the opening.
        if (m_opened) m_out.stalled += std::max(0.0, seconds - m_buffer);
        m_buffer = std::max(0.0, m_buffer - seconds);
        m_question.bufferSeconds = m_buffer;
    }

    std::size_t choose() {
        m_question.bitsPerSecond = m_throughput.estimate();
        return m_rule.next(m_question);
    }

    bool fetch(std::size_t chosen) {
        const std::uint64_t size = m_question.bytes[chosen];
        for (std::uint64_t arrived = 0; arrived < size;) {
            const std::uint64_t piece =
                std::min(size - arrived, QualityRule::pieceBytes(m_throughput.estimate()));
            const double bits = 8.0 * static_cast<double>(piece);
            const double took = m_trace.arrival(m_now, bits) - m_now;
            m_throughput.add(piece, std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 * took)));
            arrived += piece;
            pass(took);
            if (m_opened && m_rule.letsGo(m_question, chosen, arrived, bits / took)) return false;
        }
        return true;
    }

    const Trace& m_trace;
    Rule m_rule;
    Throughput m_throughput;
    QualityQuestion m_question{0, std::nullopt, kSegment, {}};
    Outcome m_out;
    double m_now = 0;
    double m_buffer = 0;
    bool m_opened = false;
};

}  // namespace keyreel::test
