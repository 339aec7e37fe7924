#include <QStringView>
#include <array>
#include <cmath>

#include "ui/icons/icon.h"

namespace keyreel::ui {

namespace {

/// Stroke and fill of one icon in a small path language: the M L H V C Z of SVG with their relative forms,
/// and `O cx cy r` a circle, `R x y w h r` a rounded box, `G cx cy r start sweep` an arc in degrees, 0 at
/// three o'clock.
struct Drawing {
    Icon icon;
    const char* stroke;
    const char* fill;
};

constexpr Drawing kDrawings[] = {
    {Icon::Library, "R 4 4 6.5 16 1.8 R 13.5 4 6.5 9 1.8 M13.5 16.5h6.5 M13.5 20h4", ""},
    {Icon::Create, "R 3.5 5 17 14 2.6 M12 9v6 M9 12h6", ""},
    {Icon::Publish,
     "M12 15.5V4.5 M8 8.2 12 4.3 16 8.2 M4.5 14v3.5c0 1.4 .9 2.3 2.3 2.3h10.4c1.4 0 2.3-.9 2.3-2.3V14", ""},
    {Icon::Activity, "M9.5 6h10.5 M9.5 12h10.5 M9.5 18h10.5", "O 5 6 1.35 O 5 12 1.35 O 5 18 1.35"},
    {Icon::Key, "O 8 15.5 4.2 M11 12.5 19.5 4 M16 7.5l3 3 M13.3 10.2l1.9 1.9", ""},
    {Icon::Settings, "M4 7.5h6 M15 7.5h5 M4 16.5h4 M13 16.5h7 O 12.5 7.5 2.4 O 10.5 16.5 2.4", ""},
    {Icon::Lock, "R 5 10.5 14 9.5 2.4 M8 10.5V8c0-2.4 1.6-4 4-4s4 1.6 4 4v2.5", ""},
    {Icon::Unlock, "R 5 10.5 14 9.5 2.4 M8 10.5V8c0-2.4 1.6-4 4-4 2 0 3.4 1.1 3.9 2.8", ""},
    {Icon::Globe,
     "O 12 12 8.5 M3.7 12h16.6 M12 3.5c2.4 2.4 3.5 5.2 3.5 8.5s-1.1 6.1-3.5 8.5 M12 3.5C9.6 5.9 8.5 8.7 8.5 "
     "12s1.1 6.1 3.5 8.5",
     ""},
    {Icon::Play, "",
     "M7.2 5.3v13.4c0 .9 1 1.4 1.7 .9l10-6.7c.7-.4 .7-1.4 0-1.8l-10-6.7c-.7-.5-1.7 0-1.7 .9Z"},
    {Icon::Pause, "", "R 6.5 5 3.8 14 1.2 R 13.7 5 3.8 14 1.2"},
    {Icon::Stop, "", "R 6 6 12 12 2"},
    {Icon::Back10,
     "G 12 12.5 8 -118 298 M8.6 2.6 7.6 5.6 10.8 6.4 M9 10.2v5.2 M8.9 10.2l-1.1 .7 R 11.4 10.1 3.9 5.4 1.9",
     ""},
    {Icon::Forward10,
     "G 12 12.5 8 -62 -298 M15.4 2.6l1 3-3.2 .8 M9 10.2v5.2 M8.9 10.2l-1.1 .7 R 11.4 10.1 3.9 5.4 1.9", ""},
    {Icon::PreviousFilm, "",
     "M18.5 5.8v12.4c0 .9-1 1.4-1.7 .9l-8.6-6.2c-.6-.4-.6-1.4 0-1.8l8.6-6.2c.7-.5 1.7 0 1.7 .9Z R 4.6 5 2.2 "
     "14 "
     "1.1"},
    {Icon::NextFilm, "",
     "M5.5 5.8v12.4c0 .9 1 1.4 1.7 .9l8.6-6.2c.6-.4 .6-1.4 0-1.8L7.2 4.9c-.7-.5-1.7 0-1.7 .9Z R 17.2 5 2.2 "
     "14 "
     "1.1"},
    {Icon::Volume, "M4 9.6h3l4.5-4v12.8l-4.5-4H4Z G 11.2 12 4 -42 84 G 11.2 12 8 -45 90", ""},
    {Icon::VolumeLow, "M4 9.6h3l4.5-4v12.8l-4.5-4H4Z G 11.2 12 4 -42 84", ""},
    {Icon::Mute, "M4 9.6h3l4.5-4v12.8l-4.5-4H4Z M15.5 9.5l5 5 M20.5 9.5l-5 5", ""},
    {Icon::Subtitles, "R 3.5 5.5 17 13 2.4 M7 14.5h3 M12.5 14.5h4.5 M7 11h6 M15.5 11h1.5", ""},
    {Icon::Quality,
     "R 3.5 5.5 17 13 2.4 M7.5 9.5v5 M10.8 9.5v5 M7.5 12h3.3 M13.7 9.5v5h1c1.7 0 2.6-.9 "
     "2.6-2.5s-.9-2.5-2.6-2.5Z",
     ""},
    {Icon::Speed, "G 12 13.5 8 -200 220 M12 13.5l4-4.2", "O 12 13.5 1.4"},
    {Icon::PictureInPicture, "R 3.5 5.5 17 13 2.4", "R 11.5 11 6.5 5 1.2"},
    {Icon::FullScreen,
     "M4.5 9V6c0-.9 .6-1.5 1.5-1.5h3 M15 4.5h3c.9 0 1.5 .6 1.5 1.5v3 M19.5 15v3c0 .9-.6 1.5-1.5 1.5h-3 M9 "
     "19.5H6c-.9 0-1.5-.6-1.5-1.5v-3",
     ""},
    {Icon::LeaveFullScreen,
     "M9 4.5v3c0 .9-.6 1.5-1.5 1.5h-3 M15 4.5v3c0 .9 .6 1.5 1.5 1.5h3 M15 19.5v-3c0-.9 .6-1.5 1.5-1.5h3 M9 "
     "19.5v-3c0-.9-.6-1.5-1.5-1.5h-3",
     ""},
    {Icon::Chapters, "M4 7h9 M4 12h9 M4 17h9", "M16 8.6v6.8l5-3.4Z"},
    {Icon::Close, "M6.5 6.5l11 11 M17.5 6.5l-11 11", ""},
    {Icon::Search, "O 10.8 10.8 6 M15.3 15.3l4.4 4.4", ""},
    {Icon::Sort, "M7.5 5v14 M4.5 16l3 3 3-3 M13 7h7 M13 12h5 M13 17h3", ""},
    {Icon::Filter, "M4.5 7h15 M7.5 12h9 M10.5 17h3", ""},
    {Icon::Grid, "R 4.5 4.5 6 6 1.4 R 13.5 4.5 6 6 1.4 R 4.5 13.5 6 6 1.4 R 13.5 13.5 6 6 1.4", ""},
    {Icon::List, "M4.5 7h15 M4.5 12h15 M4.5 17h15", ""},
    {Icon::More, "", "O 5.5 12 1.7 O 12 12 1.7 O 18.5 12 1.7"},
    {Icon::Check, "M5 12.5l4.6 4.5L19 7.3", ""},
    {Icon::Clock, "O 12 12 8.3 M12 7.2v5.1l3.2 1.9", ""},
    {Icon::Warning, "M12 4.2 20.8 19.3H3.2Z M12 10v4.2", "O 12 16.8 1.05"},
    {Icon::Error, "O 12 12 8.3 M12 7.8v4.9", "O 12 15.9 1.05"},
    {Icon::Copy,
     "R 8.5 8.5 11.5 11.5 2.2 M5.8 15.5c-1.1 0-1.8-.7-1.8-1.8V5.8C4 4.7 4.7 4 5.8 4h7.9c1.1 0 1.8 .7 1.8 1.8",
     ""},
    {Icon::Link,
     "M10 14.2l4.3-4.4 M12.2 6.8l1.9-1.9c1.6-1.5 3.9-1.5 5.3-.1s1.4 3.8-.1 5.3l-2.5 2.5c-1 1-2.4 1.4-3.7 1 "
     "M11.8 17.2l-1.9 1.9c-1.6 1.5-3.9 1.5-5.3 .1s-1.4-3.8 .1-5.3l2.5-2.5c1-1 2.4-1.4 3.7-1",
     ""},
    {Icon::Retry, "G 12 12 7.8 -40 -290 M18.6 3.9v4.3h-4.3", ""},
    {Icon::Download, "M12 4.5V15 M8 11.2l4 3.9 4-3.9 M4.5 19.5h15", ""},
    {Icon::Upload, "M12 15V4.5 M8 8.3l4-3.9 4 3.9 M4.5 19.5h15", ""},
    {Icon::Film, "R 4 4.5 16 15 2.2 M8 4.5v15 M16 4.5v15 M4 9.5h4 M4 14.5h4 M16 9.5h4 M16 14.5h4", ""},
    {Icon::AudioTrack, "M4 10.5v3 M8 7.5v9 M12 4.5v15 M16 8v8 M20 10.5v3", ""},
    {Icon::TextTrack, "M5 7.5V5.2h14v2.3 M12 5.2v13.6 M9.3 18.8h5.4", ""},
    {Icon::Person, "O 12 8.2 3.7 M4.8 19.8c.5-3.6 3.4-5.6 7.2-5.6s6.7 2 7.2 5.6", ""},
    {Icon::People,
     "O 9.2 8.2 3.4 M2.8 19.2c.5-3.3 3-5.1 6.4-5.1s5.9 1.8 6.4 5.1 M15.5 5c1.7 .2 2.9 1.5 2.9 3.2s-1.2 3-2.9 "
     "3.2 M17.8 14.5c2 .6 3.2 2.2 3.5 4.7",
     ""},
    {Icon::Heart,
     "M12 19.7C6.7 16.3 3.6 13 3.6 9.4c0-2.6 1.9-4.6 4.4-4.6 1.7 0 3.2 .9 4 2.4 .8-1.5 2.3-2.4 4-2.4 2.5 0 "
     "4.4 2 4.4 4.6 0 3.6-3.1 6.9-8.4 10.3Z",
     ""},
    {Icon::Coins,
     "M5 6.5c0-1.5 3.1-2.7 7-2.7s7 1.2 7 2.7-3.1 2.7-7 2.7-7-1.2-7-2.7Z M5 6.5v11c0 1.5 3.1 2.7 7 2.7s7-1.2 "
     "7-2.7v-11 M5 12c0 1.5 3.1 2.7 7 2.7s7-1.2 7-2.7",
     ""},
    {Icon::Resell, "M4.5 8.5h14.5 M15.5 5l3.5 3.5-3.5 3.5 M19.5 15.5H5 M8.5 12 5 15.5l3.5 3.5", ""},
    {Icon::Info, "O 12 12 8.3 M12 11.3v4.9", "O 12 8.2 1.05"},
    {Icon::Bell, "M6.5 16.5V11c0-3.4 2.2-5.7 5.5-5.7s5.5 2.3 5.5 5.7v5.5l1.3 1.3H5.2Z M10.2 20.3h3.6", ""},
    {Icon::ChevronUp, "M6.5 14.5 12 9l5.5 5.5", ""},
    {Icon::ChevronDown, "M6.5 9.5 12 15l5.5-5.5", ""},
    {Icon::ChevronLeft, "M14.5 6.5 9 12l5.5 5.5", ""},
    {Icon::ChevronRight, "M9.5 6.5 15 12l-5.5 5.5", ""},
    {Icon::ArrowLeft, "M19.5 12H4.8 M11 5.7 4.7 12l6.3 6.3", ""},
    {Icon::ArrowDown, "M12 4.5v14.7 M5.7 13l6.3 6.3 6.3-6.3", ""},
    {Icon::Shield, "M12 3.8l7 2.5v5.4c0 4.2-2.7 7-7 8.8-4.3-1.8-7-4.6-7-8.8V6.3Z", ""},
    {Icon::ShieldCheck,
     "M12 3.8l7 2.5v5.4c0 4.2-2.7 7-7 8.8-4.3-1.8-7-4.6-7-8.8V6.3Z M8.8 12l2.3 2.3 4.2-4.5", ""},
    {Icon::Plus, "M12 5v14 M5 12h14", ""},
    {Icon::Minus, "M5 12h14", ""},
    {Icon::Pencil,
     "M5 19l.9-4.2L16.2 4.5c.7-.7 1.7-.7 2.4 0l.9 .9c.7 .7 .7 1.7 0 2.4L9.2 18.1Z M14.3 6.5l3.3 3.3", ""},
    {Icon::Trash,
     "M4.5 7h15 M9.5 7V5.3c0-.8 .5-1.3 1.3-1.3h2.4c.8 0 1.3 .5 1.3 1.3V7 M6.5 7l.8 11.2c.1 1 .8 1.8 1.8 "
     "1.8h5.8c1 0 1.7-.8 1.8-1.8L17.5 7",
     ""},
    {Icon::Folder,
     "M3.8 17.3V6.7c0-.9 .6-1.5 1.5-1.5h4.2l2.2 2.6h7c.9 0 1.5 .6 1.5 1.5v8c0 .9-.6 1.5-1.5 1.5H5.3c-.9 "
     "0-1.5-.6-1.5-1.5Z",
     ""},
    {Icon::Eye, "M2.8 12c2-4 5.2-6.2 9.2-6.2s7.2 2.2 9.2 6.2c-2 4-5.2 6.2-9.2 6.2S4.8 16 2.8 12Z O 12 12 2.8",
     ""},
    {Icon::EyeOff,
     "M4 4l16 16 M9.6 6.1c.8-.2 1.6-.3 2.4-.3 4 0 7.2 2.2 9.2 6.2-.8 1.5-1.7 2.8-2.9 3.7 M6 7.7c-1.3 1-2.4 "
     "2.4-3.2 4.3 2 4 5.2 6.2 9.2 6.2 1.2 0 2.3-.2 3.3-.6",
     ""},
    {Icon::Share, "O 17.5 5.8 2.4 O 6.2 12 2.4 O 17.5 18.2 2.4 M8.4 10.8l7-3.9 M8.4 13.2l7 3.9", ""},
    {Icon::Offline,
     "M4 4l16 16 M2.8 9.3C4 8.2 5.4 7.3 7 6.7 M11 5.6c3.8-.3 7.3 1 10.2 3.7 M6 12.7c.9-.8 1.9-1.4 3-1.8 "
     "M14.6 11.3c1.2 .3 2.4 .9 3.4 1.8 M9.2 16.1c1.7-1.3 3.9-1.3 5.6 0",
     "O 12 19.3 1.1"},
    {Icon::Server, "R 4 4.5 16 6.5 2 R 4 13 16 6.5 2 M11.5 7.8h5 M11.5 16.3h5",
     "O 7.6 7.8 1.05 O 7.6 16.3 1.05"},
    {Icon::Desktop, "R 3.5 4.5 17 11.5 2 M12 16v3.5 M8.5 19.5h7", ""},
    {Icon::Laptop, "R 5 5 14 10.5 2 M3 19h18", ""},
    {Icon::Phone, "R 7 3.5 10 17 2.2 M10.8 17.5h2.4", ""},
    {Icon::RecoveryKit,
     "R 3.8 7.5 16.4 12 2.4 M9 7.5V6c0-1 .6-1.7 1.6-1.7h2.8c1 0 1.6 .7 1.6 1.7v1.5 M12 10.8v5.4 M9.3 "
     "13.5h5.4",
     ""},
    {Icon::BrokenPart,
     "M9.5 18.5H5.8c-1.4 0-2.3-.9-2.3-2.3V7.8c0-1.4 .9-2.3 2.3-2.3h5.4L9.5 9.8l4 2.4-3 6.3 M15 5.5h3.2c1.4 0 "
     "2.3 .9 2.3 2.3v8.4c0 1.4-.9 2.3-2.3 2.3H15",
     ""},
    {Icon::Image, "R 3.5 5 17 14 2.4 M4 16.5l4.7-4.7 4 4 2.6-2.5 4.9 4.7", "O 15.8 9.3 1.4"},
    {Icon::Sun,
     "O 12 12 3.7 M12 3.5v1.8 M12 18.7v1.8 M3.5 12h1.8 M18.7 12h1.8 M6 6l1.3 1.3 M16.7 16.7 18 18 M18 6l-1.3 "
     "1.3 M7.3 16.7 6 18",
     ""},
    {Icon::Keyboard, "R 3 6.5 18 11 2.2 M7 10.3h.2 M10.3 10.3h.2 M13.6 10.3h.2 M16.9 10.3h.2 M8 13.9h8", ""},
    {Icon::Logout,
     "M14 7.5V5.8c0-1-.6-1.6-1.6-1.6H6.1c-1 0-1.6 .6-1.6 1.6v12.4c0 1 .6 1.6 1.6 1.6h6.3c1 0 1.6-.6 "
     "1.6-1.6v-1.7 M9.5 12h10.7 M17 8.7l3.3 3.3-3.3 3.3",
     ""},
    {Icon::Ring, "O 12 12 8.3", ""},
};

class PathReader {
public:
    explicit PathReader(const char* text) : m_at(text) {}

    QPainterPath read() {
        while (skip(), *m_at) {
            if (isCommand(*m_at)) m_command = *m_at++;
            step();
        }
        return m_path;
    }

private:
    static bool isCommand(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
    void skip() {
        while (*m_at == ' ' || *m_at == ',')
            ++m_at;
    }
    qreal number() {
        skip();
        const char* start = m_at;
        if (*m_at == '-') ++m_at;
        bool dot = false;
        while ((*m_at >= '0' && *m_at <= '9') || (*m_at == '.' && !dot))
            dot |= *m_at++ == '.';
        return QByteArray(start, m_at - start).toDouble();
    }
    QPointF point(bool relative) {
        const qreal x = number();
        const qreal y = number();
        return relative ? m_path.currentPosition() + QPointF(x, y) : QPointF(x, y);
    }
    void step() {
        const QPointF now = m_path.currentPosition();
        switch (m_command) {
            case 'M':
                m_path.moveTo(point(false));
                m_command = 'L';
                break;
            case 'm':
                m_path.moveTo(point(true));
                m_command = 'l';
                break;
            case 'L':
                m_path.lineTo(point(false));
                break;
            case 'l':
                m_path.lineTo(point(true));
                break;
            case 'H':
                m_path.lineTo(number(), now.y());
                break;
            case 'h':
                m_path.lineTo(now.x() + number(), now.y());
                break;
            case 'V':
                m_path.lineTo(now.x(), number());
                break;
            case 'v':
                m_path.lineTo(now.x(), now.y() + number());
                break;
            case 'C':
            case 'c': {
                const bool relative = m_command == 'c';
                const QPointF a = point(relative);
                const QPointF b = point(relative);
                const QPointF c = point(relative);
                m_path.cubicTo(a, b, c);
                m_control = b;
                break;
            }
            case 's': {
                const QPointF b = point(true);
                const QPointF c = point(true);
                const QPointF a = now * 2 - m_control;
                m_path.cubicTo(a, b, c);
                m_control = b;
                break;
            }
            case 'S': {
                const QPointF b = point(false);
                const QPointF c = point(false);
                m_path.cubicTo(now * 2 - m_control, b, c);
                m_control = b;
                break;
            }
            case 'Z':
                m_path.closeSubpath();
                break;
            case 'O': {
                const QPointF c = point(false);
                const qreal r = number();
                m_path.addEllipse(c, r, r);
                break;
            }
            case 'R': {
                const QPointF at = point(false);
                const qreal w = number();
                const qreal h = number();
                const qreal r = number();
                m_path.addRoundedRect(QRectF(at.x(), at.y(), w, h), r, r);
                break;
            }
            case 'G': {
                const QPointF c = point(false);
                const qreal r = number();
                const qreal start = number();
                const qreal sweep = number();
                const QRectF box(c.x() - r, c.y() - r, 2 * r, 2 * r);
                // QPainterPath counts counter-clockwise, screens and this table clockwise.
                m_path.arcMoveTo(box, -start);
                m_path.arcTo(box, -start, -sweep);
                break;
            }
            default:
                Q_UNREACHABLE();
        }
    }

    const char* m_at;
    char m_command = 'M';
    QPointF m_control;
    QPainterPath m_path;
};

using Table = std::array<IconPath, static_cast<std::size_t>(Icon::Count_)>;

Table makeTable() {
    Table table;
    for (const Drawing& d : kDrawings) {
        IconPath& entry = table[static_cast<std::size_t>(d.icon)];
        entry.stroke = PathReader(d.stroke).read();
        entry.fill = PathReader(d.fill).read();
        entry.fill.setFillRule(Qt::WindingFill);
    }
    return table;
}

}  // namespace

const IconPath& iconPath(Icon icon) {
    static const Table table = makeTable();
    return table[static_cast<std::size_t>(icon)];
}

}  // namespace keyreel::ui
