#include "core/identity/secret_service_key_store.h"

#include <vector>

#include "core/identity/secret_service_session.h"

namespace keyreel::identity {
namespace {

using Session = SecretServiceSession;

const SecretSchema* schema() {
    static const SecretSchema kSchema = [] {
        SecretSchema out{};
        out.name = "org.keyreel.Secret";
        out.flags = SECRET_SCHEMA_NONE;
        out.attributes[0] = {"profile", SECRET_SCHEMA_ATTRIBUTE_STRING};
        out.attributes[1] = {"purpose", SECRET_SCHEMA_ATTRIBUTE_STRING};
        return out;
    }();
    return &kSchema;
}

struct HashTableUnref {
    void operator()(GHashTable* table) const { g_hash_table_unref(table); }
};
struct ValueUnref {
    void operator()(SecretValue* value) const { secret_value_unref(value); }
};

std::unique_ptr<GHashTable, HashTableUnref> attributesOf(const KeyName& name) {
    return std::unique_ptr<GHashTable, HashTableUnref>(secret_attributes_build(
        schema(), "profile", name.profile.c_str(), "purpose", name.purpose.c_str(), nullptr));
}

tl::unexpected<Error> errorOf(const ServiceFault& fault) {
    return keyringError(fault.state, fault.detail);
}

tl::unexpected<Error> badName() {
    return fail("bad_argument", "A secret's profile and purpose have 1 to 128 printable ASCII characters.");
}

std::vector<GPointer<SecretItem>> itemsOf(GList* list) {
    std::vector<GPointer<SecretItem>> items;
    for (GList* it = list; it != nullptr; it = it->next)
        items.emplace_back(static_cast<SecretItem*>(it->data));
    g_list_free(list);
    return items;
}

// Finds without unlocking: nothing here can prompt.
ServiceResult<std::vector<GPointer<SecretItem>>> search(Session& session, const KeyName& name) {
    const auto attributes = attributesOf(name);
    auto found = session.await([&](GCancellable* cancellable, GAsyncReadyCallback ready, gpointer data) {
        const int flags = SECRET_SEARCH_ALL | SECRET_SEARCH_LOAD_SECRETS;
        secret_service_search(session.service(), schema(), attributes.get(),
                              static_cast<SecretSearchFlags>(flags), cancellable, ready, data);
    });
    if (!found) return tl::unexpected<ServiceFault>(found.error());
    GError* error = nullptr;
    GList* list = secret_service_search_finish(session.service(), found->get(), &error);
    if (error != nullptr) return tl::unexpected<ServiceFault>(session.faultOf(error));
    return itemsOf(list);
}

KeyLookup lookupIn(Session& session, const KeyName& name) {
    auto items = search(session, name);
    if (!items) return {items.error().state, {}, items.error().detail};
    const SecretItem* newest = nullptr;
    KeyLookup best{KeyState::Absent, {}, {}};
    guint64 bestTime = 0;
    for (const auto& item : *items) {
        if (secret_item_get_locked(item.get()) != 0) {
            if (newest == nullptr) best.state = KeyState::Locked;
            continue;
        }
        const guint64 modified = secret_item_get_modified(item.get());
        if (newest != nullptr && modified <= bestTime) continue;
        newest = item.get();
        bestTime = modified;
        const std::unique_ptr<SecretValue, ValueUnref> value(secret_item_get_secret(item.get()));
        if (!value) {
            best = {KeyState::Denied, {}, "the keyring did not hand the secret out"};
            continue;
        }
        gsize size = 0;
        const gchar* bytes = secret_value_get(value.get(), &size);
        best.state = KeyState::Present;
        best.detail.clear();
        best.secret = SecretBytes::copyOf({reinterpret_cast<const std::uint8_t*>(bytes), size});
    }
    if (best.state != KeyState::Absent) return best;

    // Some services do not find what is locked: only an open keyring can say that there is nothing.
    auto collection = session.defaultCollection();
    if (!collection) return {collection.error().state, {}, collection.error().detail};
    if (*collection && secret_collection_get_locked(collection->get()) != 0) best.state = KeyState::Locked;
    return best;
}

struct ListFree {
    void operator()(GList* list) const { g_list_free(list); }
};

}  // namespace

KeyLookup SecretServiceKeyStore::lookup(const KeyName& name) {
    if (!isKeyName(name)) return {KeyState::Denied, {}, "the name is not one that a secret can have"};
    auto session = Session::open(m_limits.answer, m_stop);
    if (!session) return {session.error().state, {}, session.error().detail};
    return lookupIn(**session, name);
}

Status SecretServiceKeyStore::store(const KeyName& name, const SecretBytes& secret,
                                    const std::string& label) {
    if (!isKeyName(name)) return badName();
    auto session = Session::open(m_limits.answer, m_stop);
    if (!session) return errorOf(session.error());
    Session& open = **session;
    auto collection = open.defaultCollection();
    if (!collection) return errorOf(collection.error());
    if (*collection && secret_collection_get_locked(collection->get()) != 0)
        return keyringError(KeyState::Locked, {});
    // A person's very first keyring is made by the service, which asks for its password.
    if (!*collection) open.extend(m_limits.prompt);
    const auto attributes = attributesOf(name);
    const std::unique_ptr<SecretValue, ValueUnref> value(
        secret_value_new(reinterpret_cast<const gchar*>(secret.view().data()),
                         static_cast<gssize>(secret.size()), "application/octet-stream"));
    auto stored = open.await([&](GCancellable* cancellable, GAsyncReadyCallback ready, gpointer data) {
        secret_service_store(open.service(), schema(), attributes.get(), SECRET_COLLECTION_DEFAULT,
                             label.c_str(), value.get(), cancellable, ready, data);
    });
    if (!stored) return errorOf(stored.error());
    GError* error = nullptr;
    const bool done = secret_service_store_finish(open.service(), stored->get(), &error) != 0;
    if (error != nullptr) return errorOf(open.faultOf(error));
    if (!done) return keyringError(KeyState::Denied, "the prompt was dismissed");
    return {};
}

Status SecretServiceKeyStore::remove(const KeyName& name) {
    if (!isKeyName(name)) return badName();
    auto session = Session::open(m_limits.answer, m_stop);
    if (!session) return errorOf(session.error());
    Session& open = **session;
    auto items = search(open, name);
    if (!items) return errorOf(items.error());
    for (const auto& item : *items) {
        if (secret_item_get_locked(item.get()) != 0) return keyringError(KeyState::Locked, {});
        auto deleted = open.await([&](GCancellable* cancellable, GAsyncReadyCallback ready, gpointer data) {
            secret_item_delete(item.get(), cancellable, ready, data);
        });
        if (!deleted) return errorOf(deleted.error());
        GError* error = nullptr;
        const bool done = secret_item_delete_finish(item.get(), deleted->get(), &error) != 0;
        if (error != nullptr) return errorOf(open.faultOf(error));
        if (!done) return keyringError(KeyState::Denied, "the prompt was dismissed");
    }
    return {};
}

Status SecretServiceKeyStore::lock() {
    auto session = Session::open(m_limits.answer, m_stop);
    if (!session) return errorOf(session.error());
    Session& open = **session;
    auto collection = open.defaultCollection();
    if (!collection) return errorOf(collection.error());
    if (!*collection || secret_collection_get_locked(collection->get()) != 0) return {};
    const std::unique_ptr<GList, ListFree> objects(g_list_append(nullptr, collection->get()));
    auto locked = open.await([&](GCancellable* cancellable, GAsyncReadyCallback ready, gpointer data) {
        secret_service_lock(open.service(), objects.get(), cancellable, ready, data);
    });
    if (!locked) return errorOf(locked.error());
    GError* error = nullptr;
    const gint count = secret_service_lock_finish(open.service(), locked->get(), nullptr, &error);
    if (error != nullptr) return errorOf(open.faultOf(error));
    if (count < 1) return keyringError(KeyState::Denied, "it stayed unlocked");
    return {};
}

Status SecretServiceKeyStore::unlock() {
    auto session = Session::open(m_limits.prompt, m_stop);
    if (!session) return errorOf(session.error());
    Session& open = **session;
    auto collection = open.defaultCollection();
    if (!collection) return errorOf(collection.error());
    if (!*collection || secret_collection_get_locked(collection->get()) == 0) return {};
    const std::unique_ptr<GList, ListFree> objects(g_list_append(nullptr, collection->get()));
    auto unlocked = open.await(
        [&](GCancellable* cancellable, GAsyncReadyCallback ready, gpointer data) {
            secret_service_unlock(open.service(), objects.get(), cancellable, ready, data);
        },
        Session::OnStop::Leave);
    if (!unlocked) return errorOf(unlocked.error());
    GError* error = nullptr;
    const gint count = secret_service_unlock_finish(open.service(), unlocked->get(), nullptr, &error);
    if (error != nullptr) return errorOf(open.faultOf(error));
    if (count < 1) return keyringError(KeyState::Denied, "the prompt was dismissed or could not be shown");
    return {};
}

}  // namespace keyreel::identity
