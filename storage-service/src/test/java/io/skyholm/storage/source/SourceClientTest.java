package io.skyholm.storage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.storage.StorageSettings;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Asking a source holds no connection for longer than somebody waits for the answer. */
@QuarkusTest
class SourceClientTest {

    @Inject
    SourceAddresses addresses;

    @Inject
    Vertx vertx;

    @Inject
    StorageSettings settings;

    @Test
    void headThatComesByTheDropIsGivenUpAndItsConnectionEnded() throws IOException {
        SourceClient client = new SourceClient(addresses, vertx, settings, Duration.ofMillis(1500));
        try (DrippingSource source = new DrippingSource()) {
            SourceUrl url = SourceUrl.of(source.url());
            assertThatThrownBy(() -> Chains.outcomeOf(() -> client.open(url, 0, null)))
                    .isInstanceOf(SourceAwayException.class)
                    .hasMessageContaining("did not answer");
            assertThat(source.asked()).isEqualTo(1);
            Eventually.holds("the connection is ended", () -> source.open() == 0);
        }
    }

    /** As a step does that is given up. */
    @Test
    void connectionIsEndedWithTheWaitForItsAnswer() throws IOException {
        SourceClient client = new SourceClient(addresses, vertx, settings, Duration.ofHours(1));
        try (DrippingSource source = new DrippingSource()) {
            SourceUrl url = SourceUrl.of(source.url());
            Cancellable waiting = Chains.outcomeOf(() -> Uni.createFrom()
                    .item(() -> client.open(url, 0, null).subscribe().with(answered -> {}, failed -> {})));
            Eventually.holds("the source is asked", () -> source.open() == 1);
            waiting.cancel();
            Eventually.holds("the connection is ended", () -> source.open() == 0);
        }
    }
}
