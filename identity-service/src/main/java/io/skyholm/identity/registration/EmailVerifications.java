package io.skyholm.identity.registration;

import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.mail.MailText;
import io.skyholm.identity.secret.AnonymousCommands;
import io.skyholm.identity.secret.OneTimeTokens;
import io.skyholm.identity.user.Accounts;
import io.skyholm.identity.user.UserView;
import io.skyholm.mail.MailLimits;
import io.skyholm.mail.Mails;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Asks users whether an address is theirs, and takes their answers. */
@ApplicationScoped
public class EmailVerifications {

    private static final String PAGE = "confirm-email";
    private static final String USE = """
            update email_verification set used_at = calendar_now()
            where token_hash = $1 and used_at is null and expires_at > calendar_now()
            returning user_id, email""";

    private final Commands commands;
    private final AnonymousCommands anonymousCommands;
    private final Mails mails;
    private final MailLimits limits;
    private final Accounts accounts;

    EmailVerifications(
            Commands commands, AnonymousCommands anonymousCommands, Mails mails, MailLimits limits, Accounts accounts) {
        this.commands = commands;
        this.anonymousCommands = anonymousCommands;
        this.mails = mails;
        this.limits = limits;
        this.accounts = accounts;
    }

    Uni<EmailVerificationAsked> ask(Call call, UUID userId) {
        return accounts.find(call.caller().scope(), userId)
                .map(found -> found.filter(user -> user.status() == UserStatus.ACTIVE)
                        .orElseThrow(() -> Problem.notFound("user")))
                .invoke(EmailVerifications::checkUnproved)
                .chain(user -> commands.changeOnce(call, userId, EmailVerificationAsked.class, work -> write(work, user)
                        .replaceWith(() -> new EmailVerificationAsked(userId, user.email()))));
    }

    private static void checkUnproved(UserView user) {
        if (user.emailVerified()) {
            throw RegistrationProblems.verified();
        }
    }

    private Uni<Void> write(Work work, UserView user) {
        Secret secret = Secret.fresh();
        return work.insert(new EmailVerification(Ids.next(), user, secret, work.now()))
                .call(() -> limits.require(work, user.tenantId(), user.email()))
                .chain(() -> mails.sendLink(
                        work,
                        MailText.EMAIL_VERIFICATION,
                        new Mails.Addressee(user.tenantId(), user.email()),
                        new Mails.Link(PAGE, secret.text()),
                        Map.of("name", user.displayName(), "username", user.username())));
    }

    Uni<EmailVerified> confirm(AnonymousCall call, ConfirmEmail command) {
        return anonymousCommands.change(
                call, call.cause(null), work -> work.find(EmailVerified.class, USE, new Secret(command.token()).hash())
                        .map(used -> used.orElseThrow(OneTimeTokens::notValid))
                        .chain(verified -> proved(work, verified)));
    }

    private Uni<EmailVerified> proved(Work work, EmailVerified verified) {
        return accounts.addressProved(work, verified.userId(), verified.email()).map(theirs -> {
            if (!theirs) {
                throw OneTimeTokens.notValid();
            }
            return verified;
        });
    }
}
