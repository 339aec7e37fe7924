#pragma once

#include <QIcon>
#include <QPainterPath>
#include <optional>

#include "ui/theme/tokens.h"

class QPainter;

namespace keyreel::ui {

/// Icons on a 24 grid, 1.75 stroke with round caps (design section 1). Reel is the mark, use it at 20 px or
/// larger.
enum class Icon {
    None,
    Reel,
    Library,
    Create,
    Publish,
    Activity,
    Key,
    Settings,
    Lock,
    Unlock,
    Globe,
    Play,
    Pause,
    Stop,
    Back10,
    Forward10,
    PreviousFilm,
    NextFilm,
    Volume,
    VolumeLow,
    Mute,
    Subtitles,
    Quality,
    Speed,
    PictureInPicture,
    FullScreen,
    LeaveFullScreen,
    Chapters,
    Close,
    Search,
    Sort,
    Filter,
    Grid,
    List,
    More,
    Check,
    Clock,
    Warning,
    Error,
    Copy,
    Link,
    Retry,
    Download,
    Upload,
    Film,
    AudioTrack,
    TextTrack,
    Person,
    People,
    Heart,
    Coins,
    Resell,
    Info,
    Bell,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ArrowLeft,
    ArrowDown,
    Shield,
    ShieldCheck,
    Plus,
    Minus,
    Pencil,
    Trash,
    Folder,
    Eye,
    EyeOff,
    Share,
    Offline,
    Server,
    Desktop,
    Laptop,
    Phone,
    RecoveryKit,
    BrokenPart,
    Image,
    Sun,
    Keyboard,
    Logout,
    Ring,
    Count_
};

/// One icon as paths on the 24 grid.
struct IconPath {
    QPainterPath stroke;
    QPainterPath fill;
};
const IconPath& iconPath(Icon icon);

/// Draws `icon` centred in `box` as a square of its smaller side.
/// The reel mark uses `color` for the ring and `Role::Accent` for its two filled holes.
void paintIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& color);

/// A QIcon that asks the theme for its colour when it is painted; without a role it follows the state
/// (text colour, disabled colour).
QIcon makeIcon(Icon icon, std::optional<Role> role = std::nullopt);

}  // namespace keyreel::ui
