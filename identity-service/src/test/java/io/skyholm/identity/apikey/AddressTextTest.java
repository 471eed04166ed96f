package io.skyholm.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where a key may be used. */
class AddressTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "192.0.2.0/40", "-"})
    void addressThatIsNoneIsRefused(String address) {
        assertThat(broken(address)).containsExactly("allowedAddresses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "192.0.2.0/24", "2001:db8::/32"})
    void addressAndBlockAreTaken(String address) {
        assertThat(broken(address)).isEmpty();
    }

    private static Set<String> broken(String address) {
        return Constraints.brokenBy(new CreateApiKey("farm", null, null, Set.of(address), null));
    }
}
