#include "core/media/ladder.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <numeric>

namespace keyreel::media {
namespace {

constexpr double kFullHdPixels = 1920.0 * 1080.0;
constexpr double kFullHdBitRate = 6e6;
constexpr std::int64_t kLargestAspect = 65535;

std::uint32_t even(double side) {
    return static_cast<std::uint32_t>(std::max(2 * std::lround(side / 2), 2L));
}

int rateFactor(int crf, std::uint32_t height) {
    const int more = height > 480 ? 0 : height > 360 ? 1 : 3;
    return std::clamp(crf + more, 0, 51);
}

std::uint64_t bitRateLimit(const Rung& rung, Rational rate) {
    const double pixels = static_cast<double>(rung.width) * rung.height;
    const bool fast = rate.num > 0 && static_cast<double>(rate.num) / rate.den > 31;
    return static_cast<std::uint64_t>(
        std::llround(kFullHdBitRate * std::pow(pixels / kFullHdPixels, kBitRateExponent) * (fast ? 1.5 : 1)));
}

/// `aspect` times `by`/`through`, in terms that a header holds.
Rational stretched(Rational aspect, std::int64_t by, std::int64_t through) {
    std::int64_t num = aspect.num * by;
    std::int64_t den = aspect.den * through;
    const std::int64_t common = std::gcd(num, den);
    if (common == 0) return {1, 1};
    num /= common;
    den /= common;
    while (num > kLargestAspect || den > kLargestAspect) {
        num = std::max<std::int64_t>((num + 1) / 2, 1);
        den = std::max<std::int64_t>((den + 1) / 2, 1);
    }
    return {static_cast<std::int32_t>(num), static_cast<std::int32_t>(den)};
}

}  // namespace

Result<std::vector<std::uint32_t>> parseLadder(std::string_view text) {
    const auto invalid = [&](const std::string& why) {
        return fail("ladder_invalid",
                    "\"" + std::string(text.substr(0, 64)) + "\" is no quality ladder: " + why,
                    "Write the heights of its pictures, for example 1080,720,480,360.");
    };
    std::vector<std::uint32_t> heights;
    for (std::string_view rest = text;;) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string_view part = rest.substr(0, comma);
        std::uint32_t height = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), height);
        if (error != std::errc() || end != part.data() + part.size())
            return invalid("its heights are not numbers.");
        if (height < kMinRungHeight || height > kMaxPictureSide || height % 2 != 0)
            return invalid("a height is even, " + std::to_string(kMinRungHeight) + " to " +
                           std::to_string(kMaxPictureSide) + ".");
        heights.push_back(height);
        if (comma == rest.size()) break;
        rest.remove_prefix(comma + 1);
    }
    std::sort(heights.begin(), heights.end(), std::greater<>());
    if (std::adjacent_find(heights.begin(), heights.end()) != heights.end())
        return invalid("a height is there twice.");
    if (heights.size() > kMaxRungs)
        return invalid("it has more than " + std::to_string(kMaxRungs) + " pictures.");
    return heights;
}

std::string ladderText(const std::vector<std::uint32_t>& heights) {
    std::string text;
    for (const std::uint32_t height : heights)
        text += (text.empty() ? "" : ",") + std::to_string(height);
    return text;
}

Rung rungOf(const Track& source, std::uint32_t height) {
    Rung rung;
    const bool smaller = height != 0 && height < source.height;
    rung.height = smaller ? std::max(height & ~1U, 2U) : std::max(source.height & ~1U, 2U);
    // 4:2:0 has one chroma sample for two by two pixels, so that an odd side loses a line, not the shape.
    rung.width = smaller ? even(static_cast<double>(source.width) * rung.height / source.height)
                         : std::max(source.width & ~1U, 2U);
    rung.sampleAspectRatio = source.sampleAspectRatio;
    if (smaller)
        rung.sampleAspectRatio = stretched(source.sampleAspectRatio, std::int64_t{source.width} * rung.height,
                                           std::int64_t{source.height} * rung.width);
    return rung;
}

LadderChoice chooseRungs(const Track& source, const std::vector<std::uint32_t>& heights, int crf,
                         bool sourceKept) {
    LadderChoice choice;
    std::vector<std::uint32_t> wanted;
    std::vector<std::uint32_t> above;
    const std::uint32_t own = source.height & ~1U;
    for (const std::uint32_t height : heights) {
        if (height > source.height)
            above.push_back(height);
        else if (!sourceKept || height < own)
            wanted.push_back(height);
    }
    if (!above.empty())
        choice.remarks.push_back("The film has " + std::to_string(source.height) +
                                 " lines and is not enlarged: " + ladderText(above) + " left out.");
    if (wanted.empty() && !sourceKept) wanted.push_back(source.height);
    for (const std::uint32_t height : wanted) {
        Rung rung = rungOf(source, height);
        rung.crf = rateFactor(crf, rung.height);
        rung.maxBitRate = bitRateLimit(rung, source.frameRate);
        choice.rungs.push_back(rung);
    }
    return choice;
}

}  // namespace keyreel::media
