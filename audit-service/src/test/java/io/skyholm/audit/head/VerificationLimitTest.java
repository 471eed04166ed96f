package io.skyholm.audit.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class VerificationLimitTest {

    private final VerificationLimit limit = new VerificationLimit();
    private final TenantScope tenant = TenantScope.of(UUID.randomUUID());
    private final CompletableFuture<String> first = new CompletableFuture<>();

    @Test
    void aTenantVerifiesOnePortionAtATimeAndOthersGoOn() {
        CompletableFuture<String> verified = limit.admit(tenant, this::slow).subscribeAsCompletionStage();
        assertThatThrownBy(() -> now(tenant))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("TOO_MANY_OPEN"));
        assertThat(now(TenantScope.of(UUID.randomUUID()))).isEqualTo("whole");
        assertThat(now(TenantScope.PLATFORM)).isEqualTo("whole");

        first.complete("whole");
        assertThat(verified).isCompletedWithValue("whole");
        assertThat(now(tenant)).isEqualTo("whole");
    }

    @Test
    void aVerificationThatFailsOrWhoseCallerLeavesMakesRoomForTheNext() {
        limit.admit(tenant, this::slow).subscribe().with(ignored -> {}).cancel();
        assertThat(now(tenant)).isEqualTo("whole");

        assertThatThrownBy(() -> limit.admit(tenant, () -> {
                            throw new IllegalStateException("away");
                        })
                        .await()
                        .indefinitely())
                .hasMessage("away");
        assertThat(now(tenant)).isEqualTo("whole");
    }

    private Uni<String> slow() {
        return Uni.createFrom().completionStage(first);
    }

    private String now(TenantScope scope) {
        return limit.admit(scope, () -> Uni.createFrom().item("whole")).await().indefinitely();
    }
}
