// The player's lines in the sheet of shortcuts (F1).

#include "ui/pages/app_window.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

void AppWindow::addPlayerHelp() {
    const QString player = tr("Player");
    addShortcutHelp(player, tr("Play, pause"), {tr("Space")});
    addShortcutHelp(player, tr("Play, pause, stop, chapters from anywhere"), {tr("Media keys")});
    addShortcutHelp(player, tr("5 s back, forward"), {u"←"_s, u"→"_s});
    addShortcutHelp(player, tr("10 s back, forward"), {u"J"_s, u"L"_s});
    addShortcutHelp(player, tr("1 s back, forward"), {tr("Shift"), u"← →"_s});
    addShortcutHelp(player, tr("60 s back, forward"), {tr("Ctrl"), u"← →"_s});
    addShortcutHelp(player, tr("One frame back, forward"), {u","_s, u"."_s});
    addShortcutHelp(player, tr("Jump to 0 … 90 %"), {u"0 … 9"_s});
    addShortcutHelp(player, tr("Volume"), {u"↑"_s, u"↓"_s});
    addShortcutHelp(player, tr("Mute"), {u"M"_s});
    addShortcutHelp(player, tr("Full screen"), {u"F"_s});
    addShortcutHelp(player, tr("Start, end"), {tr("Home"), tr("End")});
    addShortcutHelp(player, tr("Next, previous chapter"), {tr("PgUp"), tr("PgDn")});
    addShortcutHelp(player, tr("Slower, faster, as made"), {u"["_s, u"]"_s, u"⌫"_s});
    addShortcutHelp(player, tr("Slower, faster by a quarter"), {u"<"_s, u">"_s});
    addShortcutHelp(player, tr("Repeat from here, to here, not any more"), {u"A"_s});
    addShortcutHelp(player, tr("Next audio track"), {u"#"_s, u"B"_s});
    addShortcutHelp(player, tr("Subtitles on, off"), {u"V"_s, u"C"_s});
    addShortcutHelp(player, tr("Next, previous subtitles"), {tr("Shift"), u"V J"_s});
    addShortcutHelp(player, tr("Subtitles earlier, later"), {u"Z"_s, u"X"_s});
    addShortcutHelp(player, tr("Subtitles larger, smaller"), {tr("Shift"), u"G F"_s});
    addShortcutHelp(player, tr("Subtitles higher, lower"), {u"R"_s, tr("Shift"), u"R"_s});
    addShortcutHelp(player, tr("Behind the letters of subtitles"), {u"U"_s});
    addShortcutHelp(player, tr("Second subtitles at the top"), {u"D"_s});
    addShortcutHelp(player, tr("Transcript"), {u"T"_s, tr("Ctrl"), u"F"_s});
    addShortcutHelp(player, tr("Quality"), {u"G"_s});
    addShortcutHelp(player, tr("Picture"), {u"O"_s});
    addShortcutHelp(player, tr("Zoom in, out, whole picture"), {tr("Ctrl"), u"+ − 0"_s});
    addShortcutHelp(player, tr("Rotate the picture"), {tr("Ctrl"), u"R"_s});
    addShortcutHelp(player, tr("Next shape of the picture"), {tr("Shift"), u"A"_s});
    addShortcutHelp(player, tr("Brighter, more contrast, more colour"), {u"E"_s, u"W"_s, u"Y"_s});
    addShortcutHelp(player, tr("Darker, less contrast, less colour"), {tr("Shift"), u"E W Y"_s});
    addShortcutHelp(player, tr("Picture as made"), {tr("Shift"), u"⌫"_s});
    addShortcutHelp(player, tr("Small window"), {u"P"_s});
    addShortcutHelp(player, tr("Save the picture as a file"), {u"S"_s});
    addShortcutHelp(player, tr("How this opened"), {u"I"_s});
    addShortcutHelp(player, tr("Statistics"), {tr("Shift"), u"I"_s});
}

}  // namespace keyreel::ui
