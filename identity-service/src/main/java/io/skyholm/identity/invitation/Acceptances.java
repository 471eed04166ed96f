package io.skyholm.identity.invitation;

import io.skyholm.events.identity.InvitationEvents;
import io.skyholm.events.identity.InvitationStatus;
import io.skyholm.identity.secret.AnonymousCommands;
import io.skyholm.identity.secret.OneTimeTokens;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.identity.user.Accounts;
import io.skyholm.identity.user.CreateUser;
import io.skyholm.identity.user.NewPassword;
import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What those who are invited can do with invitations. */
@ApplicationScoped
public class Acceptances {

    private final AnonymousCommands commands;
    private final InvitationStore store;
    private final Tenants tenants;
    private final Accounts accounts;
    private final InviterRights inviterRights;
    private final OneTimeTokens tokens;

    Acceptances(
            AnonymousCommands commands,
            InvitationStore store,
            Tenants tenants,
            Accounts accounts,
            InviterRights inviterRights,
            OneTimeTokens tokens) {
        this.commands = commands;
        this.store = store;
        this.tenants = tenants;
        this.accounts = accounts;
        this.inviterRights = inviterRights;
        this.tokens = tokens;
    }

    /** Asks first whether the directory is there: once the user is made, only it can take the password. */
    Uni<JoinedView> accept(AnonymousCall call, AcceptInvitation command) {
        NewPassword password = new NewPassword(command.password());
        return tokens.holding(InvitationStore.TOKENS, command.token(), call, id -> accounts.directoryIsThere()
                        .chain(() -> store.find(id))
                        .map(Optional::orElseThrow)
                        .invoke(invitation -> password.checkFor(command.username(), invitation.email()))
                        .chain(invitation -> join(call, invitation, command)))
                .call(joined -> call.conditions().dryRun()
                        ? Uni.createFrom().voidItem()
                        : accounts.createInDirectoryNow(joined.userId(), password));
    }

    /** The invitation is looked at again under its lock: it may have been taken back at this very moment. */
    private Uni<JoinedView> join(AnonymousCall call, InvitationView invitation, AcceptInvitation command) {
        UUID userId = Ids.next();
        return commands.change(call, call.cause(userId.toString()), work -> work.lock(Invitation.class, invitation.id())
                .map(found -> found.filter(locked -> locked.status == InvitationStatus.PENDING)
                        .orElseThrow(OneTimeTokens::notValid))
                .call(() -> checkTenant(work, invitation.tenantId()))
                .call(locked -> checkInviter(work, locked))
                .call(locked -> accounts.admit(work, userId, user(locked, command), locked.tenantId, locked.invitedBy))
                .chain(locked -> accepted(work, locked, userId))
                .replaceWith(() -> new JoinedView(invitation.tenantId(), userId, command.username())));
    }

    private Uni<Void> checkTenant(Work work, UUID tenantId) {
        return tenants.nameOfActive(work, tenantId)
                .map(name -> name.orElseThrow(InvitationProblems::tenantClosed))
                .chain(() -> tenants.exists(work, tenantId))
                .replaceWithVoid();
    }

    /** It is worth what its inviter may grant now: they may have lost their rights, or come no longer in at all. */
    private Uni<Void> checkInviter(Work work, Invitation invitation) {
        return inviterRights
                .mayStillGrant(work, invitation.invitedBy, invitation.tenantId, Set.of(invitation.roles))
                .invoke(given -> {
                    if (!given) {
                        throw InvitationProblems.noLongerGranted();
                    }
                })
                .replaceWithVoid();
    }

    private static CreateUser user(Invitation invitation, AcceptInvitation command) {
        return new CreateUser(
                invitation.tenantId,
                command.username(),
                invitation.email,
                command.firstName(),
                command.lastName(),
                Set.of(invitation.roles),
                null,
                Map.of());
    }

    private Uni<Void> accepted(Work work, Invitation invitation, UUID userId) {
        invitation.accept(userId, work.now());
        return store.invitations()
                .update(work, InvitationEvents.ACCEPTED, invitation)
                .replaceWithVoid();
    }
}
