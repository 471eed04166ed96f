package io.skyholm.identity.apikey;

import static io.skyholm.deletion.DeletionStage.SECRETS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** What can be done with API keys: everybody has their own, and who manages them may revoke any of the tenant's. */
@Startup
@ApplicationScoped
class ApiKeys {

    private static final Select<ApiKeyView> KEYS = Select.of(ApiKeyView.class, "api_key")
            .with("key", "null::text")
            .with("permissions", "to_json(permissions)::text");

    private static final OwnedRows ACTIVE = OwnedRows.of("api_key", "user_id = $1 and is_active");

    private final Commands commands;
    private final Aggregate<ApiKey, ApiKeyView, ApiKeyFact> keys;

    ApiKeys(Commands commands, Aggregates aggregates) {
        this.commands = commands;
        this.keys = aggregates.of("API key", ApiKey.class, KEYS, ApiKeyEvents.TYPES);
    }

    /** The answer that is kept for a repeated request holds no key: whoever missed it makes another. */
    Uni<ApiKeyView> create(Call call, CreateApiKey command) {
        Caller caller = call.caller();
        Set<Permission> permissions = KeyAccess.allowed(caller, command.permissions());
        NewKey made = NewKey.make();
        ApiKey key = new ApiKey(caller, command, permissions, made, keys.created(call));
        return commands.changeOnce(
                        call, command, ApiKeyView.class, work -> keys.insert(work, ApiKeyEvents.CREATED, key))
                .map(view -> view.prefix().equals(made.prefix()) ? view.showing(made) : view)
                .onFailure()
                .transform(ApiKeyProblems::explain);
    }

    Uni<ApiKeyView> change(Call call, UUID id, ChangeApiKey command) {
        return commands.change(call, work -> locked(call, work, id).chain(key -> {
            command.applyTo(key, call.caller());
            return keys.save(call, work, ApiKeyEvents.CHANGED, key);
        }));
    }

    Uni<ApiKeyView> revoke(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(ApiKey::revoke)
                .chain(key -> keys.save(call, work, ApiKeyEvents.REVOKED, key)));
    }

    /** Those of a deleted user are revoked; their rows stay because audit entries name them. */
    @Produces
    @Singleton
    DataHolder ofDeletedUser() {
        return DataHolder.of(
                Holding.ofUser(SECRETS, "API keys", "api_key"),
                (work, user) -> ACTIVE.each(work, user, id -> keys.required(work, id)
                        .invoke(ApiKey::revoke)
                        .invoke(key -> key.revision.changed(null, work.now()))
                        .chain(key -> keys.update(work, ApiKeyEvents.REVOKED, key))
                        .replaceWith(true)));
    }

    Uni<ApiKeyView> get(Call call, UUID id) {
        return keys.get(call, id).invoke(key -> KeyAccess.checkVisible(call.caller(), key.userId()));
    }

    Uni<Page<ApiKeyView>> list(Call call, ApiKeyFilter filter, PageRequest page) {
        ApiKeyFilter visible = KeyAccess.visible(call.caller(), filter);
        return keys.page(call, keys.query().inScope(call.caller().scope()).matching(visible), page);
    }

    private Uni<ApiKey> locked(Call call, Work work, UUID id) {
        return keys.required(work, id)
                .invoke(key -> KeyAccess.checkVisible(call.caller(), key.userId))
                .invoke(key -> call.requireMatch(key.revision.generation()));
    }
}
