#include "core/identity/secret_service_session.h"

#include <utility>

namespace keyreel::identity {
namespace {

using SteadyClock = std::chrono::steady_clock;

// How long a cancelled call may take to come back before it is left to itself.
constexpr std::chrono::milliseconds kGrace{2000};

// Lives until both the waiting side and the callback are done with it.
struct Pending {
    GAsyncResult* result = nullptr;
    bool abandoned = false;
};

void onReady(GObject* /*source*/, GAsyncResult* result, gpointer data) {
    auto* pending = static_cast<Pending*>(data);
    if (pending->abandoned) {
        delete pending;
        return;
    }
    g_object_ref(result);
    pending->result = result;
}

gboolean onTick(gpointer /*data*/) {
    return G_SOURCE_CONTINUE;
}

bool isDenial(const GError* error) {
    return g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED) != 0 ||
           g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_AUTH_FAILED) != 0 ||
           g_error_matches(error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) != 0;
}

}  // namespace

struct SecretServiceSession::MainContext {
    MainContext() : context(g_main_context_new()) { g_main_context_push_thread_default(context); }
    ~MainContext() {
        // GLib releases what proxies subscribed to through idle sources of this context.
        for (int i = 0; i < 1000 && g_main_context_iteration(context, FALSE) != 0; ++i) {
        }
        g_main_context_pop_thread_default(context);
        g_main_context_unref(context);
    }
    MainContext(const MainContext&) = delete;
    MainContext& operator=(const MainContext&) = delete;
    GMainContext* context;
};

SecretServiceSession::SecretServiceSession(std::chrono::milliseconds limit, std::stop_token stop)
    : m_context(std::make_unique<MainContext>()),
      m_cancellable(g_cancellable_new()),
      m_stop(std::move(stop)),
      m_deadline(SteadyClock::now() + limit) {}

SecretServiceSession::~SecretServiceSession() {
    if (!m_service || !m_bus) return;
    // The daemon would keep the session until this program ends. No answer is asked for.
    const char* path = secret_service_get_session_dbus_path(m_service.get());
    if (path != nullptr && g_dbus_connection_is_closed(m_bus.get()) == 0)
        g_dbus_connection_call(m_bus.get(), "org.freedesktop.secrets", path, "org.freedesktop.Secret.Session",
                               "Close", nullptr, nullptr, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, nullptr,
                               nullptr, nullptr);
}

ServiceResult<std::unique_ptr<SecretServiceSession>> SecretServiceSession::open(
    std::chrono::milliseconds limit, std::stop_token stop) {
    std::unique_ptr<SecretServiceSession> session(new SecretServiceSession(limit, std::move(stop)));
    GError* error = nullptr;
    // The connection belongs to the whole program, and keeps the error of its beginning: cancelled for one
    // caller it would be cancelled for all others that ask at the same time.
    auto connected =
        session->await([](GCancellable* /*cancellable*/, GAsyncReadyCallback ready, gpointer data) {
            g_bus_get(G_BUS_TYPE_SESSION, nullptr, ready, data);
        });
    if (!connected) return tl::unexpected<ServiceFault>(connected.error());
    session->m_bus.reset(g_bus_get_finish(connected->get(), &error));
    if (!session->m_bus) return tl::unexpected<ServiceFault>(session->faultOf(error));
    // GLib's default ends the whole program when the session bus goes away.
    g_dbus_connection_set_exit_on_close(session->m_bus.get(), FALSE);

    auto opened = session->await([](GCancellable* cancellable, GAsyncReadyCallback ready, gpointer data) {
        secret_service_open(SECRET_TYPE_SERVICE, nullptr, SECRET_SERVICE_OPEN_SESSION, cancellable, ready,
                            data);
    });
    if (!opened) return tl::unexpected<ServiceFault>(opened.error());
    session->m_service.reset(secret_service_open_finish(opened->get(), &error));
    if (!session->m_service) return tl::unexpected<ServiceFault>(session->faultOf(error));
    return session;
}

ServiceResult<GPointer<GAsyncResult>> SecretServiceSession::await(const Start& start, OnStop onStop) {
    const std::stop_callback stopped(m_stop, [this, onStop] {
        if (onStop == OnStop::Cancel) g_cancellable_cancel(m_cancellable.get());
    });
    GSource* tick = g_timeout_source_new(50);
    g_source_set_callback(tick, onTick, nullptr, nullptr);
    g_source_attach(tick, m_context->context);

    auto* pending = new Pending;
    start(m_cancellable.get(), onReady, pending);
    while (pending->result == nullptr) {
        const auto now = SteadyClock::now();
        if (now >= m_deadline) g_cancellable_cancel(m_cancellable.get());
        const bool cancelled = g_cancellable_is_cancelled(m_cancellable.get()) != 0;
        if (now >= m_deadline + kGrace) break;
        if (onStop == OnStop::Leave && m_stop.stop_requested()) break;
        if (cancelled && now < m_deadline) m_deadline = now;
        g_main_context_iteration(m_context->context, TRUE);
    }
    g_source_destroy(tick);
    g_source_unref(tick);
    if (pending->result == nullptr) {
        pending->abandoned = true;
        return tl::unexpected<ServiceFault>(
            m_stop.stop_requested() ? ServiceFault{KeyState::Denied, "it was cancelled"}
                                    : ServiceFault{KeyState::NoService, "it did not answer in time"});
    }
    GPointer<GAsyncResult> result(pending->result);
    delete pending;
    return result;
}

ServiceFault SecretServiceSession::faultOf(GError* error) const {
    if (error == nullptr) return {KeyState::NoService, "it gave no answer"};
    ServiceFault fault;
    if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED) != 0) {
        fault = m_stop.stop_requested() ? ServiceFault{KeyState::Denied, "it was cancelled"}
                                        : ServiceFault{KeyState::NoService, "it did not answer in time"};
    } else if (error->domain == SECRET_ERROR && error->code == SECRET_ERROR_IS_LOCKED) {
        fault = {KeyState::Locked, error->message};
    } else if (isDenial(error)) {
        fault = {KeyState::Denied, error->message};
    } else {
        fault = {KeyState::NoService, error->message};
    }
    g_error_free(error);
    return fault;
}

ServiceResult<GPointer<SecretCollection>> SecretServiceSession::defaultCollection() {
    auto found = await([this](GCancellable* cancellable, GAsyncReadyCallback ready, gpointer data) {
        secret_collection_for_alias(service(), SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, cancellable,
                                    ready, data);
    });
    if (!found) return tl::unexpected<ServiceFault>(found.error());
    GError* error = nullptr;
    GPointer<SecretCollection> collection(secret_collection_for_alias_finish(found->get(), &error));
    if (error != nullptr) return tl::unexpected<ServiceFault>(faultOf(error));
    return collection;
}

}  // namespace keyreel::identity
