package io.skyholm.identity.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Permissions as callers and rows name them. */
class PermissionNamesTest {

    @Test
    void unknownPermissionIsRefusedByItsField() {
        assertThatThrownBy(() -> PermissionNames.parse(List.of("USER:READ", "CROWN:WEAR")))
                .hasMessageStartingWith("permissions ")
                .hasMessageContaining("CROWN:WEAR");
    }

    @Test
    void permissionsAreWrittenInOneOrder() {
        assertThat(PermissionNames.write(PermissionNames.parse(List.of("USER:READ", "ROLE:READ", "USER:READ"))))
                .isEqualTo(PermissionNames.write(PermissionNames.parse(List.of("ROLE:READ", "USER:READ"))))
                .hasSize(2);
    }
}
