package io.skyholm.runtime.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Verifies tokens without a call: signature, issuer, audience and time. What was verified is remembered for a short
 * while, because checking a signature costs more than most of what follows it.
 */
@ApplicationScoped
class TokenVerifier {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_TOKEN = 8_192;

    private final JWTParser parser;
    private final ServiceTokens serviceTokens;
    private final Cache<String, TokenClaims> verified = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    TokenVerifier(JWTParser parser, ServiceTokens serviceTokens) {
        this.parser = parser;
        this.serviceTokens = serviceTokens;
    }

    /** What the token says; fails with a problem if it is not valid now. */
    Uni<TokenClaims> verify(String token) {
        TokenClaims known = verified.getIfPresent(token);
        if (known != null && RealTime.now().isBefore(known.expiresAt())) {
            return Uni.createFrom().item(known);
        }
        if (token.length() > LONGEST_TOKEN) {
            throw Problem.unauthenticated("The token is too long to be one of ours");
        }
        return onWorker(token).invoke(fresh -> verified.put(token, fresh));
    }

    /** Keys may have to be fetched, so this leaves the event loop, and comes back to it. */
    private Uni<TokenClaims> onWorker(String token) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> parse(token))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(command -> caller.runOnContext(ignored -> command.run()));
    }

    private TokenClaims parse(String token) {
        if (ServiceTokens.isOne(token)) {
            return serviceTokens.parse(token);
        }
        try {
            return CallerClaims.ofPerson(parser.parse(token));
        } catch (ParseException invalid) {
            throw Problem.unauthenticated("The token is not valid, or no longer");
        }
    }
}
