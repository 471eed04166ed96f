package io.skyholm.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row and the column that a text is sealed for; it opens nowhere else. Otherwise whoever can write the database could copy
 * one tenant's secret into a row of their own and have the service show it to them.
 *
 * @param tenantId whose row it is; absent for what is the platform's
 */
public record SealedPlace(
        String table, String column, @Nullable UUID tenantId, UUID id) {

    /** What is authenticated with the text: never shown, and the same for this place alone. */
    byte[] bytes() {
        return "%s.%s %s %s".formatted(table, column, tenantId, id).getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return "%s.%s of the row %s".formatted(table, column, id);
    }
}
