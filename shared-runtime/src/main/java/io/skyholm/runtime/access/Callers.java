package io.skyholm.runtime.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls and what they may do now, without asking another service: the credential says who, and the facts that
 * came from identity say what has become of them. What was found is remembered for two seconds, so that a change is felt
 * everywhere well within five.
 */
@ApplicationScoped
public class Callers {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MOST_REMEMBERED = 20_000;

    private final TokenVerifier tokens;
    private final KnownStore known;
    private final KeyUses uses;
    private final CalendarClock clock;
    private final AsyncCache<TokenClaims, CallerStatus> standings = cache();
    private final AsyncCache<String, Optional<KnownKey>> keys = cache();

    Callers(TokenVerifier tokens, KnownStore known, KeyUses uses, CalendarClock clock) {
        this.tokens = tokens;
        this.known = known;
        this.uses = uses;
        this.clock = clock;
    }

    /** Who bears that token or API key; fails with a problem if they may not come in. */
    public Uni<Caller> bearing(String credential, @Nullable String address) {
        return ApiKeyText.isOne(credential) ? withKey(credential, address) : withToken(credential);
    }

    private Uni<Caller> withToken(String token) {
        return tokens.verify(token).chain(claims -> remembered(standings, claims, () -> known.ofToken(claims))
                .map(standing -> admit(claims, standing)));
    }

    static Caller admit(TokenClaims claims, CallerStatus standing) {
        standing.checkWelcome();
        standing.checkRoles(claims.credential().kind());
        standing.checkCurrent(claims.issuedAt());
        return new Caller(
                claims.userId(),
                claims.username(),
                claims.tenantId(),
                standing.roles(),
                standing.permissions(),
                standing.readOnly(),
                claims.credential(),
                standing.recordedReads());
    }

    private Uni<Caller> withKey(String text, @Nullable String address) {
        String hash = ApiKeyText.hash(text);
        return remembered(keys, hash, () -> known.ofKey(hash)).map(found -> {
            KnownKey key = found.orElseThrow(() -> Problem.unauthenticated("There is no such API key"));
            Caller caller = key.admit(address, clock.instant());
            uses.seen(key, address);
            return caller;
        });
    }

    /** Whoever waits for somebody else's look goes on where they were. */
    private static <K, V> Uni<V> remembered(AsyncCache<K, V> cache, K key, Supplier<Uni<V>> look) {
        Context caller = Vertx.currentContext();
        CompletableFuture<V> found =
                cache.get(key, (wanted, executor) -> look.get().subscribeAsCompletionStage());
        return found.isDone()
                ? Uni.createFrom().completionStage(found)
                : Uni.createFrom()
                        .completionStage(found)
                        .emitOn(command -> caller.runOnContext(ignored -> command.run()));
    }

    private static <K, V> AsyncCache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED)
                .buildAsync();
    }
}
