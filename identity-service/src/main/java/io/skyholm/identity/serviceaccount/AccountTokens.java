package io.skyholm.identity.serviceaccount;

import io.skyholm.identity.secret.AnonymousCommands;
import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Exchanges the secrets of service accounts for tokens. */
@ApplicationScoped
class AccountTokens {

    private static final String WITH_SECRET = """
            select account.id, account.tenant_id, account.name, account.roles from service_account account
                join tenant on tenant.id = account.tenant_id
            where account.id = $1 and account.is_enabled and account.deleted_at is null
                and tenant.status in ('ACTIVE', 'SUSPENDED')
                and (account.secret_hash = $2
                    or (account.previous_secret_hash = $2 and account.previous_secret_until > calendar_now()))""";

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

    private static Uni<Proven> account(Work work, ClientCredentials credentials) {
        return work.find(
                        Proven.class,
                        WITH_SECRET,
                        credentials.id(),
                        credentials.secret().hash())
                .map(found -> found.orElseThrow(TokenRefusal::unknownClient))
                .invoke(account -> work.send(USED, account.id()));
    }

    /** An account that has shown its secret. */
    record Proven(UUID id, UUID tenantId, String name, List<String> roles) {}
}
