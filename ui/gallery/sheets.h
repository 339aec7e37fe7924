#pragma once

class QWidget;

/// The makers of the gallery's sheets.
namespace keyreel::ui::gallery {

QWidget* sheetButtons();
QWidget* sheetForms();
QWidget* sheetLibrary();
QWidget* sheetCreate();
QWidget* sheetDropZones();
QWidget* sheetPublish();
QWidget* sheetPlayer();
QWidget* sheetPlayerMenus();
QWidget* sheetActivity();
QWidget* sheetEmpty();
QWidget* sheetPublishSheet();
QWidget* sheetHealth();
QWidget* sheetShortcuts();

}  // namespace keyreel::ui::gallery
