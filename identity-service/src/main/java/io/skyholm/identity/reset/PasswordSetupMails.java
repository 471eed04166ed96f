package io.skyholm.identity.reset;

import io.skyholm.events.identity.PasswordResetEvents;
import io.skyholm.identity.mail.MailText;
import io.skyholm.identity.user.PasswordSetup;
import io.skyholm.identity.user.UserView;
import io.skyholm.mail.MailLimits;
import io.skyholm.mail.Mails;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The one mail that a user gets whom somebody else made: a password reset that lasts longer, and proves their address. */
@Singleton
class PasswordSetupMails implements PasswordSetup {

    private final PasswordResetStore store;
    private final Mails mails;
    private final MailLimits limits;

    PasswordSetupMails(PasswordResetStore store, Mails mails, MailLimits limits) {
        this.store = store;
        this.mails = mails;
        this.limits = limits;
    }

    @Override
    public Uni<Void> end(Work work, UUID userId) {
        return PasswordResetStore.end(work, userId);
    }

    @Override
    public Uni<Void> ask(Work work, UserView user, String tenantName) {
        Secret secret = Secret.fresh();
        PasswordReset first = PasswordReset.first(user, secret, store.resets().created(user.createdBy()));
        return store.resets()
                .insert(work, PasswordResetEvents.REQUESTED, first)
                .chain(() -> limits.require(work, user.tenantId(), user.email()))
                .chain(() -> mails.sendLink(
                        work,
                        MailText.FIRST_PASSWORD,
                        new Mails.Addressee(user.tenantId(), user.email()),
                        new Mails.Link(PasswordResets.PAGE, secret.text()),
                        Map.of(
                                "name", user.displayName(),
                                "username", user.username(),
                                "tenantName", tenantName)));
    }
}
