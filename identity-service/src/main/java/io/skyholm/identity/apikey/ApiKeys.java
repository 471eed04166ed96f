package io.skyholm.identity.apikey;

import static io.skyholm.deletion.DeletionStage.SECRETS;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.identity.group.Projects;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What can be done with API keys: everybody has their own, and who manages them may revoke any of the tenant's. */
@ApplicationScoped
class ApiKeys {

    private static final String OWNER = "select user_id from api_key where id = $1";

    private static final OwnedRows ACTIVE = OwnedRows.of("api_key", "user_id = $1 and is_active");

    private static final String ACTIVE_OF_USER = """
            select count(*) from api_key
            where user_id = $1 and is_active and (expires_at is null or expires_at > calendar_now())""";

    /** Its bounds are still those that were read, and it has not been revoked since. */
    private static final String STILL_GOOD = """
            select true from api_key
            where id = $1 and generation = $2 and is_active and (expires_at is null or expires_at > calendar_now())""";

    private final Commands commands;
    private final Aggregate<ApiKey, ApiKeyView, ApiKeyFact> keys;
    private final KeysMadeWithKeys madeWith;
    private final Projects projects;
    private final long mostOfUser;

    ApiKeys(
            Commands commands,
            ApiKeyStore store,
            KeysMadeWithKeys madeWith,
            Projects projects,
            @ConfigProperty(name = "skyholm.api-keys.of-a-user", defaultValue = "200") long mostOfUser) {
        this.commands = commands;
        this.keys = store.keys();
        this.madeWith = madeWith;
        this.projects = projects;
        this.mostOfUser = mostOfUser;
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
        return commands.changeOnce(call, command, ApiKeyView.class, work -> requireStillGood(
                                lockedFor(work, key.userId), call.caller(), bounds)
                        .chain(() -> requireRoom(work, key.userId))
                        .chain(() -> projects.check(work, key.tenantId, key.groupId))
                        .chain(() -> keys.insert(work, ApiKeyEvents.CREATED, key)))
                .map(view -> view.prefix().equals(made.prefix()) ? view.showing(made) : view)
                .onFailure()
                .transform(ApiKeyProblems::explain);
    }

    Uni<ApiKeyView> change(Call call, UUID id, ChangeApiKey command) {
        return bounds(call.caller())
                .chain(bounds -> commands.change(call, work -> lockedForOwner(work, id)
                        .chain(() -> requireStillGood(work, call.caller(), bounds))
                        .chain(() -> locked(call, work, id))
                        .invoke(bounds::check)
                        .invoke(key -> command.applyTo(key, call.caller(), work.now()))
                        .invoke(bounds::check)
                        .call(key -> projects.check(work, key.tenantId, command.newGroup()))
                        .chain(key -> keys.save(call, work, ApiKeyEvents.CHANGED, key))
                        .call(key -> madeWith.narrow(call, work, key))));
    }

    Uni<ApiKeyView> revoke(Call call, UUID id) {
        return bounds(call.caller())
                .chain(bounds -> commands.change(call, work -> lockedForOwner(work, id)
                        .chain(() -> locked(call, work, id))
                        .invoke(bounds::check)
                        .chain(key -> revoke(call, work, key))
                        .call(() -> madeWith.revoke(call, work, id))));
    }

    private Uni<ApiKeyView> revoke(Call call, Work work, ApiKey key) {
        key.revoke();
        return keys.save(call, work, ApiKeyEvents.REVOKED, key);
    }

    /**
     * A user's keys are made, changed and revoked one after the other, before any row is locked: who revokes or narrows a key looks for
     * those that were made with it, and one that is made at that moment would not be found.
     */
    private static Work lockedFor(Work work, UUID user) {
        work.lockName("API keys of " + user);
        return work;
    }

    private static Uni<Void> lockedForOwner(Work work, UUID key) {
        return work.value(UUID.class, OWNER, key)
                .invoke(owner -> owner.ifPresent(user -> lockedFor(work, user)))
                .replaceWithVoid();
    }

    /** One user does not use up what all of the tenant have. */
    private Uni<Void> requireRoom(Work work, UUID user) {
        return work.value(Long.class, ACTIVE_OF_USER, user)
                .invoke(held -> {
                    if (held.orElseThrow() >= mostOfUser) {
                        throw ApiKeyProblems.tooMany(mostOfUser);
                    }
                })
                .replaceWithVoid();
    }

    /** A key that was revoked a moment ago still comes in where that is not known yet. */
    private static Uni<Void> requireStillGood(Work work, Caller caller, KeyBounds bounds) {
        UUID own = keyOf(caller);
        return own == null
                ? Uni.createFrom().voidItem()
                : work.value(Boolean.class, STILL_GOOD, own, bounds.generation())
                        .map(found -> found.orElseThrow(ApiKeyProblems::overMeanwhile))
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

    Uni<Page<ApiKeyView>> list(Call call, ApiKeyFilter filter, ListPart page) {
        ApiKeyFilter visible = KeyAccess.visible(call.caller(), filter);
        return keys.page(call, keys.query().inScope(call.caller().scope()).matching(visible), page);
    }

    private Uni<ApiKey> locked(Call call, Work work, UUID id) {
        return keys.required(work, id)
                .invoke(key -> KeyAccess.checkVisible(call.caller(), key.userId))
                .invoke(key -> call.requireMatch(key.revision.generation()));
    }
}
