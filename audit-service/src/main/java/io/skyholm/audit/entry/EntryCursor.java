package io.skyholm.audit.entry;

import io.skyholm.runtime.problem.Problem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** A place in the list of entries: behind the one that was done then. It stays right even when that one is archived. */
record EntryCursor(Instant createdAt, UUID id) {

    private static final int BYTES = 3 * Long.BYTES;

    static EntryCursor behind(AuditEntryView entry) {
        return new EntryCursor(entry.createdAt(), entry.id());
    }

    static EntryCursor parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                return read(ByteBuffer.wrap(bytes));
            }
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
        throw unknown();
    }

    String text() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    private static EntryCursor read(ByteBuffer buffer) {
        Instant createdAt = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
        return new EntryCursor(createdAt, new UUID(buffer.getLong(), buffer.getLong()));
    }

    private static Problem unknown() {
        return Problem.invalid("cursor", "must be the nextCursor of an earlier answer");
    }
}
