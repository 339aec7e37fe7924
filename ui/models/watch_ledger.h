#pragma once

#include <QString>
#include <QStringList>
#include <chrono>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::ui {

/// A video file as it stands in a folder at one moment.
struct WatchedFile {
    QString name;
    quint64 inode = 0;
    quint64 size = 0;
    qint64 modified = 0;          ///< Nanoseconds since 1970.
    bool isBeingWritten = false;  ///< A program has it open for writing.

    /// The same bytes, as far as can be told without reading them; the name may be another.
    [[nodiscard]] bool isSameAs(const WatchedFile& other) const {
        return size == other.size && modified == other.modified &&
               (inode == other.inode || name == other.name);
    }
};

/// The videos in a folder, not below it; nothing when it cannot be read. Names that begin with a dot are left
/// out: programs that write beside the final name use them. Blocks.
std::optional<std::vector<WatchedFile>> watchedFilesIn(const QString& folder);

/// Which videos of one folder were seen, and which are new and completely written. Knows no disk and no
/// clock.
class WatchLedger {
public:
    using Time = std::chrono::milliseconds;

    struct News {
        QStringList complete;                        ///< Names.
        QList<std::pair<QString, QString>> renamed;  ///< Old and new name of what was seen.
        bool hasChanged = false;                     ///< What toJson() gives is another than before.
    };

    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// Forgets everything; what the next note() brings is not new.
    void begin(const QString& folder);
    /// `now` only grows; a file is complete when nobody writes it and it was the same for `settle`.
    News note(const std::vector<WatchedFile>& files, Time now, Time settle);
    /// Something is there that is not complete.
    [[nodiscard]] bool isWaiting() const { return !m_waiting.empty(); }

    /// Of the file that toJson() wrote; an empty ledger when it is none.
    static WatchLedger fromJson(ByteView json);
    [[nodiscard]] Bytes toJson() const;

private:
    struct Waiting {
        WatchedFile file;
        Time since{0};
    };
    QString m_folder;
    bool m_isFirst = true;
    std::vector<WatchedFile> m_seen;
    std::map<QString, Waiting> m_waiting;
};

}  // namespace keyreel::ui
