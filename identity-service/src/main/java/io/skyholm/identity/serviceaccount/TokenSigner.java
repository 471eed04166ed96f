package io.skyholm.identity.serviceaccount;

import io.skyholm.runtime.access.ServiceTokens;
import io.skyholm.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs the tokens of service accounts with a key that identity alone has. */
@Singleton
class TokenSigner {

    private static final Duration UNTIL_CONFIGURED = Duration.ofMinutes(5);

    private final Optional<RsaJsonWebKey> key;

    TokenSigner(@ConfigProperty(name = "skyholm.service-tokens.signing-key") Optional<String> key) {
        this.key = key.map(TokenSigner::read);
    }

    private static RsaJsonWebKey read(String text) {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(text);
        } catch (JoseException | ClassCastException notAKey) {
            throw new IllegalArgumentException(
                    "SKYHOLM_SERVICE_TOKEN_SIGNING_KEY is no private RSA key (RFC 7517)", notAKey);
        }
    }

    /** A signature takes about a millisecond, in which others would wait: it leaves the event loop, and comes back to it. */
    Uni<TokenView> sign(AccountTokens.Admitted admitted) {
        RsaJsonWebKey signing = key.orElseThrow(
                () -> Problem.unavailable("This platform issues no tokens to service accounts", UNTIL_CONFIGURED));
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> signed(admitted, signing))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(command -> caller.runOnContext(ignored -> command.run()));
    }

    private static TokenView signed(AccountTokens.Admitted admitted, RsaJsonWebKey key) {
        AccountTokens.Proven account = admitted.account();
        NumericDate issuedAt = NumericDate.fromMilliseconds(admitted.issuedAt().toEpochMilli());
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ServiceTokens.ISSUER);
        claims.setAudience(ServiceTokens.AUDIENCE);
        claims.setSubject(account.id().toString());
        claims.setIssuedAt(issuedAt);
        claims.setExpirationTime(NumericDate.fromSeconds(issuedAt.getValue() + ServiceTokens.LONGEST.toSeconds()));
        claims.setGeneratedJwtId();
        claims.setStringClaim("preferred_username", "service-account/" + account.name());
        claims.setStringClaim("tenant_id", account.tenantId().toString());
        claims.setStringListClaim("roles", account.roles());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(ServiceTokens.ALGORITHM);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return new TokenView(signature.getCompactSerialization(), "Bearer", ServiceTokens.LONGEST.toSeconds());
        } catch (JoseException cannotSign) {
            throw new IllegalStateException("A token cannot be signed", cannotSign);
        }
    }
}
