#include "ui/pages/journey.h"

#include <QAbstractButton>

#include "ui/models/error_text.h"
#include "ui/pages/create_page.h"
#include "ui/pages/player_page.h"
#include "ui/widgets/button.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPaceMs = 700;

}  // namespace

Journey::Journey(Engine& engine, AppWindow& window, QString film, QObject* parent)
    : QObject(parent), m_engine(engine), m_window(window), m_film(std::move(film)) {
    m_pace.setInterval(kPaceMs);
    connect(&m_pace, &QTimer::timeout, this, &Journey::step);
    connect(&m_window, &AppWindow::published, this,
            [this](const QString&, const QString& link) { m_link = link; });
    const auto fail = [this](const Error& error) {
        m_pace.stop();
        Q_EMIT failed(sentenceOf(error).text());
    };
    connect(&m_engine, &Engine::filmRefused, this,
            [fail](const QString&, const Error& error) { fail(error); });
    connect(&m_engine, &Engine::publishRefused, this, fail);
    connect(&m_engine, &Engine::identityFailed, this, fail);
    connect(&m_engine, &Engine::openFailed, this,
            [fail](const QString&, const Error& error) { fail(error); });
    connect(&m_engine, &Engine::jobChanged, this, [this, fail](const QString& id) {
        const auto* job = m_engine.job(id);
        if (job != nullptr && job->error && !m_engine.isRunning(id)) fail(*job->error);
    });
    // What only a person can mend is said, and the journey goes on as soon as they have.
    connect(&m_engine, &Engine::readinessChanged, this, [this](Engine::Readiness readiness) {
        if (readiness != Engine::Readiness::Ready && readiness != Engine::Readiness::FirstRun &&
            readiness != Engine::Readiness::Starting)
            Q_EMIT failed(sentenceOf(m_engine.problem()).text());
    });
    connect(m_window.playerPage()->player(), &player::Player::frameChanged, this, [this]() {
        if (m_link.isEmpty() || m_done) return;
        m_done = true;
        m_pace.stop();
        Q_EMIT finished(m_link);
    });
    m_pace.start();
}

QWidget* Journey::find(const char* objectName) const {
    auto* widget = m_window.findChild<QWidget*>(QLatin1String(objectName));
    return widget && widget->isVisible() && widget->isEnabled() ? widget : nullptr;
}

void Journey::press(const char* objectName) {
    auto* button = qobject_cast<QAbstractButton*>(find(objectName));
    if (!button) return;
    button->setFocus(Qt::OtherFocusReason);
    button->animateClick();
}

void Journey::step() {
    if (!m_link.isEmpty()) {
        m_pace.stop();
        m_window.playFilm(m_link);
        return;
    }
    if (find("phrase.later")) return press("phrase.later");
    if (find("firstrun.create")) return press("firstrun.create");
    if (find("publishsheet.statement")) {
        auto* statement = qobject_cast<QAbstractButton*>(find("publishsheet.statement"));
        return statement->isChecked() ? press("publishsheet.sign") : press("publishsheet.statement");
    }
    if (m_engine.readiness() != Engine::Readiness::Ready) return;
    if (!m_imported) {
        m_imported = true;
        m_window.showPage(u"create"_s);
        if (m_film.isEmpty())
            m_window.createPage()->importSample();
        else
            m_window.createPage()->importFiles({m_film});
        return;
    }
    if (m_window.currentPage() == u"create"_s && m_window.createPage()->showsDetails())
        press("create.publish");
}

}  // namespace keyreel::ui
