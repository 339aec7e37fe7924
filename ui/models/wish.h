#pragma once

#include <QByteArray>
#include <QStringList>
#include <optional>

#include "core/base/result.h"

namespace keyreel::ui {

/// What a start of the program was told to open. The window that does it may be another start's.
struct Wish {
    QStringList targets;  ///< One keyreel:// link, or absolute paths of films, folders and playlists.
    bool play = false;    ///< Files are played as they are; else they become drafts.

    /// From the command line; paths begin at the working folder, file:// addresses are paths. Code
    /// `wish_invalid`: a link beside something else, or more than kMostTargets.
    static Result<Wish> of(const QStringList& arguments, bool play);
    static constexpr qsizetype kMostTargets = 200;

    [[nodiscard]] bool isEmpty() const { return targets.isEmpty(); }
    [[nodiscard]] bool isLink() const;

    /// For the way to another start's window: fields that end with a zero byte, and an empty one behind the
    /// last.
    [[nodiscard]] QByteArray toBytes() const;
    /// Nothing while there is no end, or when it is none of ours.
    static std::optional<Wish> fromBytes(const QByteArray& bytes);

    bool operator==(const Wish&) const = default;
};

}  // namespace keyreel::ui
