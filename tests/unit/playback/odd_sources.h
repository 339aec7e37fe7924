#pragma once

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

#include "core/base/byte_source.h"

/// Sources as the world has them.
namespace keyreel::test {

/// Counts its reads and takes them apart into single bytes.
class SlowSteps final : public ByteSource {
public:
    explicit SlowSteps(std::shared_ptr<ByteSource> source) : m_source(std::move(source)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }
    Status read(std::uint64_t offset, MutableBytes out) override {
        for (std::size_t i = 0; i < out.size(); ++i)
            KEYREEL_CHECK(m_source->read(offset + i, out.subspan(i, 1)));
        return {};
    }

private:
    std::shared_ptr<ByteSource> m_source;
};

/// The first `size` bytes.
class Cut final : public ByteSource {
public:
    Cut(std::shared_ptr<ByteSource> source, std::uint64_t size) : m_source(std::move(source)), m_size(size) {}
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    Status read(std::uint64_t offset, MutableBytes out) override { return m_source->read(offset, out); }

private:
    std::shared_ptr<ByteSource> m_source;
    std::uint64_t m_size;
};

/// Gives an error for every read that touches the byte at an offset.
class Refusing final : public ByteSource {
public:
    Refusing(std::shared_ptr<ByteSource> source, std::uint64_t from, std::string code)
        : m_source(std::move(source)), m_from(from), m_code(std::move(code)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }
    Status read(std::uint64_t offset, MutableBytes out) override {
        if (offset <= m_from && offset + out.size() > m_from) return fail(m_code, "The source refuses.");
        return m_source->read(offset, out);
    }

private:
    std::shared_ptr<ByteSource> m_source;
    std::uint64_t m_from;
    std::string m_code;
};

/// Other bytes in one place.
class Damaged final : public ByteSource {
public:
    Damaged(std::shared_ptr<ByteSource> source, std::uint64_t from, std::uint64_t count)
        : m_source(std::move(source)), m_from(from), m_count(count) {}
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }
    Status read(std::uint64_t offset, MutableBytes out) override {
        KEYREEL_CHECK(m_source->read(offset, out));
        for (std::size_t i = 0; i < out.size(); ++i)
            if (offset + i >= m_from && offset + i < m_from + m_count)
                out[i] = static_cast<std::uint8_t>(out[i] ^ (0x5a + (offset + i) * 31));
        return {};
    }

private:
    std::shared_ptr<ByteSource> m_source;
    std::uint64_t m_from;
    std::uint64_t m_count;
};

/// Blocks in reads that touch the byte at an offset, until released.
class Hanging final : public ByteSource {
public:
    Hanging(std::shared_ptr<ByteSource> source, std::uint64_t from)
        : m_source(std::move(source)), m_from(from) {}
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }
    Status read(std::uint64_t offset, MutableBytes out) override {
        std::unique_lock lock(m_mutex);
        if (offset <= m_from && offset + out.size() > m_from && !m_released) {
            m_blocked = true;
            m_changed.notify_all();
            m_changed.wait(lock, [this] { return m_released; });
        }
        return m_source->read(offset, out);
    }
    void waitUntilBlocked() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_blocked; });
    }
    [[nodiscard]] bool blocked() {
        const std::lock_guard lock(m_mutex);
        return m_blocked;
    }
    void release() {
        const std::lock_guard lock(m_mutex);
        m_released = true;
        m_changed.notify_all();
    }

private:
    std::shared_ptr<ByteSource> m_source;
    const std::uint64_t m_from;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_blocked = false;
    bool m_released = false;
};

}  // namespace keyreel::test
