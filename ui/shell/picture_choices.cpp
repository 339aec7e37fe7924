#include "ui/shell/picture_choices.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace keyreel::ui {
namespace {

constexpr qsizetype kFields = 8;
constexpr int kFurthest = 100;

int bounded(const QString& text, int least, int most, int usual) {
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok && value >= least && value <= most ? value : usual;
}

double part(const QString& text) {
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0.5;
}

}  // namespace

double PictureChoices::aspect() const {
    for (const PictureShape& known : kPictureShapes)
        if (shape == QLatin1String(known.id)) return known.aspect;
    return 0;
}

QString PictureChoices::toWord() const {
    if (*this == PictureChoices()) return {};
    return QStringList{QString::number(zoomPercent),
                       QString::number(middle.x(), 'f', 4),
                       QString::number(middle.y(), 'f', 4),
                       QString::number(quarterTurns),
                       shape,
                       QString::number(brightness),
                       QString::number(contrast),
                       QString::number(saturation)}
        .join(QLatin1Char(';'));
}

PictureChoices PictureChoices::fromWord(const QString& word) {
    PictureChoices out;
    const QStringList fields = word.split(QLatin1Char(';'));
    if (fields.size() != kFields) return out;
    out.zoomPercent = bounded(fields[0], 100, kLargestZoom, 100);
    out.middle = {part(fields[1]), part(fields[2])};
    out.quarterTurns = bounded(fields[3], 0, 3, 0);
    out.shape = fields[4];
    if (out.aspect() <= 0) out.shape.clear();
    out.brightness = bounded(fields[5], -kFurthest, kFurthest, 0);
    out.contrast = bounded(fields[6], -kFurthest, kFurthest, 0);
    out.saturation = bounded(fields[7], -kFurthest, kFurthest, 0);
    return out;
}

}  // namespace keyreel::ui
