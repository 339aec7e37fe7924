#include "core/base/secret_bytes.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace keyreel {

SecretBytes::SecretBytes(std::size_t size) : m_size(size) {
    if (size == 0) return;
    // Whole pages of their own: mlock and MADV_DONTDUMP work by page, and a neighbour's munlock must not undo
    // ours.
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    m_mapped = (size + page - 1) / page * page;
    void* memory = mmap(nullptr, m_mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    m_data = static_cast<std::uint8_t*>(memory);
    // A small RLIMIT_MEMLOCK makes this fail; the key is then only protected from dumps, which is still worth
    // having.
    (void)mlock(memory, m_mapped);
    (void)madvise(memory, m_mapped, MADV_DONTDUMP);
    (void)madvise(memory, m_mapped, MADV_WIPEONFORK);
}

SecretBytes SecretBytes::copyOf(ByteView bytes) {
    SecretBytes secret(bytes.size());
    std::copy(bytes.begin(), bytes.end(), secret.m_data);
    return secret;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)),
      m_size(std::exchange(other.m_size, 0)),
      m_mapped(std::exchange(other.m_mapped, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_mapped = std::exchange(other.m_mapped, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes() {
    wipe();
}

SecretBytes SecretBytes::clone() const {
    return copyOf(view());
}

bool SecretBytes::equals(ByteView other) const {
    return constantTimeEqual(view(), other);
}

void SecretBytes::wipe() {
    if (m_data != nullptr) {
        explicit_bzero(m_data, m_size);
        munmap(m_data, m_mapped);
    }
    m_data = nullptr;
    m_size = 0;
    m_mapped = 0;
}

void wipe(MutableBytes bytes) {
    if (bytes.empty()) return;
    explicit_bzero(bytes.data(), bytes.size());
}

bool constantTimeEqual(ByteView a, ByteView b) {
    if (a.size() != b.size()) return false;
    volatile std::uint8_t difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference = difference | static_cast<std::uint8_t>(a[i] ^ b[i]);
    return difference == 0;
}

void protectProcessMemory() {
    const rlimit none{0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
    (void)prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace keyreel
