package io.skyholm.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How far a key reaches that is made, changed or revoked with another. */
class KeyBoundsTest {

    private static final Instant MAY = Instant.parse("2030-05-01T00:00:00Z");
    private static final Permission READ = Permission.parse("USER:READ");
    private static final Permission WRITE = Permission.parse("USER:UPDATE");
    private static final KeyBounds NARROW = new KeyBounds(1, Set.of(READ), null, Set.of("192.0.2.0/24"), MAY);

    private final Caller owner = TestCallers.as(BuiltInRole.TENANT_ADMIN);

    static Stream<Arguments> keysThatReachFurther() {
        return Stream.of(
                Arguments.of(null, Set.of("192.0.2.7"), MAY),
                Arguments.of(Set.of(READ, WRITE), Set.of("192.0.2.7"), MAY),
                Arguments.of(Set.of(READ), Set.of(), MAY),
                Arguments.of(Set.of(READ), Set.of("192.0.2.7", "198.51.100.1"), MAY),
                Arguments.of(Set.of(READ), Set.of("192.0.0.0/16"), MAY),
                Arguments.of(Set.of(READ), Set.of("192.0.2.7"), null),
                Arguments.of(Set.of(READ), Set.of("192.0.2.7"), MAY.plusSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("keysThatReachFurther")
    void keyThatReachesFurtherIsRefused(
            @Nullable Set<Permission> permissions, Set<String> addresses, @Nullable Instant expiresAt) {
        assertThatThrownBy(() -> NARROW.check(key(permissions, addresses, expiresAt)))
                .hasMessageStartingWith("The key reaches further than the one you call with");
    }

    @ParameterizedTest
    @MethodSource("keysThatReachFurther")
    void whoCallsWithNoKeyIsBoundByNone(
            @Nullable Set<Permission> permissions, Set<String> addresses, @Nullable Instant expiresAt) {
        assertThatCode(() -> KeyBounds.NONE.check(key(permissions, addresses, expiresAt)))
                .doesNotThrowAnyException();
    }

    @Test
    void equalAndNarrowerKeysAreWithin() {
        assertThatCode(() -> NARROW.check(key(Set.of(READ), Set.of("192.0.2.0/24"), MAY)))
                .doesNotThrowAnyException();
        assertThatCode(() -> NARROW.check(key(Set.of(), Set.of("192.0.2.7"), MAY.minusSeconds(1))))
                .doesNotThrowAnyException();
    }

    @Test
    void whatANewKeyLeavesOpenIsAsInTheKeyThatMakesIt() {
        CreateApiKey open = NARROW.within(new CreateApiKey("heir", null, null, Set.of(), null));
        assertThat(open.allowedAddresses()).containsExactly("192.0.2.0/24");
        assertThat(open.expiresAt()).isEqualTo(MAY);
        CreateApiKey said = new CreateApiKey("heir", null, null, Set.of("192.0.2.7"), MAY.minusSeconds(1));
        assertThat(NARROW.within(said)).isEqualTo(said);
    }

    @Test
    void keyOfAProjectCoversThoseOfTheSameProjectAlone() {
        UUID project = UUID.randomUUID();
        KeyBounds bounds = new KeyBounds(1, null, project, Set.of(), null);
        assertThat(bounds.cover(keyOf(project))).isTrue();
        assertThat(bounds.cover(keyOf(UUID.randomUUID()))).isFalse();
        assertThat(bounds.cover(keyOf(null))).isFalse();
    }

    @Test
    void narrowedKeyTakesTheProjectOrCannotGoOnInAnother() {
        UUID project = UUID.randomUUID();
        KeyBounds bounds = new KeyBounds(1, null, project, Set.of(), null);
        ApiKey wide = keyOf(null);
        assertThat(bounds.narrow(wide)).isTrue();
        assertThat(wide.groupId).isEqualTo(project);
        assertThat(bounds.narrow(keyOf(UUID.randomUUID()))).isFalse();
    }

    private ApiKey keyOf(@Nullable UUID project) {
        return new ApiKey(
                owner,
                new CreateApiKey("farm", null, project, Set.of(), null),
                null,
                NewKey.make(),
                Revision.first(owner.id(), Instant.EPOCH));
    }

    private ApiKey key(@Nullable Set<Permission> permissions, Set<String> addresses, @Nullable Instant expiresAt) {
        return new ApiKey(
                owner,
                new CreateApiKey("farm", null, null, addresses, expiresAt),
                permissions,
                NewKey.make(),
                Revision.first(owner.id(), Instant.EPOCH));
    }
}
