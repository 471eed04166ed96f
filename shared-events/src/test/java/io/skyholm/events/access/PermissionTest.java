package io.skyholm.events.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.skyholm.events.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

    @Test
    void nameIsResourceTypeAndAction() {
        assertThat(new Permission(ResourceType.INSTANCE_SET, Action.CREATE).name())
                .isEqualTo("INSTANCE_SET:CREATE");
    }

    @Test
    void everyNameIsReadBack() {
        assertThat(Permission.all())
                .hasSize(ResourceType.values().length * Action.values().length)
                .allSatisfy(permission ->
                        assertThat(Permission.parse(permission.name())).isEqualTo(permission));
    }

    @Test
    void jsonIsTheName() {
        Permission permission = new Permission(ResourceType.WALLET, Action.READ);

        assertThat(EventJson.write(permission)).isEqualTo("\"WALLET:READ\"");
        assertThat(EventJson.read("\"WALLET:READ\"", Permission.class)).isEqualTo(permission);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INSTANCE", "INSTANCE:", ":CREATE", "instance:create", "INSTANCE:CREATE:ALL"})
    void otherNamesAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Permission.parse(name));
    }
}
