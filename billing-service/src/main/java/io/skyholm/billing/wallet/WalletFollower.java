package io.skyholm.billing.wallet;

import io.skyholm.runtime.tenant.Work;
import java.util.Collection;
import java.util.UUID;

/** Whoever looks at wallets when they have changed; its room stands above. */
public interface WalletFollower {

    /** They have changed in this transaction. */
    void changed(Work work, Collection<UUID> wallets);
}
