#pragma once

// libsecret hands out the path of a session only with this; it is needed to close one.
#define SECRET_API_SUBJECT_TO_CHANGE
#include <libsecret/secret.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "core/base/result.h"
#include "core/identity/keystore.h"

namespace keyreel::identity {

struct GObjectUnref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using GPointer = std::unique_ptr<T, GObjectUnref>;

/// Why a call to the Secret Service gave nothing, as one of the five states.
struct ServiceFault {
    KeyState state = KeyState::NoService;
    std::string detail;
};
template <class T>
using ServiceResult = tl::expected<T, ServiceFault>;

/// One conversation with the Secret Service: a connection, an encrypted session, a deadline. Answers are
/// waited for on a main context that belongs to this object, so no event loop of the program runs meanwhile.
/// Private to this room.
class SecretServiceSession {
public:
    /// `limit` is for the whole conversation. Always connects anew: a daemon that was restarted has forgotten
    /// sessions.
    static ServiceResult<std::unique_ptr<SecretServiceSession>> open(std::chrono::milliseconds limit,
                                                                     std::stop_token stop);
    ~SecretServiceSession();
    SecretServiceSession(const SecretServiceSession&) = delete;
    SecretServiceSession& operator=(const SecretServiceSession&) = delete;

    /// Starts the limit anew, for a step that waits for a person.
    void extend(std::chrono::milliseconds limit) { m_deadline = std::chrono::steady_clock::now() + limit; }

    [[nodiscard]] SecretService* service() const { return m_service.get(); }

    using Start = std::function<void(GCancellable*, GAsyncReadyCallback, gpointer)>;
    /// What becomes of a call when the caller wants to stop. A prompt is left to itself: gnome-keyring 42
    /// ends itself when it is told to dismiss one that is just failing, and takes every other program's keys
    /// along.
    enum class OnStop { Cancel, Leave };
    /// Starts an asynchronous call and waits for its answer, at most until the deadline.
    ServiceResult<GPointer<GAsyncResult>> await(const Start& start, OnStop onStop = OnStop::Cancel);
    /// What an error of a finish function means here. Frees it.
    ServiceFault faultOf(GError* error) const;

    /// The collection that new secrets go to; null when there is none.
    ServiceResult<GPointer<SecretCollection>> defaultCollection();

private:
    SecretServiceSession(std::chrono::milliseconds limit, std::stop_token stop);

    struct MainContext;
    std::unique_ptr<MainContext> m_context;  // outlives everything that was made on it
    GPointer<GCancellable> m_cancellable;
    std::stop_token m_stop;
    std::chrono::steady_clock::time_point m_deadline;
    GPointer<GDBusConnection> m_bus;
    GPointer<SecretService> m_service;
};

}  // namespace keyreel::identity
