#include "ui/pages/kept_notices.h"

#include <QLocale>

#include "ui/models/offline_films.h"
#include "ui/pages/app_window.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

QString numberOfFilms(int count) {
    return count == 1 ? tr("1 film") : tr("%1 films").arg(QLocale().toString(count));
}

}  // namespace

void tellOfKeptFilms(OfflineFilms& films, AppWindow& window) {
    QObject::connect(&films, &OfflineFilms::taken, &window, [&films, &window](const QString& link) {
        // Of several it is told when the last one has ended.
        if (films.several().now == link) return;
        window.toasts()->show(tr("Kept for watching offline"), Icon::Download, tr("Play"),
                              [&window, link]() { window.playFilm(link); });
    });
    QObject::connect(
        &films, &OfflineFilms::severalEnded, &window, [&window](const OfflineFilms::Several& how) {
            // What could not be kept is told where they were chosen.
            if (how.why || how.kept == 0) return;
            window.toasts()->show(tr("Kept for watching offline: %1").arg(numberOfFilms(how.kept)),
                                  Icon::Download);
        });
}

}  // namespace keyreel::ui
