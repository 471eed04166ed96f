package io.skyholm.identity.apikey;

import static io.skyholm.deletion.DeletionStage.SECRETS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Each;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with API keys: everybody has their own, and who manages them may revoke any of the tenant's. */
@Startup
@ApplicationScoped
class ApiKeys {

    private static final Select<ApiKeyView> KEYS = Select.of(ApiKeyView.class, "api_key")
            .with("key", "null::text")
            .with("permissions", "to_json(permissions)::text");

    private static final OwnedRows ACTIVE = OwnedRows.of("api_key", "user_id = $1 and is_active");

    /** Whoever has stolen a key may have made others with it: they are worth nothing either. */
    private static final String MADE_WITH = """
            with recursive made (id) as (
                select id from api_key where made_with = $1
                union
                select api_key.id from api_key join made on api_key.made_with = made.id)
            select id from made order by id""";

    /** Held until the transaction ends: whoever revokes that key finds what was made with it, or this finds it revoked. */
    private static final String STILL_GOOD = """
            select true from api_key
            where id = $1 and is_active and (expires_at is null or expires_at > calendar_now()) for share""";

    private final Commands commands;
    private final Aggregate<ApiKey, ApiKeyView, ApiKeyFact> keys;

    ApiKeys(Commands commands, Aggregates aggregates) {
        this.commands = commands;
        this.keys = aggregates
                .of("API key", ApiKey.class, KEYS, ApiKeyEvents.TYPES)
                .counted(CountedKind.API_KEYS, "is_active and (expires_at is null or expires_at > calendar_now())");
    }

    /** The answer that is kept for a repeated request holds no key: whoever missed it makes another. */
    Uni<ApiKeyView> create(Call call, CreateApiKey command) {
        Set<Permission> permissions = KeyAccess.allowed(call.caller(), command.permissions());
        return bounds(call.caller()).chain(bounds -> create(call, command, permissions, bounds));
    }

    private Uni<ApiKeyView> create(
            Call call, CreateApiKey command, @Nullable Set<Permission> permissions, KeyBounds bounds) {
        NewKey made = NewKey.make();
        ApiKey key = new ApiKey(call.caller(), bounds.within(command), permissions, made, keys.created(call));
        bounds.check(key);
        return commands.changeOnce(call, command, ApiKeyView.class, work -> requireStillGood(work, call.caller())
                        .chain(() -> keys.insert(work, ApiKeyEvents.CREATED, key)))
                .map(view -> view.prefix().equals(made.prefix()) ? view.showing(made) : view)
                .onFailure()
                .transform(ApiKeyProblems::explain);
    }

    Uni<ApiKeyView> change(Call call, UUID id, ChangeApiKey command) {
        return bounds(call.caller())
                .chain(bounds -> commands.change(call, work -> requireStillGood(work, call.caller())
                        .chain(() -> locked(call, work, id))
                        .invoke(bounds::check)
                        .invoke(key -> command.applyTo(key, call.caller()))
                        .invoke(bounds::check)
                        .chain(key -> keys.save(call, work, ApiKeyEvents.CHANGED, key))));
    }

    Uni<ApiKeyView> revoke(Call call, UUID id) {
        return bounds(call.caller())
                .chain(bounds -> commands.change(call, work -> locked(call, work, id)
                        .invoke(bounds::check)
                        .chain(key -> revoke(call, work, key))
                        .call(() -> revokeMadeWith(call, work, id))));
    }

    private Uni<ApiKeyView> revoke(Call call, Work work, ApiKey key) {
        key.revoke();
        return keys.save(call, work, ApiKeyEvents.REVOKED, key);
    }

    private Uni<Void> revokeMadeWith(Call call, Work work, UUID id) {
        return work.values(UUID.class, MADE_WITH, id)
                .chain(made -> Each.of(made, other -> keys.required(work, other)
                        .chain(key -> key.isActive
                                ? revoke(call, work, key)
                                : Uni.createFrom().item(keys.view(key)))))
                .replaceWithVoid();
    }

    /** A key that was revoked a moment ago still comes in where that is not known yet. */
    private static Uni<Void> requireStillGood(Work work, Caller caller) {
        UUID own = keyOf(caller);
        return own == null
                ? Uni.createFrom().voidItem()
                : work.value(Boolean.class, STILL_GOOD, own)
                        .map(found -> found.orElseThrow(ApiKeyProblems::notFound))
                        .replaceWithVoid();
    }

    private static @Nullable UUID keyOf(Caller caller) {
        return caller.credential().kind() == Credential.Kind.API_KEY
                ? caller.credential().id()
                : null;
    }

    private Uni<KeyBounds> bounds(Caller caller) {
        UUID own = keyOf(caller);
        return own == null
                ? Uni.createFrom().item(KeyBounds.NONE)
                : keys.views()
                        .find(caller.scope(), own)
                        .map(found -> KeyBounds.of(found.orElseThrow(ApiKeyProblems::notFound)));
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
