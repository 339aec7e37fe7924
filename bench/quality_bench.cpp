// Which coding of a film is fetched next, by our rule and by published ones, over the same changing ways in
// simulated time: seconds without a picture, mean bit rate, changes.
#include <cstdio>
#include <limits>

#include "tests/support/simulated_way.h"

namespace {

using namespace keyreel;
using studio::QualityQuestion;

/// Never lets go of a segment under way.
struct Patient {
    [[nodiscard]] bool letsGo(const QualityQuestion&, std::size_t, std::uint64_t, double) const {
        return false;
    }
};

/// BOLA-BASIC (Spiteri, Urgaonkar, Sitaraman, IEEE INFOCOM 2016, section III), with the paper's gp of 5 and V
/// for a buffer as large as ours.
struct Bola : Patient {
    std::size_t next(const QualityQuestion& question) {
        constexpr double kGp = 5;
        const double most = studio::QualityRule::kFullSeconds / test::kSegment;
        const double v = (most - 1) / (std::log(test::kLadder.back() / test::kLadder.front()) + kGp);
        const double buffered = question.bufferSeconds / test::kSegment;
        std::size_t best = 0;
        double bestScore = -std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < test::kLadder.size(); ++i) {
            const double utility = std::log(test::kLadder[i] / test::kLadder.front());
            const double score = (v * (utility + kGp) - buffered) / test::kLadder[i];
            if (score > bestScore) bestScore = score, best = i;
        }
        return best;
    }
};

/// By throughput alone, with the thresholds and the first guess that Shaka Player documents for its default
/// rule: up when the estimate is the bit rate over 0.85, down below the bit rate over 0.95, at most every 8
/// s.
struct ByThroughput : Patient {
    std::size_t next(const QualityQuestion& question) {
        const double estimate = question.bitsPerSecond.value_or(1e6);
        std::size_t chosen = 0;
        for (std::size_t i = 0; i < test::kLadder.size(); ++i) {
            const double above = i + 1 < test::kLadder.size() ? test::kLadder[i + 1] / 0.85
                                                              : std::numeric_limits<double>::infinity();
            if (estimate >= test::kLadder[i] / 0.95 && estimate <= above) chosen = i;
        }
        if (chosen == current || (any && since < 2)) return ++since, current;
        any = true;
        since = 0;
        return current = chosen;
    }
    std::size_t current = 0;
    std::size_t since = 0;
    bool any = false;
};

template <class Rule>
void column(const test::Trace& way, Rule rule) {
    const test::Outcome outcome = test::Simulation(way, std::move(rule)).play();
    std::printf(" %.1f / %.2f / %zu |", outcome.stalled, outcome.meanBits / 1e6, outcome.changes);
}

}  // namespace

int main() {
    std::puts("Seconds without a picture / mean Mbit/s / changes of coding, in 300 s:\n");
    std::puts("| way | keyreel | BOLA-BASIC | by throughput, as Shaka Player |\n|---|---|---|---|");
    for (const test::Trace& way : test::ways()) {
        std::printf("| %s |", way.name.c_str());
        column(way, studio::QualityRule(test::kLadder));
        column(way, Bola());
        column(way, ByThroughput());
        std::puts("");
    }
    return 0;
}
