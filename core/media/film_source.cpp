#include "core/media/film_source.h"

#include <unistd.h>

#include <cerrno>

namespace keyreel::media {
namespace {

class DescriptorSource final : public ByteSource {
public:
    DescriptorSource(int descriptor, std::uint64_t size, std::string name)
        : m_descriptor(descriptor), m_size(size), m_name(std::move(name)) {}

    [[nodiscard]] std::uint64_t size() const override { return m_size; }

    Status read(std::uint64_t offset, MutableBytes out) override {
        if (offset > m_size || out.size() > m_size - offset)
            return fail("source_truncated", m_name + " has no bytes there.");
        while (!out.empty()) {
            const ssize_t got = ::pread(m_descriptor, out.data(), out.size(), static_cast<off_t>(offset));
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return fail("file_truncated", m_name + " is shorter than it was.");
            offset += static_cast<std::uint64_t>(got);
            out = out.subspan(static_cast<std::size_t>(got));
        }
        return {};
    }

private:
    int m_descriptor;
    std::uint64_t m_size;
    std::string m_name;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> FilmSource::bytes() const {
    if (hasDescriptor()) return std::make_unique<DescriptorSource>(m_descriptor, m_size, m_path.string());
    KEYREEL_TRY(FileSource file, FileSource::open(m_path));
    return std::make_unique<FileSource>(std::move(file));
}

}  // namespace keyreel::media
