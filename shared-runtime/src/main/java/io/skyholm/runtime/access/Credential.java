package io.skyholm.runtime.access;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** With what somebody proved who they are; the id names the session, the key or the account, never its secret. */
public record Credential(Kind kind, @Nullable UUID id) {

    /** The kinds of credential. */
    public enum Kind {
        SESSION,
        API_KEY,
        SERVICE_ACCOUNT
    }

    static Credential session(@Nullable UUID id) {
        return new Credential(Kind.SESSION, id);
    }

    static Credential serviceAccount(UUID id) {
        return new Credential(Kind.SERVICE_ACCOUNT, id);
    }

    static Credential apiKey(UUID id) {
        return new Credential(Kind.API_KEY, id);
    }

    /** The API key that it is; null for another. */
    public @Nullable UUID apiKey() {
        return kind == Kind.API_KEY ? id : null;
    }

    /** The session that it is; null for another, and for a token that comes of none. */
    public @Nullable UUID session() {
        return kind == Kind.SESSION ? id : null;
    }

    /** As audit writes it. */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return id == null ? name : name + ":" + id;
    }
}
