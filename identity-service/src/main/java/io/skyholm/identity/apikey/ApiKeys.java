package io.skyholm.identity.apikey;

import io.skyholm.events.EventType;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** What can be done with API keys: everybody has their own, and who manages them may revoke any of the tenant's. */
@ApplicationScoped
class ApiKeys {

    private final Commands commands;
    private final ApiKeyStore store;
    private final ApiKeyPublisher publisher;

    ApiKeys(Commands commands, ApiKeyStore store, ApiKeyPublisher publisher) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
    }

    /** The answer that is kept for a repeated request holds no key: whoever missed it makes another. */
    Uni<ApiKeyView> create(Call call, CreateApiKey command) {
        Caller caller = call.caller();
        Set<Permission> permissions = KeyAccess.allowed(caller, command.permissions());
        NewKey made = NewKey.make();
        return commands.changeOnce(call, command, ApiKeyView.class, work -> {
                    ApiKey key = new ApiKey(
                            Ids.next(),
                            new ApiKey.Owner(caller.tenantId(), caller.id()),
                            command,
                            permissions,
                            made,
                            work.now());
                    publisher.publish(work, ApiKeyEvents.CREATED, key);
                    return work.insert(key).replaceWith(() -> ApiKeyView.of(key));
                })
                .map(view -> view.prefix().equals(made.prefix()) ? view.showing(made) : view)
                .onFailure()
                .transform(ApiKeyProblems::explain);
    }

    Uni<ApiKeyView> change(Call call, UUID id, ChangeApiKey command) {
        return commands.change(call, work -> locked(call, work, id).chain(key -> {
            command.applyTo(key, call.caller());
            return save(work, key, ApiKeyEvents.CHANGED);
        }));
    }

    Uni<ApiKeyView> revoke(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id).chain(key -> {
            key.revoke();
            return save(work, key, ApiKeyEvents.REVOKED);
        }));
    }

    Uni<ApiKeyView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id)
                .map(found -> found.filter(key -> KeyAccess.isVisible(call.caller(), key.userId()))
                        .orElseThrow(ApiKeyProblems::notFound));
    }

    Uni<Page<ApiKeyView>> list(Call call, ApiKeyFilter filter, PageRequest page) {
        ApiKeyFilter visible = KeyAccess.visible(call.caller(), filter);
        return store.list(call.caller().scope(), visible, page).map(keys -> Page.of(keys, page, ApiKeyView::id));
    }

    private static Uni<ApiKey> locked(Call call, Work work, UUID id) {
        return work.lock(ApiKey.class, id)
                .map(found -> found.filter(key -> KeyAccess.isVisible(call.caller(), key.userId))
                        .orElseThrow(ApiKeyProblems::notFound))
                .invoke(key -> call.requireMatch(key.generation));
    }

    private Uni<ApiKeyView> save(Work work, ApiKey key, EventType<ApiKeyFact> event) {
        key.changed(work.now());
        publisher.publish(work, event, key);
        return work.update(key).replaceWith(() -> ApiKeyView.of(key));
    }
}
