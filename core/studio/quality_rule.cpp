#include "core/studio/quality_rule.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace keyreel::studio {
namespace {

constexpr std::uint64_t kSmallAnswer = 16 * 1024;
/// No way is so wide that a shorter time says anything.
constexpr double kShortest = 0.001;
/// A small segment says as much about the way as one that took a second, a standstill no more than 8.
constexpr double kLeastWeight = 1;
constexpr double kMostWeight = 8;
/// Before anything is known.
constexpr double kFirstGuess = 1.5e6;
/// Of the estimate: to stay, to choose, to go up with little buffered.
constexpr double kStays = 0.95;
constexpr double kCarries = 0.88;
constexpr double kGoesUp = 0.75;
/// With so much buffered a wrong step up costs nothing.
constexpr double kSafeSeconds = 14;
/// Segments between a change and the next way up.
constexpr std::size_t kCalm = 3;
/// Buffer at which BOLA chooses the lowest coding, and from which it may take over.
constexpr double kLowSeconds = 10;
/// What is left of the buffer when a segment has arrived in time.
constexpr double kReserveSeconds = 2;
constexpr std::uint64_t kSmallestPiece = 128 * 1024;
constexpr std::uint64_t kLargestPiece = 16 * 1024 * 1024;

}  // namespace

void Throughput::Average::add(double bits, double seconds) {
    const double counts = std::clamp(seconds, kLeastWeight, kMostWeight);
    const double keep = std::pow(0.5, counts / halfLife);
    value = keep * value + (1 - keep) * bits / seconds;
    weight += counts;
}

double Throughput::Average::now() const {
    return value / (1 - std::pow(0.5, weight / halfLife));
}

void Throughput::add(std::uint64_t bytes, std::chrono::nanoseconds took) {
    if (bytes < kSmallAnswer) return;
    const double seconds = std::max(std::chrono::duration<double>(took).count(), kShortest);
    const double bits = 8.0 * static_cast<double>(bytes);
    m_fast.add(bits, seconds);
    m_slow.add(bits, seconds);
}

std::optional<double> Throughput::estimate() const {
    if (m_fast.weight <= 0) return std::nullopt;
    return std::min(m_fast.now(), m_slow.now());
}

QualityRule::QualityRule(std::vector<double> bitrates) : m_bitrates(std::move(bitrates)) {
    for (double& rate : m_bitrates)
        rate = std::max(rate, 1.0);
    for (const double rate : m_bitrates)
        m_utilities.push_back(1 + std::log(rate / m_bitrates.front()));
    // The highest coding at a full buffer, the lowest at a low one (section IV of the paper, as in the DASH
    // reference player).
    m_gp = std::max(m_utilities.back() - 1, 0.01) / (kFullSeconds * 0.8 / kLowSeconds - 1);
    m_v = kLowSeconds / m_gp;
}

void QualityRule::moved() {
    m_bufferDecides = false;
}

std::size_t QualityRule::carriedBy(double bitsPerSecond) const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < m_bitrates.size(); ++i)
        if (m_bitrates[i] <= bitsPerSecond) best = i;
    return best;
}

std::size_t QualityRule::byBuffer(double seconds) const {
    const auto score = [&](std::size_t i) {
        return (m_v * (m_utilities[i] - 1 + m_gp) - seconds) / m_bitrates[i];
    };
    std::size_t best = 0;
    for (std::size_t i = 1; i < m_bitrates.size(); ++i)
        if (score(i) >= score(best)) best = i;
    return best;
}

bool QualityRule::arrivesInTime(std::size_t coding, const QualityQuestion& question) const {
    if (coding >= question.bytes.size()) return true;
    const double bits = 8.0 * static_cast<double>(question.bytes[coding]);
    const double needed = bits / (kCarries * std::max(*question.bitsPerSecond, 1.0));
    return needed <= question.segmentSeconds || needed <= question.bufferSeconds - kReserveSeconds;
}

bool QualityRule::letsGo(const QualityQuestion& question, std::size_t coding, std::uint64_t arrived,
                         double pace) const {
    if (coding == 0 || coding >= question.bytes.size() || arrived >= question.bytes[coding]) return false;
    const auto seconds = [&](std::uint64_t bytes) {
        return 8.0 * static_cast<double>(bytes) / std::max(pace, 1.0);
    };
    const double rest = seconds(question.bytes[coding] - arrived);
    return rest > std::max(question.bufferSeconds - kReserveSeconds, question.segmentSeconds / 2) &&
           seconds(question.bytes[0]) < rest;
}

std::uint64_t QualityRule::pieceBytes(std::optional<double> bitsPerSecond) {
    return std::clamp(static_cast<std::uint64_t>(std::clamp(bitsPerSecond.value_or(0) / 8, 0.0, 1e9)),
                      kSmallestPiece, kLargestPiece);
}

std::size_t QualityRule::wanted(const QualityQuestion& question) {
    const double estimate = *question.bitsPerSecond;
    const std::size_t carried = carriedBy(kCarries * estimate);
    const std::size_t buffered = byBuffer(question.bufferSeconds);
    if (question.bufferSeconds >= kLowSeconds && buffered >= carried) m_bufferDecides = true;
    if (question.bufferSeconds < kLowSeconds / 2) m_bufferDecides = false;
    std::size_t wanted = m_bufferDecides ? buffered : carried;
    if (!m_current) return wanted;

    const std::size_t current = *m_current;
    // The buffer may keep what throughput does not carry, and not climb to it.
    if (wanted > current) wanted = std::max(current, std::min(wanted, carried));
    if (wanted < current && m_bitrates[current] <= kStays * estimate) return current;
    if (wanted <= current) return wanted;
    if (m_sinceChange < kCalm) return current;
    const double part = question.bufferSeconds >= kSafeSeconds ? kCarries : kGoesUp;
    return std::max(current, std::min(wanted, carriedBy(part * estimate)));
}

std::size_t QualityRule::next(const QualityQuestion& question) {
    std::size_t chosen = carriedBy(kFirstGuess);
    if (question.bitsPerSecond) {
        chosen = wanted(question);
        while (chosen > 0 && !arrivesInTime(chosen, question))
            --chosen;
    } else if (m_current) {
        chosen = *m_current;
    }
    chosen = std::min(chosen, question.most);
    // Free to find its place in the beginning.
    m_sinceChange = !m_current || *m_current == chosen ? m_sinceChange + 1 : 0;
    if (!m_current) m_sinceChange = kCalm;
    m_current = chosen;
    return chosen;
}

}  // namespace keyreel::studio
