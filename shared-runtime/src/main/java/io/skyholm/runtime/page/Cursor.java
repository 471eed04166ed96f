package io.skyholm.runtime.page;

import io.skyholm.runtime.problem.Problem;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** A place in a list: behind the row of that id. It stays right whatever is added or removed meanwhile. */
public record Cursor(UUID id) {

    private static final int BYTES = 16;

    static Cursor after(UUID id) {
        return new Cursor(id);
    }

    static Cursor parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new Cursor(new UUID(buffer.getLong(), buffer.getLong()));
            }
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
        throw unknown();
    }

    String text() {
        ByteBuffer buffer =
                ByteBuffer.allocate(BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    private static Problem unknown() {
        return Problem.invalid("cursor", "must be the nextCursor of an earlier answer");
    }
}
