#include "tests/gui/painted_text.h"

#include <QPaintDevice>
#include <QPaintEngine>

namespace keyreel::gui_test {
namespace {

/// Notes the texts and draws nothing.
class Listener : public QPaintEngine {
public:
    Listener() : QPaintEngine(AllFeatures) {}

    QList<PaintedText> heard;

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState& now) override {
        if (now.state() & DirtyTransform) m_transform = now.transform();
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawTiledPixmap(const QRectF&, const QPixmap&, const QPointF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint*, int, PolygonDrawMode) override {}
    void drawRects(const QRect*, int) override {}
    void drawRects(const QRectF*, int) override {}
    void drawLines(const QLine*, int) override {}
    void drawLines(const QLineF*, int) override {}
    void drawPoints(const QPointF*, int) override {}
    void drawPoints(const QPoint*, int) override {}
    void drawEllipse(const QRectF&) override {}
    void drawEllipse(const QRect&) override {}
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        const QRectF box(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        // The text of an item belongs to the painter.
        heard.append({QString(item.text().constData(), item.text().size()), m_transform.mapRect(box),
                      QRectF(systemClip().boundingRect())});
    }

private:
    QTransform m_transform;
};

class Page : public QPaintDevice {
public:
    explicit Page(const QWidget& like) : m_like(like) {}
    Listener listener;

    QPaintEngine* paintEngine() const override { return const_cast<Listener*>(&listener); }

protected:
    int metric(PaintDeviceMetric what) const override {
        switch (what) {
            case PdmWidth:
                return m_like.width();
            case PdmHeight:
                return m_like.height();
            case PdmDpiX:
            case PdmPhysicalDpiX:
                return m_like.logicalDpiX();
            case PdmDpiY:
            case PdmPhysicalDpiY:
                return m_like.logicalDpiY();
            case PdmNumColors:
                return 0;
            case PdmDepth:
                return 32;
            case PdmDevicePixelRatio:
                return 1;
            case PdmDevicePixelRatioScaled:
                return static_cast<int>(devicePixelRatioFScale());
            default:
                return QPaintDevice::metric(what);
        }
    }

private:
    const QWidget& m_like;
};

}  // namespace

QList<PaintedText> paintedTexts(QWidget& widget) {
    Page page(widget);
    widget.render(&page);
    return page.listener.heard;
}

}  // namespace keyreel::gui_test
