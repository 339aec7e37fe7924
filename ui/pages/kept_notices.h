#pragma once

namespace keyreel::ui {

class AppWindow;
class OfflineFilms;

/// Lets the window tell, whatever page is open, that films are kept for watching offline.
void tellOfKeptFilms(OfflineFilms& films, AppWindow& window);

}  // namespace keyreel::ui
