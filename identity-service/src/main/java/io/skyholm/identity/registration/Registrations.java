package io.skyholm.identity.registration;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.mail.MailText;
import io.skyholm.identity.secret.AnonymousCommands;
import io.skyholm.identity.secret.ConstantTimeAnswer;
import io.skyholm.identity.secret.OneTimeTokens;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.identity.user.Accounts;
import io.skyholm.identity.user.CreateUser;
import io.skyholm.identity.user.NewPassword;
import io.skyholm.identity.user.UserView;
import io.skyholm.mail.MailLimits;
import io.skyholm.mail.Mails;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What can be done with registrations. */
@ApplicationScoped
public class Registrations {

    private static final String PAGE = "confirm-registration";
    private static final Set<String> OWNER = Set.of(BuiltInRole.TENANT_ADMIN.name());

    private final AnonymousCommands commands;
    private final RegistrationStore store;
    private final Mails mails;
    private final Tenants tenants;
    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final MailLimits limits;
    private final ConstantTimeAnswer answer;
    private final StarterQuota starter;
    private final boolean open;

    Registrations(
            AnonymousCommands commands,
            RegistrationStore store,
            Mails mails,
            Tenants tenants,
            Accounts accounts,
            OneTimeTokens tokens,
            MailLimits limits,
            ConstantTimeAnswer answer,
            StarterQuota starter,
            @ConfigProperty(name = "skyholm.registration.enabled") boolean open) {
        this.commands = commands;
        this.store = store;
        this.mails = mails;
        this.tenants = tenants;
        this.accounts = accounts;
        this.tokens = tokens;
        this.limits = limits;
        this.answer = answer;
        this.starter = starter;
        this.open = open;
    }

    /** Whoever asks learns nothing of others: only the mail tells whether the address has an account. */
    Uni<RegistrationAccepted> register(AnonymousCall call, Register command) {
        checkOpen();
        return answer.of(accounts.ofAddress(command.email())
                .chain(found -> commands.change(call, call.cause(null), work -> limits.allow(
                                work, "registration", command.email(), call.origin())
                        .chain(granted -> granted
                                ? write(work, command, found)
                                : Uni.createFrom().voidItem())))
                .replaceWith(RegistrationAccepted.MAIL_IS_ON_ITS_WAY));
    }

    private void checkOpen() {
        if (!open) {
            throw RegistrationProblems.closed();
        }
    }

    private Uni<Void> write(Work work, Register command, Optional<UserView> found) {
        return found.map(user -> remind(work, user)).orElseGet(() -> begin(work, command));
    }

    private Uni<Void> remind(Work work, UserView user) {
        Map<String, String> values = Map.of("name", user.displayName(), "username", user.username());
        return mails.send(work, MailText.ALREADY_REGISTERED.message(user.tenantId(), user.email(), values));
    }

    private Uni<Void> begin(Work work, Register command) {
        Secret secret = Secret.fresh();
        Map<String, String> values = Map.of(
                "name", Optional.ofNullable(command.firstName()).orElse(command.username()),
                "username", command.username(),
                "tenantName", command.tenantName());
        return work.insert(new Registration(Ids.next(), command, secret, work.now()))
                .chain(() -> mails.sendLink(
                        work,
                        MailText.REGISTRATION,
                        new Mails.Addressee(null, command.email()),
                        new Mails.Link(PAGE, secret.text()),
                        values));
    }

    /** Asks first whether the directory is there: once the account is made, only it can take the password. */
    Uni<RegisteredView> confirm(AnonymousCall call, ConfirmRegistration command) {
        checkOpen();
        NewPassword password = new NewPassword(command.password());
        return tokens.holding(RegistrationStore.TOKENS, command.token(), call, id -> accounts.directoryIsThere()
                        .chain(() -> store.request(id))
                        .invoke(request -> password.checkFor(request.username(), request.email()))
                        .chain(request -> found(call, id, request)))
                .call(registered -> call.conditions().dryRun()
                        ? Uni.createFrom().voidItem()
                        : accounts.createInDirectoryNow(registered.userId(), password));
    }

    private Uni<RegisteredView> found(AnonymousCall call, UUID id, Register request) {
        UUID userId = Ids.next();
        return commands.change(call, call.cause(userId.toString()), work -> tenants.found(
                        work, request.tenantName(), userId, starter.quota())
                .call(tenantId -> accounts.admit(work, userId, owner(request, tenantId), tenantId, null))
                .call(tenantId -> use(work, id, tenantId, userId))
                .map(tenantId -> new RegisteredView(tenantId, userId, request.username())));
    }

    private static CreateUser owner(Register request, UUID tenantId) {
        return new CreateUser(
                tenantId,
                request.username(),
                request.email(),
                request.firstName(),
                request.lastName(),
                OWNER,
                null,
                Map.of());
    }

    private static Uni<Void> use(Work work, UUID id, UUID tenantId, UUID userId) {
        return work.lock(Registration.class, id).map(Optional::orElseThrow).chain(registration -> {
            registration.use(tenantId, userId, work.now());
            return work.update(registration);
        });
    }
}
