#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <chrono>

namespace keyreel::ui {

/// Writes the picture on screen into the person's folder of pictures: of clear files, and of films of one's
/// own account. A film that somebody else let one watch has terms that know no leave for it, so there it says
/// why not. The file is there as a whole or not at all, and never in place of another.
class PlayerScreenshot : public QObject {
    Q_OBJECT
public:
    /// Whose film it is.
    enum class Film { Clear, Own, OfOthers };

    explicit PlayerScreenshot(QObject* parent);
    ~PlayerScreenshot() override;

    /// Answered with saved() or refused(); the work is done on a thread of its own.
    void take(const QImage& picture, Film film, const QString& title, std::chrono::milliseconds at);
    /// Opens the folder of a file in the desktop's file manager, with the file selected where that can be.
    static void showInFolder(const QString& path);
    /// A file's name without what a file system forbids: "Salt road 0-12-03.png".
    static QString nameOf(const QString& title, std::chrono::milliseconds at);

Q_SIGNALS:
    void saved(const QString& path);
    void refused(const QString& why);

private:
    QThreadPool m_pool;
};

}  // namespace keyreel::ui
