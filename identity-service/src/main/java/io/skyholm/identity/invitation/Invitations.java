package io.skyholm.identity.invitation;

import io.skyholm.events.identity.InvitationEvents;
import io.skyholm.events.identity.InvitationFact;
import io.skyholm.identity.mail.MailText;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.identity.user.Users;
import io.skyholm.mail.MailLimits;
import io.skyholm.mail.Mails;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What those who invite can do with invitations. */
@ApplicationScoped
public class Invitations {

    private static final String PAGE = "accept-invitation";

    private final Commands commands;
    private final Aggregate<Invitation, InvitationView, InvitationFact> invitations;
    private final Mails mails;
    private final Tenants tenants;
    private final Users users;
    private final MailLimits limits;

    Invitations(
            Commands commands, InvitationStore store, Mails mails, Tenants tenants, Users users, MailLimits limits) {
        this.commands = commands;
        this.invitations = store.invitations();
        this.mails = mails;
        this.tenants = tenants;
        this.users = users;
        this.limits = limits;
    }

    Uni<InvitationView> invite(Call call, Invite command) {
        UUID tenantId = Owners.ofTenants(call, command.tenantId());
        if (call.caller().credential().kind() == Credential.Kind.SERVICE_ACCOUNT) {
            throw InvitationProblems.ofPeopleOnly();
        }
        return commands.changeOnce(call, command, InvitationView.class, work -> tenants.nameOfActive(work, tenantId)
                .map(name -> name.orElseThrow(InvitationProblems::tenantNotFound))
                .chain(name -> users.rolesOfANew(call, work, tenantId, command.roles())
                        .map(roles -> new NewInvitation(tenantId, name, roles, command)))
                .chain(invited -> write(call, work, invited)));
    }

    private Uni<InvitationView> write(Call call, Work work, NewInvitation invited) {
        Secret secret = Secret.fresh();
        Invitation invitation = new Invitation(
                invited.tenantId(), invited.command(), invited.roles(), secret, invitations.created(call));
        Map<String, String> values = Map.of(
                "inviter", call.caller().username(),
                "tenantName", invited.tenantName(),
                "expiresAt",
                        invitation.expiresAt.truncatedTo(ChronoUnit.MINUTES).toString());
        return invitations
                .insert(work, InvitationEvents.CREATED, invitation)
                .call(() -> limits.require(work, invitation.tenantId, invitation.email))
                .call(() -> mails.sendLink(
                        work,
                        MailText.INVITATION,
                        new Mails.Addressee(invitation.tenantId, invitation.email),
                        new Mails.Link(PAGE, secret.text()),
                        values));
    }

    Uni<InvitationView> revoke(Call call, UUID id) {
        return commands.change(
                call, work -> invitations.locked(call, work, id).chain(invitation -> revoke(call, work, invitation)));
    }

    private Uni<InvitationView> revoke(Call call, Work work, Invitation invitation) {
        return invitation.revoke()
                ? invitations.save(call, work, InvitationEvents.REVOKED, invitation)
                : Uni.createFrom().item(invitations.view(invitation));
    }

    Uni<InvitationView> get(Call call, UUID id) {
        return invitations.get(call, id);
    }

    Uni<Page<InvitationView>> list(Call call, InvitationFilter filter, ListPart page) {
        return invitations.page(
                call, invitations.query().inScope(call.caller().scope()).matching(filter), page);
    }

    private record NewInvitation(UUID tenantId, String tenantName, Set<String> roles, Invite command) {}
}
