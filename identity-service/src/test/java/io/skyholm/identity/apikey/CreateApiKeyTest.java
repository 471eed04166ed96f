package io.skyholm.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a new key is asked for with. */
class CreateApiKeyTest {

    @Test
    void keyThatSaysNothingElseIsForAnywhereAndForEver() {
        CreateApiKey command = RequestBody.read("{\"name\": \"farm\"}", CreateApiKey.class);
        assertThat(Constraints.brokenBy(command)).isEmpty();
        assertThat(command).isEqualTo(new CreateApiKey("farm", null, null, Set.of(), null));
    }

    @Test
    void keyThatHasExpiredAlreadyIsRefused() {
        CreateApiKey command = new CreateApiKey("farm", null, null, Set.of(), Instant.parse("2001-01-01T00:00:00Z"));
        assertThat(Constraints.brokenBy(command)).containsExactly("expiresAt");
    }

    @Test
    void permissionThatThereIsNotIsRefused() {
        assertThatThrownBy(() ->
                        RequestBody.read("{\"name\": \"farm\", \"permissions\": [\"CROWN:WEAR\"]}", CreateApiKey.class))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
