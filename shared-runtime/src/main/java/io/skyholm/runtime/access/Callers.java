package io.skyholm.runtime.access;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.rights.HeldRight;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls and what they may do now, without asking another service: the credential says who, and the facts that
 * came from identity say what has become of them. What was found is remembered for two seconds, so that a change is felt
 * everywhere well within five.
 */
@ApplicationScoped
public class Callers {

    private final TokenVerifier tokens;
    private final KnownStore known;
    private final SecondFactorRule secondFactor;
    private final KeyUses uses;
    private final CalendarClock clock;
    private final CallerCache<TokenClaims, CallerStatus> statuses = new CallerCache<>();
    private final CallerCache<String, Optional<KnownKey>> keys = new CallerCache<>();

    Callers(TokenVerifier tokens, KnownStore known, SecondFactorRule secondFactor, KeyUses uses, CalendarClock clock) {
        this.tokens = tokens;
        this.known = known;
        this.secondFactor = secondFactor;
        this.uses = uses;
        this.clock = clock;
    }

    /** Who bears that token or API key; fails with a problem if they may not come in. */
    public Uni<Caller> bearing(String credential, @Nullable String address) {
        return ApiKeyText.isOne(credential) ? withKey(credential, address) : withToken(credential);
    }

    /**
     * Whether a user still has the permission by which they asked for what is done since, with that API key if it was one. Of a user of whom
     * nothing is known here nothing is said against; a key was known when it was used.
     */
    public Uni<HeldRight> held(UUID user, @Nullable UUID key, Permission permission) {
        return key == null
                ? known.ofUser(user).map(found -> found.map(status -> status.held(permission))
                        .orElse(HeldRight.EVERYWHERE))
                : known.ofKey(key).map(found -> found.map(one -> one.held(permission, clock.instant()))
                        .orElseGet(KnownKey::lost));
    }

    private Uni<Caller> withToken(String token) {
        return tokens.verify(token).chain(claims -> statuses.of(claims, () -> known.ofToken(claims))
                .map(status -> admit(claims, status)));
    }

    private Caller admit(TokenClaims claims, CallerStatus status) {
        status.checkWelcome();
        status.checkCurrent(claims.issuedAt());
        secondFactor.check(claims, status);
        return new Caller(
                claims.userId(),
                claims.username(),
                claims.tenantId(),
                status.roles(),
                status.rights(),
                null,
                status.readOnly(),
                claims.credential(),
                status.recordedReads(),
                null);
    }

    private Uni<Caller> withKey(String text, @Nullable String address) {
        String hash = ApiKeyText.hash(text);
        return keys.of(hash, () -> known.ofKey(hash)).map(found -> {
            KnownKey key = found.orElseThrow(() -> Problem.unauthenticated("There is no such API key"));
            Caller caller = key.admit(address, clock.instant());
            uses.seen(key, address);
            return caller;
        });
    }
}
