#pragma once

#include <QPointF>
#include <QString>
#include <array>

namespace keyreel::ui {

/// What shape a picture can be given, other than its own.
struct PictureShape {
    const char* id;
    double aspect;  ///< Width by height.
};
inline constexpr std::array<PictureShape, 3> kPictureShapes{
    {{"4:3", 4.0 / 3}, {"16:9", 16.0 / 9}, {"2.35:1", 2.35}}};

/// How a person wants the picture of one film.
struct PictureChoices {
    static constexpr int kLargestZoom = 800;

    int zoomPercent = 100;  ///< 100: as large as fits; up to kLargestZoom.
    QPointF middle{0.5, 0.5};
    int quarterTurns = 0;  ///< Clockwise, 0 to 3.
    QString shape;         ///< An id of kPictureShapes; empty: as made.
    int brightness = 0;    ///< -100 to 100, as the next two.
    int contrast = 0;
    int saturation = 0;

    bool operator==(const PictureChoices&) const = default;
    /// 0: as made.
    [[nodiscard]] double aspect() const;
    /// As one word of a settings file; empty: as made.
    [[nodiscard]] QString toWord() const;
    /// What makes no sense is as made.
    static PictureChoices fromWord(const QString& word);
};

}  // namespace keyreel::ui
