package io.skyholm.runtime.access;

import io.skyholm.events.identity.SessionFact;
import io.skyholm.runtime.problem.Problem;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a verified token. */
final class CallerClaims {

    private CallerClaims() {}

    static TokenClaims ofPerson(JsonWebToken token) {
        return read(token, Credential.session(sessionId(token.getClaim("sid"))));
    }

    static TokenClaims ofServiceAccount(JsonWebToken token) {
        return read(token, Credential.serviceAccount(id(token.getSubject(), "sub")));
    }

    private static TokenClaims read(JsonWebToken token, Credential credential) {
        return new TokenClaims(
                id(token.getSubject(), "sub"),
                token.getName(),
                id(token.getClaim("tenant_id"), "tenant_id"),
                texts(token.getClaim("roles")).collect(Collectors.toUnmodifiableSet()),
                texts(token.getClaim("amr")).collect(Collectors.toUnmodifiableSet()),
                Instant.ofEpochSecond(token.getIssuedAtTime()),
                Instant.ofEpochSecond(token.getExpirationTime()),
                credential);
    }

    /** Not every token comes of a session. */
    private static @Nullable UUID sessionId(@Nullable Object claim) {
        return claim == null ? null : SessionFact.idOf(String.valueOf(claim));
    }

    private static UUID id(@Nullable Object claim, String name) {
        try {
            return UUID.fromString(String.valueOf(claim));
        } catch (IllegalArgumentException notAnId) {
            throw Problem.unauthenticated("The token names no " + name);
        }
    }

    private static Stream<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> values ? values.stream().map(CallerClaims::text) : Stream.empty();
    }

    private static String text(Object value) {
        return value instanceof JsonString json ? json.getString() : value.toString();
    }
}
