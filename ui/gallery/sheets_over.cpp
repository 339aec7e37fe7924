#include "ui/gallery/sheets.h"
#include "ui/gallery/sheets_window.h"
#include "ui/shell/identity_card.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"

namespace keyreel::ui {
namespace gallery {

QWidget* sheetPublishSheet() {
    MainWindow* window = windowWith(q("library"), libraryPage());
    auto* sheet = new Sheet(q("Publish Hollow Lake"), 620);
    sheet->setSentence(q("Check once. You can change the text later; the record stays."));
    auto* facts = new FactList;
    facts->addFact(Icon::Globe, q("Published at"), q("films.northlight.example"))
        ->addWidget(new Button(q("Change"), Button::Kind::Link));
    facts->addFact(Icon::Heart, q("Access"), q("Free"));
    facts->addFact(Icon::Key, q("Keys"), q("any 2 of 3: Helsinki, Lisbon, Montréal"));
    sheet->body()->addWidget(facts);
    sheet->body()->addWidget(new SettingRow(q("May be used to train AI"),
                                            q("Off: to watch, not to train. Viewers see this."),
                                            new Toggle(q("May be used to train AI"))));
    auto* tick = new CheckTile(q("I made this film, or I may publish it."),
                               q("Your signature under this sentence becomes part of its record."));
    tick->setChecked(true);
    sheet->body()->addWidget(tick);
    sheet->addAct(q("Sign and publish"), Button::Kind::Primary, Icon::Pencil);
    sheet->addWayOut(q("Back"));
    sheet->setNote(q("Public from now on: title, your name and the access"));
    window->resize(1280, 800);
    window->openSheet(sheet);
    return window;
}

QWidget* sheetHealth() {
    auto* host = libraryPage();
    host->setState(PageState::Offline,
                   {q("No answer from films.northlight.example since 14:22."),
                    q("Films that are open keep playing. Opening another one waits for the gateway."),
                    q("Try now"), q("See what works")});
    MainWindow* window = windowWith(q("library"), host);
    window->rail()->identityCard()->setHealth(q("Offline"), Tone::Warn);
    window->health()->setEntries(
        {{q("Gateway: no answer"),
          q("films.northlight.example, 4 tries. Publishing and opening protected films wait for it."),
          Tone::Error},
         {q("Key nodes: 3 of 3 answer"), q("Helsinki 41, Lisbon 63, Montréal 118 ms"), Tone::Ok},
         {q("Keyring: unlocked"), q("Device key ready"), Tone::Ok},
         {q("On this computer"), q("Drafts, packaging, your own originals, and films that are already open"),
          Tone::Ok}},
        q("14:23"));
    window->resize(1280, 800);
    window->rail()->identityCard()->click();
    return window;
}

QWidget* sheetShortcuts() {
    MainWindow* window = windowWith(q("library"), libraryPage());
    window->resize(1280, 800);
    const std::pair<const char*, QStringList> keys[] = {{"Play, pause", {q("Space")}},
                                                        {"Back, forward 5 s", {q("←"), q("→")}},
                                                        {"Louder, quieter", {q("↑"), q("↓")}},
                                                        {"Full screen", {q("F")}},
                                                        {"Subtitles", {q("V")}},
                                                        {"Mute", {q("M")}}};
    for (const auto& [what, caps] : keys)
        window->addShortcutHelp(q("Player"), q(what), caps);
    window->showShortcuts();
    return window;
}

}  // namespace gallery
}  // namespace keyreel::ui
