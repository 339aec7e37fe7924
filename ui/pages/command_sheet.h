#pragma once

#include <QStringList>
#include <functional>

namespace keyreel::ui {

class Sheet;

/// Asks which program runs when every film is published, a line for it and one for each of its arguments.
/// `chosen` gets the program with its whole path, then the arguments as they were written: no shell reads
/// them.
Sheet* makeCommandSheet(const QStringList& now, std::function<void(const QStringList& command)> chosen);

}  // namespace keyreel::ui
