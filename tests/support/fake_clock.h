#pragma once

#include <atomic>

#include "core/base/clock.h"

namespace keyreel::test {

/// Time that moves only when the test says so.
class FakeClock final : public Clock {
public:
    explicit FakeClock(std::int64_t start = 1'800'000'000) : m_now(start) {}
    [[nodiscard]] std::int64_t now() const override { return m_now; }
    [[nodiscard]] std::chrono::nanoseconds elapsed() const override {
        return std::chrono::seconds(m_now.load());
    }
    void advance(std::int64_t seconds) { m_now += seconds; }
    void set(std::int64_t now) { m_now = now; }

private:
    std::atomic<std::int64_t> m_now;
};

}  // namespace keyreel::test
