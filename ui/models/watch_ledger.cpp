#include "ui/models/watch_ledger.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <csignal>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "ui/models/film_files.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

/// More videos than that in one folder are not looked after.
constexpr std::size_t kMostFiles = 10'000;

/// Whether a program has it open for writing. A read lease is refused then; where the file system knows no
/// leases, or the file is somebody else's, only its size and time tell.
bool hasWriter(int descriptor) {
    // Who opens it for writing while the lease is held makes the kernel send a signal, SIGIO if not told
    // otherwise, which ends a program; SIGURG does nothing.
    if (::fcntl(descriptor, F_SETSIG, SIGURG) != 0) return false;
    if (::fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0) {
        (void)::fcntl(descriptor, F_SETLEASE, F_UNLCK);
        return false;
    }
    return errno == EAGAIN;
}

std::optional<WatchedFile> watchedFile(const QString& folder, const QString& name) {
    const QByteArray path = QFile::encodeName(folder + u'/' + name);
    const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return std::nullopt;
    struct stat facts {};
    std::optional<WatchedFile> file;
    if (::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode))
        file = WatchedFile{name, facts.st_ino, static_cast<quint64>(facts.st_size),
                           qint64{facts.st_mtim.tv_sec} * 1'000'000'000 + facts.st_mtim.tv_nsec,
                           hasWriter(descriptor)};
    ::close(descriptor);
    return file;
}

}  // namespace

std::optional<std::vector<WatchedFile>> watchedFilesIn(const QString& folder) {
    const QDir dir(folder);
    if (!dir.exists() || !dir.isReadable()) return std::nullopt;
    std::vector<WatchedFile> files;
    for (const QString& name : dir.entryList(QDir::Files, QDir::Name)) {
        if (files.size() >= kMostFiles) break;
        if (!filmEndings().contains(QFileInfo(name).suffix().toLower())) continue;
        if (auto file = watchedFile(folder, name)) files.push_back(std::move(*file));
    }
    return files;
}

void WatchLedger::begin(const QString& folder) {
    *this = {};
    m_folder = folder;
}

WatchLedger::News WatchLedger::note(const std::vector<WatchedFile>& files, Time now, Time settle) {
    News news;
    std::vector<WatchedFile> seen;
    std::map<QString, Waiting> waiting;
    const auto isThere = [&](const QString& name) {
        return std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
    };
    for (const WatchedFile& file : files) {
        const auto known = std::find_if(m_seen.begin(), m_seen.end(),
                                        [&](const WatchedFile& each) { return each.isSameAs(file); });
        if (known != m_seen.end()) {
            if (known->name != file.name && !isThere(known->name))
                news.renamed.append({known->name, file.name});
            seen.push_back(file);
            continue;
        }
        // What was there when the folder was chosen, unless it is still on its way.
        if (m_isFirst && !file.isBeingWritten) {
            seen.push_back(file);
            continue;
        }
        const auto before = m_waiting.find(file.name);
        const bool isStill = before != m_waiting.end() && before->second.file.isSameAs(file) &&
                             !before->second.file.isBeingWritten && !file.isBeingWritten;
        const Waiting place{file, isStill ? before->second.since : now};
        if (isStill && file.size > 0 && now - place.since >= settle) {
            news.complete.append(file.name);
            seen.push_back(file);
        } else {
            waiting.emplace(file.name, place);
        }
    }
    const auto differ = [](const WatchedFile& one, const WatchedFile& other) {
        return one.name != other.name || !one.isSameAs(other);
    };
    news.hasChanged = m_isFirst || seen.size() != m_seen.size() ||
                      !std::equal(seen.begin(), seen.end(), m_seen.begin(), std::not_fn(differ));
    m_isFirst = false;
    m_seen = std::move(seen);
    m_waiting = std::move(waiting);
    return news;
}

WatchLedger WatchLedger::fromJson(ByteView json) {
    const QJsonObject object = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(json.data()),
                                                                  static_cast<qsizetype>(json.size())))
                                   .object();
    WatchLedger ledger;
    ledger.m_folder = object[u"folder"_s].toString();
    ledger.m_isFirst = !object[u"seen"_s].isArray();
    for (const auto& value : object[u"seen"_s].toArray()) {
        const QJsonObject file = value.toObject();
        if (ledger.m_seen.size() >= kMostFiles) break;
        ledger.m_seen.push_back({file[u"name"_s].toString(), file[u"inode"_s].toString().toULongLong(),
                                 file[u"size"_s].toString().toULongLong(),
                                 file[u"modified"_s].toString().toLongLong(), false});
    }
    return ledger;
}

Bytes WatchLedger::toJson() const {
    // Numbers as text: JSON's are exact to 53 bits only.
    QJsonArray seen;
    for (const WatchedFile& file : m_seen)
        seen.append(QJsonObject{{u"name"_s, file.name},
                                {u"inode"_s, QString::number(file.inode)},
                                {u"size"_s, QString::number(file.size)},
                                {u"modified"_s, QString::number(file.modified)}});
    QJsonObject object{{u"folder"_s, m_folder}};
    if (!m_isFirst) object[u"seen"_s] = seen;
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return Bytes(text.begin(), text.end());
}

}  // namespace keyreel::ui
