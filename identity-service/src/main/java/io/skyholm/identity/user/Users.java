package io.skyholm.identity.user;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.LimitedRole;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.events.identity.UserFact;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.group.Memberships;
import io.skyholm.identity.keycloak.Directory;
import io.skyholm.identity.keycloak.DirectoryState;
import io.skyholm.identity.session.SessionRecords;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with users. */
@ApplicationScoped
public class Users {

    private final Commands commands;
    private final Aggregate<User, UserView, UserFact> users;
    private final ReconcileQueue queue;
    private final Tenants tenants;
    private final UserRoles roles;
    private final Memberships memberships;
    private final Directory directory;
    private final SessionRecords sessions;
    private final PasswordSetup passwordSetup;

    Users(
            Commands commands,
            UserStore store,
            ReconcileQueue queue,
            Tenants tenants,
            UserRoles roles,
            Memberships memberships,
            Directory directory,
            SessionRecords sessions,
            PasswordSetup passwordSetup) {
        this.commands = commands;
        this.users = store.users();
        this.queue = queue;
        this.tenants = tenants;
        this.roles = roles;
        this.memberships = memberships;
        this.directory = directory;
        this.sessions = sessions;
        this.passwordSetup = passwordSetup;
    }

    /** The user gets one mail, with which they choose their password and prove their address. */
    Uni<UserView> create(Call call, CreateUser command) {
        UUID tenantId = Owners.ofTenants(call, command.tenantId());
        return commands.changeOnce(call, command, UserView.class, work -> tenants.staying(work, tenantId)
                        .map(found -> found.orElseThrow(UserProblems::tenantNotFound))
                        .chain(tenantName -> added(call, work, tenantId, command)
                                .call(user -> passwordSetup.ask(work, user, tenantName))))
                .onFailure()
                .transform(UserProblems::explain);
    }

    private Uni<UserView> added(Call call, Work work, UUID tenantId, CreateUser command) {
        return roles.ofANewUser(call.caller(), work, tenantId, command.roles()).chain(names -> {
            User user = new User(Ids.next(), tenantId, command, users.created(call));
            user.hold(names);
            return insert(work, user).replaceWith(() -> users.view(user));
        });
    }

    /**
     * The names of the roles that a new user gets, of whom these are wanted; refuses to let somebody give away more than they hold,
     * or what that tenant does not have.
     */
    public Uni<Set<String>> rolesOfANew(Call call, Work work, UUID tenantId, @Nullable Set<String> wanted) {
        return roles.ofANewUser(call.caller(), work, tenantId, wanted);
    }

    /** Adds a user in a transaction that somebody else began. */
    Uni<Void> insert(Work work, User user) {
        return users.insert(work, UserEvents.CREATED, user)
                .invoke(() -> {
                    roles.given(work, user);
                    queue.wake(work, UserReconciler.KIND, user.id);
                })
                .replaceWithVoid();
    }

    Uni<UserView> change(Call call, UUID id, ChangeUser command) {
        Set<String> wanted = command.roles() == null ? Set.of() : command.roles();
        return commands.change(call, work -> locked(call, work, id)
                        .call(user -> roles.checkGivenBy(call.caller(), work, user, wanted))
                        .chain(user -> saveAndPublish(
                                call,
                                work,
                                user,
                                UserEvents.CHANGED,
                                changed -> command.applyTo(changed, RealTime.now()))))
                .onFailure()
                .transform(UserProblems::explain);
    }

    Uni<UserView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> memberships.endAllOf(work, id))
                .chain(user ->
                        saveAndPublish(call, work, user, UserEvents.DELETED, gone -> gone.delete(RealTime.now()))));
    }

    /** Gives a user one more role, in a transaction that somebody else began. */
    public Uni<Void> give(Call call, Work work, UUID id, UUID roleId) {
        return locked(call, work, id)
                .onFailure(UserProblems::isUnknown)
                .transform(unknown -> UserProblems.noSuchUser())
                .chain(user -> roles.toGive(call.caller(), work, user, roleId)
                        .chain(role ->
                                saveAndPublish(call, work, user, UserEvents.CHANGED, holder -> holder.give(role))))
                .replaceWithVoid();
    }

    /** Gives a user a role within a project, in a transaction that somebody else began. */
    public Uni<Void> giveWithin(Call call, Work work, UUID id, UUID roleId, UUID groupId) {
        return locked(call, work, id)
                .onFailure(UserProblems::isUnknown)
                .transform(unknown -> UserProblems.noSuchUser())
                .chain(user -> roles.giveWithin(call.caller(), work, user, roleId, groupId)
                        .chain(() -> save(call, work, user, UserEvents.CHANGED)))
                .replaceWithVoid();
    }

    /** Takes a role within a project from a user, in a transaction that somebody else began. */
    public Uni<Void> takeWithin(Call call, Work work, UUID id, LimitedRole role) {
        return locked(call, work, id)
                .invoke(user -> roles.takeWithin(work, user, role))
                .chain(user -> save(call, work, user, UserEvents.CHANGED))
                .replaceWithVoid();
    }

    /** Takes one of their roles from a user, in a transaction that somebody else began. */
    public Uni<Void> take(Call call, Work work, UUID id, String role) {
        return locked(call, work, id)
                .chain(user -> saveAndPublish(call, work, user, UserEvents.CHANGED, holder -> holder.take(role)))
                .replaceWithVoid();
    }

    /** The directory keeps the password; here only the fact is kept that it was changed. */
    Uni<UserView> setPassword(Call call, UUID id, SetPassword command) {
        return commands.change(call, work -> locked(call, work, id))
                .call(() -> inDirectory(call, id, command))
                .chain(() -> commands.change(call, work -> locked(call, work, id)
                        .invoke(user -> user.endTokens(RealTime.now()))
                        .call(user -> sessions.allEnded(work, id, RealTime.now()))
                        .call(user -> passwordSetup.end(work, id))
                        .chain(user -> save(call, work, user, UserEvents.PASSWORD_CHANGED))));
    }

    private Uni<Void> inDirectory(Call call, UUID id, SetPassword command) {
        return call.conditions().dryRun()
                ? Uni.createFrom().voidItem()
                : directory
                        .setPassword(id, command.password(), command.isTemporary())
                        .chain(() -> directory.endSessions(id))
                        .onFailure()
                        .transform(UserProblems::explainDirectory);
    }

    Uni<UserView> get(Call call, UUID id) {
        return users.get(call, id);
    }

    Uni<Page<UserView>> list(Call call, UserFilter filter, ListPart page) {
        return users.page(call, users.query().inScope(call.caller().scope()).matching(filter), page);
    }

    /** Who may not give a role may not touch those who hold it either. */
    private Uni<User> locked(Call call, Work work, UUID id) {
        return UserStore.held(work, id)
                .map(found -> found.filter(user -> !user.revision.isDeleted()).orElseThrow(UserProblems::notFound))
                .call(user -> roles.checkGivenBy(call.caller(), work, user, user.allRoles()))
                .invoke(user -> call.requireMatch(user.revision.generation()));
    }

    /** Changes what the directory has to know too. */
    private Uni<UserView> saveAndPublish(
            Call call, Work work, User user, EventType<UserFact> event, Consumer<User> change) {
        return roles.change(call, work, user, change).chain(() -> {
            user.directoryState = DirectoryState.PENDING;
            queue.wake(work, UserReconciler.KIND, user.id);
            return save(call, work, user, event);
        });
    }

    private Uni<UserView> save(Call call, Work work, User user, EventType<UserFact> event) {
        return user.status == UserStatus.DELETED
                ? users.delete(call, work, event, user)
                : users.save(call, work, event, user);
    }
}
