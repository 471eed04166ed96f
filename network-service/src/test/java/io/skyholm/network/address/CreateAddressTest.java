package io.skyholm.network.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked for when an address is allocated. */
class CreateAddressTest {

    @Test
    void subnetIsAllThatIsNeeded() {
        assertThat(broken("")).isEmpty();
        assertThat(Constraints.brokenBy(RequestBody.read("{}", CreateAddress.class)))
                .containsExactly("subnetId");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7})
    void versionIsFourOrSix(int version) {
        assertThat(broken(", \"ipVersion\": " + version)).containsExactly("ipVersion");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 16_777_217})
    void rangeHasAtLeastOneAddressAndAnEnd(int size) {
        assertThat(broken(", \"rangeSize\": " + size)).containsExactly("rangeSize");
    }

    private static Set<String> broken(String more) {
        return Constraints.brokenBy(
                RequestBody.read("{\"subnetId\": \"" + UUID.randomUUID() + "\"" + more + "}", CreateAddress.class));
    }
}
