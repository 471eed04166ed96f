package io.skyholm.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The administration by a launcher that dies when it has made so many changes. */
final class DyingAdministration extends KeycloakAdministration {

    /** The end of that launcher. */
    static final class Died extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }

    private int left;

    DyingAdministration(KeycloakAdministration same, int changes) {
        super(same);
        this.left = changes;
    }

    @Override
    void send(String method, String path, @Nullable JsonNode body) {
        super.send(method, path, body);
        changed();
    }

    @Override
    String make(String path, JsonNode body) {
        String id = super.make(path, body);
        changed();
        return id;
    }

    private void changed() {
        left--;
        if (left == 0) {
            throw new Died();
        }
    }
}
