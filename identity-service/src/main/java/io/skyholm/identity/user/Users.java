package io.skyholm.identity.user;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.events.identity.UserFact;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.keycloak.Directory;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What can be done with users. */
@ApplicationScoped
public class Users {

    private final Commands commands;
    private final UserStore store;
    private final UserPublisher publisher;
    private final ReconcileQueue queue;
    private final Tenants tenants;
    private final Directory directory;

    Users(
            Commands commands,
            UserStore store,
            UserPublisher publisher,
            ReconcileQueue queue,
            Tenants tenants,
            Directory directory) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.queue = queue;
        this.tenants = tenants;
        this.directory = directory;
    }

    Uni<UserView> create(Call call, CreateUser command) {
        Grants.check(call.caller(), command.roles());
        UUID tenantId = command.tenantId() == null ? call.caller().tenantId() : command.tenantId();
        if (!call.sees(tenantId)) {
            throw UserProblems.tenantNotFound();
        }
        return commands.changeOnce(call, command, UserView.class, work -> tenants.exists(work, tenantId)
                        .chain(exists -> {
                            if (!exists) {
                                throw UserProblems.tenantNotFound();
                            }
                            User user = new User(
                                    Ids.next(), tenantId, command, call.caller().id(), Instant.now());
                            return insert(work, user).replaceWith(() -> UserView.of(user));
                        }))
                .onFailure()
                .transform(UserProblems::explain);
    }

    /** Adds a user in a transaction that somebody else began. */
    Uni<Void> insert(Work work, User user) {
        publisher.publish(work, UserEvents.CREATED, user);
        return work.insert(user).invoke(() -> queue.wake(work, UserReconciler.KIND, user.id));
    }

    Uni<UserView> change(Call call, UUID id, ChangeUser command) {
        if (command.status() == UserStatus.DELETED) {
            throw UserProblems.deleteToDelete();
        }
        if (command.roles() != null) {
            Grants.check(call.caller(), command.roles());
        }
        return commands.change(call, work -> locked(call, work, id).chain(user -> {
                    command.applyTo(user);
                    return bring(call, work, user, UserEvents.CHANGED);
                }))
                .onFailure()
                .transform(UserProblems::explain);
    }

    Uni<UserView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id).chain(user -> {
            user.delete(Instant.now());
            return bring(call, work, user, UserEvents.DELETED);
        }));
    }

    /** The directory keeps the password; here only the fact is kept that it was changed. */
    Uni<UserView> setPassword(Call call, UUID id, SetPassword command) {
        return get(call, id)
                .invoke(user -> checkChangeable(call, user))
                .call(() -> inDirectory(call, id, command))
                .chain(() -> commands.change(call, work -> locked(call, work, id)
                        .chain(user -> save(call, work, user, UserEvents.PASSWORD_CHANGED))));
    }

    private static void checkChangeable(Call call, UserView user) {
        if (user.status() == UserStatus.DELETED) {
            throw UserProblems.notFound();
        }
        Grants.check(call.caller(), Set.copyOf(user.roles()));
        call.requireMatch(user.generation());
    }

    private Uni<Void> inDirectory(Call call, UUID id, SetPassword command) {
        return call.conditions().dryRun()
                ? Uni.createFrom().voidItem()
                : directory
                        .setPassword(id, command.password(), command.isTemporary())
                        .onFailure()
                        .transform(UserProblems::explainDirectory);
    }

    Uni<UserView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(UserProblems::notFound));
    }

    Uni<Page<UserView>> list(Call call, UserFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(users -> Page.of(users, page, UserView::id));
    }

    private Uni<User> locked(Call call, Work work, UUID id) {
        return work.lock(User.class, id)
                .map(found -> found.filter(user -> !user.isDeleted()).orElseThrow(UserProblems::notFound))
                .invoke(user -> Grants.check(call.caller(), Set.of(user.roles)))
                .invoke(user -> call.requireMatch(user.generation));
    }

    /** Saves what the directory has to know too. */
    private Uni<UserView> bring(Call call, Work work, User user, EventType<UserFact> event) {
        user.directoryState = DirectoryState.PENDING;
        queue.wake(work, UserReconciler.KIND, user.id);
        return save(call, work, user, event);
    }

    private Uni<UserView> save(Call call, Work work, User user, EventType<UserFact> event) {
        user.changed(call.caller().id(), Instant.now());
        publisher.publish(work, event, user);
        return work.update(user).replaceWith(() -> UserView.of(user));
    }
}
