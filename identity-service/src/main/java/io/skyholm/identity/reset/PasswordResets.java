package io.skyholm.identity.reset;

import io.skyholm.events.identity.PasswordResetEvents;
import io.skyholm.events.identity.PasswordResetFact;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.mail.MailText;
import io.skyholm.identity.secret.AnonymousCommands;
import io.skyholm.identity.secret.ConstantTimeAnswer;
import io.skyholm.identity.secret.OneTimeTokens;
import io.skyholm.identity.user.Accounts;
import io.skyholm.identity.user.NewPassword;
import io.skyholm.identity.user.UserView;
import io.skyholm.mail.MailLimits;
import io.skyholm.mail.Mails;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What can be done with password resets. */
@ApplicationScoped
public class PasswordResets {

    static final String PAGE = "reset-password";

    private final AnonymousCommands commands;
    private final PasswordResetStore store;
    private final Aggregate<PasswordReset, PasswordResetView, PasswordResetFact> resets;
    private final Mails mails;
    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final MailLimits limits;
    private final ConstantTimeAnswer answer;

    PasswordResets(
            AnonymousCommands commands,
            PasswordResetStore store,
            Mails mails,
            Accounts accounts,
            OneTimeTokens tokens,
            MailLimits limits,
            ConstantTimeAnswer answer) {
        this.commands = commands;
        this.store = store;
        this.resets = store.resets();
        this.mails = mails;
        this.accounts = accounts;
        this.tokens = tokens;
        this.limits = limits;
        this.answer = answer;
    }

    /** Whoever asks learns nothing: neither from the answer nor from when it comes. */
    Uni<ResetAccepted> ask(AnonymousCall call, AskReset command) {
        return answer.of(accounts.ofAddress(command.email())
                .chain(found -> commands.change(call, call.cause(null), work -> limits.allow(
                                work, "password reset", command.email(), call.origin())
                        .chain(granted ->
                                granted ? write(work, found) : Uni.createFrom().voidItem())))
                .replaceWith(ResetAccepted.IF_KNOWN));
    }

    private Uni<Void> write(Work work, Optional<UserView> found) {
        return found.filter(user -> user.status() == UserStatus.ACTIVE)
                .map(user -> write(work, user))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> write(Work work, UserView user) {
        Secret secret = Secret.fresh();
        PasswordReset reset = new PasswordReset(user, secret, resets.created((UUID) null));
        return PasswordResetStore.end(work, user.id())
                .chain(() -> resets.insert(work, PasswordResetEvents.REQUESTED, reset))
                .chain(() -> mails.sendLink(
                        work,
                        MailText.PASSWORD_RESET,
                        new Mails.Addressee(user.tenantId(), user.email()),
                        new Mails.Link(PAGE, secret.text()),
                        Map.of("name", user.displayName(), "username", user.username())));
    }

    /**
     * Sets the password in the directory first: should it refuse, or be away, the token can be used again. Who has the token reads
     * the mail of the address, which is proved by it.
     */
    Uni<PasswordSet> confirm(AnonymousCall call, ConfirmReset command) {
        return tokens.holding(PasswordResetStore.TOKENS, command.token(), call, id -> store.asked(id)
                .chain(this::reached)
                .chain(user -> set(call, id, user, new NewPassword(command.password()))));
    }

    private Uni<UserView> reached(PasswordResetStore.Asked asked) {
        return accounts.find(TenantScope.PLATFORM, asked.userId())
                .map(found -> found.filter(user -> user.status() == UserStatus.ACTIVE && asked.reached(user))
                        .orElseThrow(OneTimeTokens::notValid));
    }

    /** The user's row comes first, as with every other way in which a password changes, and then what was mailed to them. */
    private Uni<PasswordSet> set(AnonymousCall call, UUID id, UserView user, NewPassword password) {
        password.checkFor(user.username(), user.email());
        Uni<Void> inDirectory =
                call.conditions().dryRun() ? Uni.createFrom().voidItem() : accounts.setPassword(user.id(), password);
        return inDirectory
                .chain(() -> commands.change(
                        call, call.cause(user.id().toString()), work -> accounts.passwordChanged(work, user.id())
                                .chain(() -> use(work, id))
                                .chain(() -> accounts.addressProved(work, user.id(), user.email()))))
                .replaceWith(() -> new PasswordSet(user.id(), user.username()));
    }

    private Uni<Void> use(Work work, UUID id) {
        return work.lock(PasswordReset.class, id).map(Optional::orElseThrow).chain(reset -> {
            reset.use(work.now());
            return resets.update(work, PasswordResetEvents.USED, reset).replaceWithVoid();
        });
    }

    Uni<Page<PasswordResetView>> list(Call call, PasswordResetFilter filter, ListPart page) {
        return resets.page(call, resets.query().inScope(call.caller().scope()).matching(filter), page);
    }
}
