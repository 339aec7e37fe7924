#include "player/cue_text.h"

#include <QHash>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

namespace keyreel::player {
namespace {

using namespace Qt::StringLiterals;

/// Section 5.1: the default colour classes.
QColor colourOf(QStringView name) {
    static const std::array<std::pair<QStringView, QColor>, 8> kColours{{{u"white", QColor(255, 255, 255)},
                                                                         {u"lime", QColor(0, 255, 0)},
                                                                         {u"cyan", QColor(0, 255, 255)},
                                                                         {u"red", QColor(255, 0, 0)},
                                                                         {u"yellow", QColor(255, 255, 0)},
                                                                         {u"magenta", QColor(255, 0, 255)},
                                                                         {u"blue", QColor(0, 0, 255)},
                                                                         {u"black", QColor(0, 0, 0)}}};
    for (const auto& [known, colour] : kColours)
        if (name == known) return colour;
    return {};
}

/// The character that "&name;" stands for, or nothing.
QString entity(QStringView name) {
    static const QHash<QString, QString> kEntities{{u"amp"_s, u"&"_s},
                                                   {u"lt"_s, u"<"_s},
                                                   {u"gt"_s, u">"_s},
                                                   {u"quot"_s, u"\""_s},
                                                   {u"apos"_s, u"'"_s},
                                                   {u"nbsp"_s, QString(QChar(0x00a0))},
                                                   {u"lrm"_s, QString(QChar(0x200e))},
                                                   {u"rlm"_s, QString(QChar(0x200f))}};
    if (!name.startsWith(u'#')) return kEntities.value(name.toString());
    bool ok = false;
    const bool hex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
    const uint code = name.mid(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
    if (!ok || code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return {};
    const auto letter = static_cast<char32_t>(code);
    return QString::fromUcs4(&letter, 1);
}

/// Reads the tags and keeps what is open.
class Reader {
public:
    CueLines read(QStringView text) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (c == u'<') {
                const qsizetype close = text.indexOf(u'>', i);
                if (close < 0) break;
                tag(text.mid(i + 1, close - i - 1));
                i = close;
            } else if (c == u'&') {
                const qsizetype end = text.indexOf(u';', i);
                const QString letter =
                    end > i && end - i <= 10 ? entity(text.mid(i + 1, end - i - 1)) : QString();
                m_run.text += letter.isEmpty() ? QString(c) : letter;
                if (!letter.isEmpty()) i = end;
            } else if (c == u'\n') {
                flush();
                m_lines.append(QVector<CueRun>());
            } else if (c != u'\r') {
                m_run.text += c;
            }
        }
        flush();
        return std::move(m_lines);
    }

private:
    struct Open {
        QString name;
        CueRun look;
    };

    void tag(QStringView inside) {
        flush();
        if (inside.startsWith(u'/')) {
            const QString name = inside.mid(1).trimmed().toString();
            // Closes what was opened last under this name, and all inside of it.
            for (qsizetype i = m_open.size(); i-- > 0;) {
                if (m_open[i].name != name) continue;
                m_run = m_open[i].look;
                m_open.resize(i);
                return;
            }
            return;
        }
        const qsizetype space = std::min({inside.indexOf(u' '), inside.indexOf(u'\t'), inside.indexOf(u'\n')},
                                         [](qsizetype a, qsizetype b) { return b < 0 || (a >= 0 && a < b); });
        const QStringView names = space < 0 ? inside : inside.first(space);
        const auto parts = names.split(u'.');
        // A time stamp, or an end of nothing.
        if (parts.isEmpty() || parts[0].isEmpty() || parts[0][0].isDigit() || m_open.size() > 64) return;
        m_open.append({parts[0].toString(), m_run});
        if (parts[0] == u'b') m_run.bold = true;
        if (parts[0] == u'i') m_run.italic = true;
        if (parts[0] == u'u') m_run.underlined = true;
        for (qsizetype i = 1; i < parts.size(); ++i)
            if (const QColor colour = colourOf(parts[i]); colour.isValid()) m_run.colour = colour;
    }

    void flush() {
        if (!m_run.text.isEmpty()) m_lines.last().append(m_run);
        m_run.text.clear();
    }

    CueLines m_lines{QVector<CueRun>()};
    CueRun m_run;
    QVector<Open> m_open;
};

std::optional<double> percent(QStringView text) {
    if (!text.endsWith(u'%')) return std::nullopt;
    bool ok = false;
    const double value = text.chopped(1).toDouble(&ok);
    return ok && value >= 0 && value <= 100 ? std::optional(value) : std::nullopt;
}

std::optional<CuePlace::Align> alignOf(QStringView word) {
    using Align = CuePlace::Align;
    if (word == u"start" || word == u"line-left") return Align::Start;
    if (word == u"center" || word == u"middle") return Align::Center;
    if (word == u"end" || word == u"line-right") return Align::End;
    if (word == u"left") return Align::Left;
    if (word == u"right") return Align::Right;
    return std::nullopt;
}

}  // namespace

CueLines parseCueText(std::string_view text) {
    return Reader().read(
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(kMaxCueLetters));
}

CuePlace parseCuePlace(std::string_view settings) {
    using Direction = CuePlace::Direction;
    CuePlace place;
    const QString all =
        QString::fromUtf8(settings.data(), static_cast<qsizetype>(settings.size())).left(512).simplified();
    const auto words = QStringView(all).split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : words) {
        const qsizetype colon = word.indexOf(u':');
        if (colon <= 0) continue;
        const QStringView name = word.first(colon);
        const auto parts = word.mid(colon + 1).split(u',');
        const auto second = parts.size() > 1 ? alignOf(parts[1]) : std::nullopt;
        if (name == u"vertical") {
            if (word.mid(colon + 1) == u"rl") place.direction = Direction::GrowingLeft;
            if (word.mid(colon + 1) == u"lr") place.direction = Direction::GrowingRight;
        } else if (name == u"line") {
            bool ok = false;
            const double number = parts[0].toDouble(&ok);
            if (const auto part = percent(parts[0])) {
                place.line = part;
                place.lineIsPercent = true;
            } else if (ok && std::abs(number) <= 1000) {
                place.line = number;
                place.lineIsPercent = false;
            }
            if (second) place.lineAlign = *second;
        } else if (name == u"position") {
            if (const auto part = percent(parts[0])) {
                place.position = part;
                place.positionAlign = second;
            }
        } else if (name == u"size") {
            if (const auto part = percent(parts[0])) place.size = *part;
        } else if (name == u"align") {
            if (const auto align = alignOf(parts[0])) place.align = *align;
        }
    }
    return place;
}

CuePlace::Span CuePlace::span(bool rightToLeft) const {
    Align side = align;
    if (side == Align::Start) side = rightToLeft ? Align::Right : Align::Left;
    if (side == Align::End) side = rightToLeft ? Align::Left : Align::Right;
    const double at = position.value_or(side == Align::Left ? 0 : side == Align::Right ? 100 : 50);
    Align anchor = side;
    if (positionAlign)
        anchor = *positionAlign == Align::Start ? Align::Left
                 : *positionAlign == Align::End ? Align::Right
                                                : Align::Center;
    const double room = anchor == Align::Left    ? 100 - at
                        : anchor == Align::Right ? at
                                                 : 2 * std::min(at, 100 - at);
    const double width = std::min(size, room);
    const double left = anchor == Align::Left ? at : anchor == Align::Right ? at - width : at - width / 2;
    return {left, width};
}

double CuePlace::above(double spare) const {
    if (align == Align::Center) return spare / 2;
    return align == Align::End || align == Align::Right ? spare : 0;
}

}  // namespace keyreel::player
