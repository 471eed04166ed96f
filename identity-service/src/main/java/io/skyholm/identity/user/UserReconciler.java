package io.skyholm.identity.user;

import io.skyholm.identity.keycloak.Directory;
import io.skyholm.identity.keycloak.DirectoryAway;
import io.skyholm.identity.keycloak.DirectoryUser;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Sees to it that the directory holds each user as they are here, and no longer when they are gone. */
@ApplicationScoped
class UserReconciler implements Reconciler {

    static final String KIND = "user";

    private static final String MARK_READY =
            "update app_user set directory_state = 'READY' where id = $1 and generation = $2";

    private static final Next UNTIL_IT_IS_BACK = Next.in(Duration.ofSeconds(2));

    private final UserStore store;
    private final Directory directory;
    private final TenantTransaction transactions;

    UserReconciler(UserStore store, Directory directory, TenantTransaction transactions) {
        this.store = store;
        this.directory = directory;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from app_user where directory_state = 'PENDING'";
    }

    @Override
    public Uni<Next> step(UUID id) {
        return store.find(TenantScope.PLATFORM, id)
                .chain(found -> found.map(this::bring).orElse(Uni.createFrom().item(Next.DONE)));
    }

    /** A user who changed meanwhile is not ready yet: the change has woken this row again. */
    private Uni<Next> bring(UserView user) {
        return inDirectory(user)
                .chain(() -> transactions.change(
                        Cause.platform(), work -> work.execute(MARK_READY, user.id(), user.generation())))
                .map(marked -> marked == 1 ? Next.DONE : Next.NOW)
                .onFailure(DirectoryAway.class)
                .recoverWithItem(UNTIL_IT_IS_BACK);
    }

    private Uni<Void> inDirectory(UserView user) {
        return switch (user.status()) {
            case DELETED -> directory.remove(user.id());
            case ACTIVE -> directory.put(entry(user, true));
            case INACTIVE, LOCKED -> directory.put(entry(user, false));
        };
    }

    private static DirectoryUser entry(UserView user, boolean enabled) {
        return new DirectoryUser(
                user.id(),
                user.tenantId(),
                user.username(),
                user.email(),
                user.emailVerified(),
                user.firstName(),
                user.lastName(),
                user.roles(),
                enabled);
    }
}
