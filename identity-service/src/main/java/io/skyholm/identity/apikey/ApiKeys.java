package io.skyholm.identity.apikey;

import io.quarkus.runtime.Startup;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with API keys: everybody has their own, and who manages them may revoke any of the tenant's. */
@Startup
@ApplicationScoped
class ApiKeys {

    private static final Permission MANAGE = new Permission(ResourceType.API_KEY, Action.MANAGE);

    private static final Select<ApiKeyView> KEYS = Select.of(ApiKeyView.class, "api_key")
            .with("key", "null::text")
            .with("permissions", "to_json(permissions)::text");

    private final Commands commands;
    private final Aggregate<ApiKey, ApiKeyView, ApiKeyFact> keys;

    ApiKeys(Commands commands, Aggregates aggregates) {
        this.commands = commands;
        this.keys = aggregates.of("API key", ApiKey.class, KEYS, ApiKeyEvents.TYPES);
    }

    /** The answer that is kept for a repeated request holds no key: whoever missed it makes another. */
    Uni<ApiKeyView> create(Call call, CreateApiKey command) {
        Caller caller = call.caller();
        Set<Permission> permissions = allowed(caller, command.permissions());
        NewKey made = NewKey.make();
        ApiKey key = new ApiKey(caller, command, permissions, made, keys.created(call));
        return commands.changeOnce(
                        call, command, ApiKeyView.class, work -> keys.insert(work, ApiKeyEvents.CREATED, key))
                .map(view -> view.prefix().equals(made.prefix()) ? view.showing(made) : view)
                .onFailure()
                .transform(ApiKeyProblems::explain);
    }

    Uni<ApiKeyView> change(Call call, UUID id, ChangeApiKey command) {
        allowed(call.caller(), command.permissions());
        return commands.change(call, work -> locked(call, work, id).chain(key -> {
            if (!key.userId.equals(call.caller().id())) {
                throw ApiKeyProblems.notYours();
            }
            if (!key.isActive) {
                throw ApiKeyProblems.revoked();
            }
            command.applyTo(key);
            return keys.save(call, work, ApiKeyEvents.CHANGED, key);
        }));
    }

    Uni<ApiKeyView> revoke(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(ApiKey::revoke)
                .chain(key -> keys.save(call, work, ApiKeyEvents.REVOKED, key)));
    }

    Uni<ApiKeyView> get(Call call, UUID id) {
        return keys.get(call, id).invoke(key -> checkVisible(call.caller(), key.userId()));
    }

    Uni<Page<ApiKeyView>> list(Call call, ApiKeyFilter filter, PageRequest page) {
        ApiKeyFilter visible = call.caller().may(MANAGE)
                ? filter
                : new ApiKeyFilter(call.caller().id(), filter.active());
        return keys.page(call, keys.query().inScope(call.caller().scope()).matching(visible), page);
    }

    /** A key that was made with a narrow key is no wider. */
    private static @Nullable Set<Permission> allowed(Caller caller, @Nullable Set<Permission> wanted) {
        if (wanted == null) {
            return caller.credential().kind() == Credential.Kind.API_KEY ? caller.permissions() : null;
        }
        if (!caller.permissions().containsAll(wanted)) {
            throw ApiKeyProblems.moreThanYouMay();
        }
        return wanted;
    }

    private static void checkVisible(Caller caller, UUID owner) {
        if (!caller.id().equals(owner) && !caller.may(MANAGE)) {
            throw ApiKeyProblems.notFound();
        }
    }

    private Uni<ApiKey> locked(Call call, Work work, UUID id) {
        return keys.required(work, id)
                .invoke(key -> checkVisible(call.caller(), key.userId))
                .invoke(key -> call.requireMatch(key.revision.generation()));
    }
}
