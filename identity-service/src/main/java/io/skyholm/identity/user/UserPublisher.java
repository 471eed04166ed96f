package io.skyholm.identity.user;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.UserFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.Set;

/** Tells the world what a user is now. */
@Singleton
class UserPublisher {

    private final Outbox outbox;

    UserPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<UserFact> type, User user) {
        outbox.publish(
                work,
                type,
                new UserFact(
                        user.id,
                        user.generation,
                        user.tenantId,
                        user.username,
                        user.email,
                        user.firstName,
                        user.lastName,
                        UserView.fullName(user.firstName, user.lastName),
                        Set.of(user.roles),
                        user.status,
                        user.emailVerified,
                        user.quotaConfig,
                        user.lastLoginAt,
                        user.externalIds,
                        user.tokensNotBefore,
                        user.createdAt,
                        user.updatedAt,
                        user.createdBy,
                        user.updatedBy,
                        user.deletedAt));
    }
}
