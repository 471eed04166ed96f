package io.skyholm.runtime.access;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.problem.Problem;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads a caller from the claims of a verified token. */
final class CallerClaims {

    private CallerClaims() {}

    static Caller read(JsonWebToken claims) {
        Set<String> roles = texts(claims.getClaim("roles")).collect(Collectors.toUnmodifiableSet());
        return new Caller(
                id(claims.getSubject(), "sub"),
                claims.getName(),
                id(claims.getClaim("tenant_id"), "tenant_id"),
                roles,
                permissions(roles));
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

    private static Set<Permission> permissions(Set<String> roles) {
        return Stream.of(BuiltInRole.values())
                .filter(role -> roles.contains(role.name()))
                .flatMap(role -> role.permissions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
