package io.skyholm.identity.invitation;

import io.skyholm.events.identity.InvitationEvents;
import io.skyholm.identity.mail.MailText;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.identity.user.Users;
import io.skyholm.mail.Mails;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** What those who invite can do with invitations. */
@ApplicationScoped
public class Invitations {

    private static final String PAGE = "accept-invitation";

    private final Commands commands;
    private final InvitationStore store;
    private final Outbox outbox;
    private final Mails mails;
    private final Tenants tenants;
    private final Users users;

    Invitations(Commands commands, InvitationStore store, Outbox outbox, Mails mails, Tenants tenants, Users users) {
        this.commands = commands;
        this.store = store;
        this.outbox = outbox;
        this.mails = mails;
        this.tenants = tenants;
        this.users = users;
    }

    Uni<InvitationView> invite(Call call, Invite command) {
        UUID tenantId = command.tenantId() == null ? call.caller().tenantId() : command.tenantId();
        if (!call.sees(tenantId)) {
            throw InvitationProblems.tenantNotFound();
        }
        return commands.changeOnce(call, command, InvitationView.class, work -> tenants.nameOfActive(work, tenantId)
                .map(name -> name.orElseThrow(InvitationProblems::tenantNotFound))
                .call(() -> users.checkGrant(call, work, tenantId, command.roles()))
                .chain(name -> write(call, work, new NewInvitation(tenantId, name, command))));
    }

    private Uni<InvitationView> write(Call call, Work work, NewInvitation invited) {
        Secret secret = Secret.fresh();
        Invitation invitation = new Invitation(
                invited.tenantId(), invited.command(), call.caller().id(), secret, Ids.next(), work.now());
        Map<String, String> values = Map.of(
                "inviter", call.caller().username(),
                "tenantName", invited.tenantName(),
                "expiresAt",
                        invitation.expiresAt.truncatedTo(ChronoUnit.MINUTES).toString());
        outbox.publish(work, InvitationEvents.CREATED, invitation.fact());
        return work.insert(invitation)
                .chain(() -> mails.sendLink(
                        work,
                        MailText.INVITATION,
                        new Mails.Addressee(invitation.tenantId, invitation.email),
                        new Mails.Link(PAGE, secret.text()),
                        values))
                .replaceWith(() -> InvitationView.of(invitation, work.now()));
    }

    Uni<InvitationView> revoke(Call call, UUID id) {
        return commands.change(call, work -> work.lock(Invitation.class, id)
                .map(found -> found.orElseThrow(InvitationProblems::notFound))
                .invoke(invitation -> call.requireMatch(invitation.generation))
                .chain(invitation -> revoke(work, invitation)));
    }

    private Uni<InvitationView> revoke(Work work, Invitation invitation) {
        if (!invitation.revoke(work.now())) {
            return Uni.createFrom().item(InvitationView.of(invitation, work.now()));
        }
        outbox.publish(work, InvitationEvents.REVOKED, invitation.fact());
        return work.update(invitation).replaceWith(() -> InvitationView.of(invitation, work.now()));
    }

    Uni<InvitationView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(InvitationProblems::notFound));
    }

    Uni<Page<InvitationView>> list(Call call, InvitationFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page);
    }

    private record NewInvitation(UUID tenantId, String tenantName, Invite command) {}
}
