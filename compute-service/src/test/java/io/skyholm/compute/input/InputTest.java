package io.skyholm.compute.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken as a host name, an address, a tag and a JSON object. */
class InputTest {

    private record Names(
            @HostName @Nullable String host,
            @IpAddress @Nullable String address,
            List<@TagName String> tags) {}

    @ParameterizedTest
    @ValueSource(strings = {"web-1", "web-1.example.com", "a", "1"})
    void hostNamesAreThoseOfTheNet(String name) {
        assertThat(Constraints.brokenBy(new Names(name, null, List.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-web", "web_1", ".example.com", "web..example.com", "web 1"})
    void whatIsNoHostNameIsRefused(String name) {
        assertThat(Constraints.brokenBy(new Names(name, null, List.of()))).containsExactly("host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "2001:db8::1", "::1"})
    void addressesOfBothFamiliesAreTaken(String address) {
        assertThat(Constraints.brokenBy(new Names(null, address, List.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.256", "10.0.0", "host.example", "fe80::1%eth0", "10.0.0.5/8", "1"})
    void whatIsNoAddressIsRefused(String address) {
        assertThat(Constraints.brokenBy(new Names(null, address, List.of()))).containsExactly("address");
    }

    /** Or else a unique index would take them for two. */
    @ParameterizedTest
    @CsvSource({"2001:DB8:0:0::1, 2001:db8::1", "2001:db8::1, 2001:db8:0:0:0:0:0:1"})
    void oneAddressWrittenTwoWaysIsOneAddress(String one, String other) {
        assertThat(IpAddress.Check.canonical(one)).isEqualTo(IpAddress.Check.canonical(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssd", "rack:7", "a/b=c", "1.2"})
    void tagsAreWords(String tag) {
        assertThat(Constraints.brokenBy(new Names(null, null, List.of(tag)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "-a", "ä"})
    void whatIsNoTagIsRefused(String tag) {
        assertThat(Constraints.brokenBy(new Names(null, null, List.of(tag)))).containsExactly("tags");
    }

    @Test
    void jsonObjectIsKeptAsItIs() {
        JsonObjectColumn column = new JsonObjectColumn();
        JsonObject object = new JsonObject(Map.of("ports", List.of(80, 443), "asn", Map.of("number", 64512)));
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(object)))
                .isEqualTo(object);
        assertThat(column.convertToDatabaseColumn(null)).isNull();
        assertThat(column.convertToEntityAttribute(null)).isNull();
    }

    @Test
    void jsonObjectIsNotNestedTooDeep() {
        assertThat(nested(16).text()).contains("{}");
        Refused.forField("body", () -> nested(17));
    }

    @Test
    void jsonObjectIsNotTooLong() {
        Refused.forField("body", () -> new JsonObject(Map.of("text", "x".repeat(16_384))));
    }

    private static JsonObject nested(int depth) {
        Map<String, @Nullable Object> object = Map.of();
        for (int level = 1; level < depth; level++) {
            object = Map.of("a", object);
        }
        return new JsonObject(object);
    }
}
