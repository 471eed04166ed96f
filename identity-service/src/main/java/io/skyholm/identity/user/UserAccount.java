package io.skyholm.identity.user;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The account of a deleted user in the directory, with password and second factor: {@link UserReconciler} removes it there. */
@Singleton
class UserAccount implements DataHolder {

    private static final OwnedRows PENDING = OwnedRows.of("app_user", "id = $1 and directory_state = 'PENDING'");

    @Override
    public Holding holding() {
        return Holding.ofUser(RUNNING, "accounts", "app_user");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID user) {
        return PENDING.left(work, user).map(left -> HoldingProgress.of(left, 0)
                .waitingFor("the directory of credentials has removed the account"));
    }
}
