#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/byte_source.h"

namespace keyreel::adaptive {

/// A file that is nowhere: bytes in memory, and behind them pieces of files on a disk.
struct Splice {
    struct Part {
        std::uint64_t begin = 0;  ///< In the spliced file.
        std::size_t file = 0;     ///< Into `files`.
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
    };
    Bytes head;
    std::vector<Part> parts;  ///< One right behind the other.
    std::vector<std::filesystem::path> files;

    [[nodiscard]] std::uint64_t size() const {
        return parts.empty() ? head.size() : parts.back().begin + parts.back().size;
    }
};

/// Reads a splice, with one of its files open at a time. Errors: those of File. Thread: one; several may read
/// one splice.
class SplicedSource final : public ByteSource {
public:
    explicit SplicedSource(std::shared_ptr<const Splice> splice) : m_splice(std::move(splice)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_splice->size(); }
    Status read(std::uint64_t offset, MutableBytes out) override;

private:
    Status readPart(const Splice::Part& part, std::uint64_t from, MutableBytes out);

    std::shared_ptr<const Splice> m_splice;
    std::optional<File> m_open;
    std::size_t m_openFile = 0;
};

}  // namespace keyreel::adaptive
