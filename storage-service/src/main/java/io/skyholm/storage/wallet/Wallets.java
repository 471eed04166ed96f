package io.skyholm.storage.wallet;

import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether tenants may make more of what costs, by what billing last said of their wallets. */
@Singleton
public class Wallets {

    private static final String KNOWN =
            Select.of(KnownWallet.class, "known_wallet").sql() + " where tenant_id = $1";

    /** Refuses it while the tenant's standing does; what is the platform's own is charged to nobody. */
    public Uni<Void> require(Work work, @Nullable UUID tenant) {
        return tenant == null
                ? Uni.createFrom().voidItem()
                : work.find(KnownWallet.class, KNOWN, tenant)
                        .invoke(found -> found.flatMap(KnownWallet::refusal).ifPresent(problem -> {
                            throw problem;
                        }))
                        .replaceWithVoid();
    }
}
