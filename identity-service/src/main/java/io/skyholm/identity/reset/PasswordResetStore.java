package io.skyholm.identity.reset;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.PasswordResetEvents;
import io.skyholm.events.identity.PasswordResetFact;
import io.skyholm.identity.secret.TokenTable;
import io.skyholm.identity.user.UserView;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds password resets, and writes them for all who make or use them. */
@Startup
@Singleton
class PasswordResetStore {

    static final TokenTable TOKENS =
            new TokenTable("select id from password_reset", "update password_reset", "used_at is null");

    private static final String END = """
            update password_reset set expires_at = calendar_now()
            where user_id = $1 and used_at is null and expires_at > calendar_now()""";
    private static final String ASKED = "select user_id, email from password_reset where id = $1";

    private final TenantRead read;
    private final Aggregate<PasswordReset, PasswordResetView, PasswordResetFact> resets;

    PasswordResetStore(TenantRead read, Aggregates aggregates) {
        this.read = read;
        this.resets = aggregates.of(
                "password reset", PasswordReset.class, PasswordResetView.class, PasswordResetEvents.TYPES);
    }

    /** Ends all that is open of a user: another is asked for, or their password has changed by any way. */
    static Uni<Void> end(Work work, UUID userId) {
        return work.execute(END, userId).replaceWithVoid();
    }

    /** Whose password it is for, and where its token was mailed to. */
    record Asked(UUID userId, @Nullable String email) {

        /** Whether who read the mail is still that user, as far as addresses tell. */
        boolean reached(UserView user) {
            return email == null || email.equalsIgnoreCase(user.email());
        }
    }

    Aggregate<PasswordReset, PasswordResetView, PasswordResetFact> resets() {
        return resets;
    }

    Uni<Asked> asked(UUID id) {
        return read.one(TenantScope.PLATFORM, Statement.of(ASKED, id), RowType.of(Asked.class))
                .map(Optional::orElseThrow);
    }
}
