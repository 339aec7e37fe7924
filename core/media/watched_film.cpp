#include "core/media/watched_film.h"

#include <system_error>

namespace keyreel::media {

Result<WatchedFilm> WatchedFilm::open(const std::filesystem::path& path) {
    KEYREEL_TRY(File file, File::openForReading(path));
    WatchedFilm film(std::move(file));
    KEYREEL_TRY(film.m_size, film.m_file.size());
    std::error_code ignored;
    film.m_modified = std::filesystem::last_write_time(path, ignored);
    return film;
}

tl::unexpected<Error> WatchedFilm::changed() const {
    return fail("media_changed", name() + " changed while it was being read.",
                "Wait until it has been copied or downloaded completely, then try again.");
}

Status WatchedFilm::unchanged() const {
    std::error_code error;
    const auto modified = std::filesystem::last_write_time(path(), error);
    const auto size = m_file.size();
    if (!size || *size != m_size || (!error && modified != m_modified)) return changed();
    return {};
}

Status WatchedFilm::read(std::uint64_t offset, MutableBytes out) const {
    if (!m_file.readAt(offset, out)) return changed();
    return {};
}

}  // namespace keyreel::media
