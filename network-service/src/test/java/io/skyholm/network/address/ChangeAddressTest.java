package io.skyholm.network.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.network.AddressKind;
import io.skyholm.events.network.AddressStatus;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller may change of an address that is held. */
class ChangeAddressTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    private final Address address = address(AddressKind.FLOATING, AddressStatus.RESERVED);

    @Test
    void whatIsLeftOutStays() {
        address.leaseExpiresAt = NOW.plusSeconds(60);
        change("{}");
        assertThat(address.leaseExpiresAt).isEqualTo(NOW.plusSeconds(60));
        assertThat(address.tags).containsExactly("web");
        assertThat(address.reverseName).isEqualTo("mail.acme.example");
    }

    @Test
    void leaseThatIsNullNeverEnds() {
        address.leaseExpiresAt = NOW.plusSeconds(60);
        change("{\"leaseExpiresAt\": null}");
        assertThat(address.leaseExpiresAt).isNull();
    }

    @Test
    void leaseEndsInTheFuture() {
        change("{\"leaseExpiresAt\": \"2026-02-01T12:00:01Z\"}");
        assertThat(address.leaseExpiresAt).isEqualTo(NOW.plusSeconds(1));
        assertThatThrownBy(() -> change("{\"leaseExpiresAt\": \"2020-01-01T00:00:00Z\"}"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("leaseExpiresAt ");
    }

    @Test
    void addressOfAPortHasNoLeaseAndMayHaveTags() {
        address.kind = AddressKind.PORT;
        change("{\"tags\": [\"db\"]}");
        assertThat(address.tags).containsExactly("db");
        Refused.by("ADDRESS_OF_PORT", () -> change("{\"leaseExpiresAt\": null}"));
    }

    @Test
    void reverseNameHasNoCapitals() {
        change("{\"reverseName\": \"Mail.Acme.Example\"}");
        assertThat(address.reverseName).isEqualTo("mail.acme.example");
    }

    @Test
    void reverseNameThatIsNullIsNone() {
        change("{\"reverseName\": null}");
        assertThat(address.reverseName).isNull();
    }

    @Test
    void rangeHasNoReverseName() {
        address.rangeSize = 2;
        assertThatThrownBy(() -> change("{\"reverseName\": \"two.example\"}"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("reverseName ");
        change("{\"reverseName\": null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "10.0.0.2", "-a.example", "a..example", "a_b.example", "a.example.", ""})
    void reverseNameIsAWholeHostName(String name) {
        assertThat(Constraints.brokenBy(read("{\"reverseName\": \"" + name + "\"}")))
                .containsExactly("reverseName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.acme.example", "a.b", "x-1.acme.example", "1.example"})
    void hostNameIsAReverseName(String name) {
        assertThat(Constraints.brokenBy(read("{\"reverseName\": \"" + name + "\"}")))
                .isEmpty();
    }

    private void change(String json) {
        read(json).applyTo(address, NOW);
    }

    private static ChangeAddress read(String json) {
        return RequestBody.read(json, ChangeAddress.class);
    }

    private static Address address(AddressKind kind, AddressStatus status) {
        Address address = new Address();
        address.kind = kind;
        address.status = status;
        address.tags = List.of("web");
        address.rangeSize = 1;
        address.reverseName = "mail.acme.example";
        return address;
    }
}
