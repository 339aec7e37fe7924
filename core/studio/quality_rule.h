#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace keyreel::studio {

/// How fast film arrives: two moving averages, one that follows within a few seconds of downloading and one
/// that does not mind a moment, each download weighed by how long it took. The lower one counts, so that it
/// falls fast and rises slowly. A value without a clock.
class Throughput {
public:
    /// Small answers say more about the way than about its width, and are left out.
    void add(std::uint64_t bytes, std::chrono::nanoseconds took);
    /// Bits a second; nothing before the first download that counts.
    [[nodiscard]] std::optional<double> estimate() const;

private:
    struct Average {
        double halfLife;
        double value = 0;
        double weight = 0;
        void add(double bits, double seconds);
        [[nodiscard]] double now() const;
    };
    Average m_fast{2};
    Average m_slow{5};
};

/// What is known when the next segment is about to be fetched. Codings count from 0, the lowest.
struct QualityQuestion {
    double bufferSeconds = 0;             ///< Fetched and not yet played.
    std::optional<double> bitsPerSecond;  ///< Throughput::estimate().
    double segmentSeconds = 0;            ///< Length of the next segment,
    std::vector<std::uint64_t> bytes;     ///< and its size in each coding.
    std::size_t most = SIZE_MAX;          ///< No coding above this one: one that was let go of.
};

/// Which coding of a film to fetch next: by throughput while little is buffered, then by the buffer, and
/// never what cannot arrive in time.
///
/// The buffer rule is BOLA (Spiteri, Urgaonkar, Sitaraman: "BOLA: Near-Optimal Bitrate Adaptation for Online
/// Videos", IEEE INFOCOM 2016): of all codings the one with the greatest (V (utility + gp) - buffer) / size,
/// with the logarithm of the bit rate as utility. When it takes over from throughput, and that it does not go
/// up beyond what throughput carries, is DYNAMIC and BOLA-O of the same authors with Sparacio ("From Theory
/// to Practice: Improving Bitrate Adaptation in the DASH Reference Player", ACM MMSys 2018). Hysteresis:
/// going up wants more throughput than staying, and some segments since the last change; what throughput
/// carries is not left. A value; the same questions in the same order have the same answers. Thread: one.
class QualityRule {
public:
    /// Mean bits a second of each coding, the lowest first; at least one.
    explicit QualityRule(std::vector<double> bitrates);

    /// The coding of the next segment.
    std::size_t next(const QualityQuestion& question);
    /// Whether to let go of a segment under way: at the pace of its last piece it comes too late, and one of
    /// a lower coding would come sooner.
    [[nodiscard]] bool letsGo(const QualityQuestion& question, std::size_t coding, std::uint64_t arrived,
                              double pace) const;
    /// Playback goes on elsewhere, with nothing buffered: what was learnt stays, the buffer's say does not.
    void moved();

    /// Above this nothing needs to be fetched.
    static constexpr double kFullSeconds = 30;
    /// A segment is asked for in pieces of about a second, so that letsGo() can be asked in between.
    [[nodiscard]] static std::uint64_t pieceBytes(std::optional<double> bitsPerSecond);

private:
    [[nodiscard]] std::size_t carriedBy(double bitsPerSecond) const;
    [[nodiscard]] std::size_t byBuffer(double seconds) const;
    [[nodiscard]] std::size_t wanted(const QualityQuestion& question);
    [[nodiscard]] bool arrivesInTime(std::size_t coding, const QualityQuestion& question) const;

    std::vector<double> m_bitrates;
    std::vector<double> m_utilities;
    double m_gp = 0;
    double m_v = 0;
    std::optional<std::size_t> m_current;
    std::size_t m_sinceChange = 0;
    bool m_bufferDecides = false;
};

}  // namespace keyreel::studio
