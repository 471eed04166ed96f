package io.skyholm.runtime.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** With what somebody proved who they are; the id names the session or the key, never its secret. */
public record Credential(Kind kind, @Nullable UUID id) {

    /** The kinds of credential. */
    public enum Kind {
        SESSION,
        API_KEY
    }

    static Credential session(@Nullable UUID id) {
        return new Credential(Kind.SESSION, id);
    }

    static Credential apiKey(UUID id) {
        return new Credential(Kind.API_KEY, id);
    }

    /** As audit writes it. */
    @Override
    public String toString() {
        String name = kind == Kind.API_KEY ? "api-key" : "session";
        return id == null ? name : name + ":" + id;
    }
}
