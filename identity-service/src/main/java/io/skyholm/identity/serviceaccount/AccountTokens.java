package io.skyholm.identity.serviceaccount;

import io.skyholm.identity.secret.AnonymousCommands;
import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exchanges the secrets of service accounts for tokens. */
@ApplicationScoped
class AccountTokens {

    /** Held until the token has its time: who rotates the secret or disables the account ends the tokens from before. */
    private static final String WITH_SECRET = """
            select account.id, account.tenant_id, account.name,
                case when account.group_id is null then account.roles else '{}' end as roles, account.tokens_not_before
            from service_account account
                join tenant on tenant.id = account.tenant_id
            where account.id = $1 and account.is_enabled and account.deleted_at is null
                and tenant.status in ('ACTIVE', 'SUSPENDED')
                and (account.secret_hash = $2
                    or (account.previous_secret_hash = $2 and account.previous_secret_until > calendar_now()))
            for no key update of account""";

    /** Once a minute is enough to find the accounts that nobody uses, and a row that is always written is always locked. */
    private static final String USED = """
            update service_account set last_used_at = calendar_now()
            where id = $1 and (last_used_at is null or last_used_at < calendar_now() - interval '1 minute')""";

    private final AnonymousCommands commands;
    private final TokenSigner signer;

    AccountTokens(AnonymousCommands commands, TokenSigner signer) {
        this.commands = commands;
        this.signer = signer;
    }

    Uni<TokenView> exchange(AnonymousCall call, ClientCredentials credentials) {
        return commands.change(call, call.cause(credentials.id().toString()), work -> account(work, credentials))
                .chain(signer::sign);
    }

    private static Uni<Admitted> account(Work work, ClientCredentials credentials) {
        return work.find(
                        Proven.class,
                        WITH_SECRET,
                        credentials.id(),
                        credentials.secret().hash())
                .map(found -> found.orElseThrow(TokenRefusal::unknownClient))
                .invoke(account -> work.send(USED, account.id()))
                .map(account -> new Admitted(account, RealTime.now()));
    }

    /** An account that has shown its secret. */
    record Proven(
            UUID id,
            UUID tenantId,
            String name,
            List<String> roles,
            @Nullable Instant tokensNotBefore) {}

    /** Who gets a token, and of which time: none that is refused already. */
    record Admitted(Proven account, Instant at) {

        Instant issuedAt() {
            Instant notBefore = account.tokensNotBefore();
            return notBefore == null || at.isAfter(notBefore) ? at : notBefore;
        }
    }
}
