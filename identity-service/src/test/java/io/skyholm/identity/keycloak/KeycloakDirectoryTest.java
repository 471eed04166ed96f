package io.skyholm.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who has a user's name or address in Keycloak. */
class KeycloakDirectoryTest {

    private final UUID id = UUID.randomUUID();
    private final DirectoryUser user =
            new DirectoryUser(id, UUID.randomUUID(), "ada", "ada@example.com", true, null, null, List.of("USER"), true);

    @Test
    void everybodyElseWhoHasTheNameOrTheAddressGivesThemBack() {
        KeycloakAdmin.Found named = new KeycloakAdmin.Found(UUID.randomUUID());
        KeycloakAdmin.Found addressed = new KeycloakAdmin.Found(UUID.randomUUID());
        assertThat(KeycloakDirectory.others(user, List.of(named), List.of(addressed)))
                .containsExactlyInAnyOrder(named.id(), addressed.id());
    }

    @Test
    void whoHasBothIsNamedOnce() {
        KeycloakAdmin.Found other = new KeycloakAdmin.Found(UUID.randomUUID());
        assertThat(KeycloakDirectory.others(user, List.of(other), List.of(other)))
                .containsExactly(other.id());
    }

    @Test
    void userWhomAnotherReplicaHasJustMadeStandsInNobodysWay() {
        List<KeycloakAdmin.Found> themselves = List.of(new KeycloakAdmin.Found(id));
        assertThat(KeycloakDirectory.others(user, themselves, themselves)).isEmpty();
        assertThat(KeycloakDirectory.others(user, List.of(), List.of())).isEmpty();
    }
}
