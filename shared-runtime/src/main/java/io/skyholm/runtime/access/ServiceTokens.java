package io.skyholm.runtime.access;

import io.skyholm.runtime.problem.Problem;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Verifies the tokens of service accounts: identity signs them, with keys that every service is given when it is deployed. */
@Singleton
public class ServiceTokens {

    /** Another issuer than Keycloak: with its keys nobody signs a token of a person. */
    public static final String ISSUER = "urn:skyholm:service-accounts";

    public static final String AUDIENCE = "skyholm";

    /** How identity signs them. */
    public static final String ALGORITHM = "RS256";

    /** What lasts longer was not issued by these rules. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int CLOCK_SKEW_SECONDS = 5;

    private final Optional<JwtConsumer> verifier;

    ServiceTokens(@ConfigProperty(name = "skyholm.service-tokens.keys") Optional<String> keys) {
        this.verifier = keys.map(ServiceTokens::verifier);
    }

    private static JwtConsumer verifier(String keys) {
        try {
            return new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHM))
                    .setExpectedIssuer(ISSUER)
                    .setExpectedAudience(AUDIENCE)
                    .setRequireSubject()
                    .setRequireIssuedAt()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes((int) LONGEST.toMinutes())
                    .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                    .build();
        } catch (JoseException notKeys) {
            throw new IllegalArgumentException("SKYHOLM_SERVICE_TOKEN_KEYS is no set of keys (RFC 7517)", notKeys);
        }
    }

    /** Whether the token claims to be one: who it is from decides by whose keys it is verified. */
    static boolean isOne(String token) {
        String[] parts = DOT.split(token, -1);
        try {
            return parts.length == 3
                    && ISSUER.equals(
                            JwtClaims.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                                    .getIssuer());
        } catch (IllegalArgumentException | InvalidJwtException | MalformedClaimException notAToken) {
            return false;
        }
    }

    TokenClaims parse(String token) {
        try {
            JwtClaims claims =
                    verifier.orElseThrow(ServiceTokens::notValid).process(token).getJwtClaims();
            return CallerClaims.ofServiceAccount(new DefaultJWTCallerPrincipal(claims));
        } catch (InvalidJwtException invalid) {
            throw notValid();
        }
    }

    private static Problem notValid() {
        return Problem.unauthenticated("The token is not valid, or no longer");
    }
}
