package io.skyholm.identity.keycloak;

import static io.skyholm.identity.keycloak.KeycloakFailures.status;

import io.skyholm.events.identity.SessionFact;
import io.skyholm.identity.keycloak.KeycloakAdmin.Credential;
import io.skyholm.identity.keycloak.KeycloakAdmin.Found;
import io.skyholm.identity.keycloak.KeycloakAdmin.Import;
import io.skyholm.identity.keycloak.KeycloakAdmin.Session;
import io.skyholm.identity.keycloak.KeycloakAdmin.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Keycloak as the directory of credentials. */
@ApplicationScoped
class KeycloakDirectory implements Directory {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final Pattern IMPORTED = Pattern.compile("users/[^/]+");
    private static final Set<String> OURS = Set.of("USER", "USER_SESSION");
    private static final Duration BRIEFLY = Duration.ofMillis(50);
    private static final Duration AT_MOST = Duration.ofMillis(800);

    /** For how long a call that met another is repeated. */
    private static final Duration COLLISIONS = Duration.ofSeconds(5);

    private static final String EMAIL_VERIFIED = "emailVerified";

    private final KeycloakAdmin keycloak;
    private final KeycloakToken token;
    private final FirstAdministrator firstAdministrator;

    KeycloakDirectory(@RestClient KeycloakAdmin keycloak, KeycloakToken token, FirstAdministrator firstAdministrator) {
        this.keycloak = keycloak;
        this.token = token;
        this.firstAdministrator = firstAdministrator;
    }

    @Override
    public Uni<Void> isThere() {
        return asAdministrator(keycloak::count).replaceWithVoid();
    }

    @Override
    public Uni<Void> put(DirectoryUser user) {
        return asAdministrator(bearer -> keycloak.update(bearer, user.id(), representation(user, null))
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .recoverWithUni(() -> keycloak.create(bearer, imported(user)))
                .onFailure(failure -> status(failure) == CONFLICT)
                .recoverWithUni(conflict -> settle(bearer, user, conflict)));
    }

    /** Somebody else has the name or the address there, unless only another replica has just made the user. */
    private Uni<Void> settle(String bearer, DirectoryUser user, Throwable conflict) {
        return Uni.combine()
                .all()
                .unis(
                        keycloak.find(bearer, true, user.username(), null),
                        keycloak.find(bearer, true, null, user.email()))
                .with((named, addressed) -> others(user, named, addressed))
                .chain(others -> others.isEmpty()
                        ? keycloak.update(bearer, user.id(), representation(user, null))
                        : Uni.createFrom().failure(new DirectoryConflict(others, conflict)));
    }

    static Set<UUID> others(DirectoryUser user, List<Found> named, List<Found> addressed) {
        return Stream.concat(named.stream(), addressed.stream())
                .map(Found::id)
                .filter(id -> !id.equals(user.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The domain is one that mail never reaches. */
    @Override
    public Uni<Void> clearAddress(UUID id) {
        return asAdministrator(bearer -> keycloak.get(bearer, id)
                .chain(user -> keycloak.update(
                        bearer, id, with(user, Map.of("email", id + "@moved.invalid", EMAIL_VERIFIED, false))))
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .recoverWithNull());
    }

    @Override
    public Uni<Void> requireTotp(UUID id, boolean required) {
        return asAdministrator(bearer -> keycloak.get(bearer, id).chain(user -> {
            List<String> asked = RequiredActions.of(user);
            if (asked.contains(RequiredActions.TOTP) == required) {
                return Uni.createFrom().voidItem();
            }
            return required
                    ? askUnlessKnown(bearer, id, user)
                    : keycloak.update(bearer, id, RequiredActions.withoutTotp(user));
        }));
    }

    /** A session that a password alone began would go on without a second factor. */
    private Uni<Void> askUnlessKnown(String bearer, UUID id, Map<String, Object> user) {
        return keycloak.proofs(bearer, id)
                .chain(proofs -> proofs.stream().anyMatch(proof -> proof.type().equals("otp"))
                        ? Uni.createFrom().voidItem()
                        : keycloak.update(bearer, id, RequiredActions.withTotp(user))
                                .chain(() -> keycloak.logout(bearer, id)));
    }

    private static Map<String, Object> with(Map<String, Object> user, Map<String, Object> changed) {
        Map<String, Object> whole = new HashMap<>(user);
        whole.putAll(changed);
        return whole;
    }

    @Override
    public Uni<List<DirectorySession>> sessions(UUID userId) {
        return asAdministrator(bearer -> keycloak.sessions(bearer, userId))
                .map(found -> found.stream().map(KeycloakDirectory::session).toList())
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .recoverWithItem(List.of());
    }

    private static DirectorySession session(Session session) {
        return new DirectorySession(
                SessionFact.idOf(session.id()),
                session.ipAddress(),
                Instant.ofEpochMilli(session.start()),
                Instant.ofEpochMilli(session.lastAccess()));
    }

    @Override
    public Uni<Void> endSession(UUID userId, UUID sessionId) {
        return alone(bearer -> keycloak.sessions(bearer, userId)
                .chain(found -> found.stream()
                        .map(Session::id)
                        .filter(sid -> SessionFact.idOf(sid).equals(sessionId))
                        .findFirst()
                        .map(sid -> keycloak.endSession(bearer, sid))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .recoverWithNull());
    }

    @Override
    public Uni<Void> endSessions(UUID userId) {
        return alone(bearer -> keycloak.logout(bearer, userId)
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .recoverWithNull());
    }

    @Override
    public Uni<List<DirectoryEvent>> events(Set<DirectoryEvent.Kind> kinds, Instant since, int first, int most) {
        List<String> types = kinds.stream().map(Enum::name).toList();
        return asAdministrator(bearer ->
                        keycloak.events(bearer, types, Long.toString(since.toEpochMilli()), "asc", first, most))
                .map(found -> found.stream().map(KeycloakEventParser::read).toList());
    }

    @Override
    public Uni<List<DirectoryChange>> changes(Instant since, int first, int most) {
        return asAdministrator(
                        bearer -> keycloak.adminEvents(bearer, Long.toString(since.toEpochMilli()), "asc", first, most))
                .map(found -> found.stream().map(KeycloakEventParser::read).toList());
    }

    /** Whatever else is done with our account, such as to clients or roles, is not ours to do. */
    @Override
    public boolean isOurs(DirectoryChange change) {
        boolean ofUsers = OURS.contains(String.valueOf(change.resourceType())) || isImportOfUser(change);
        return token.subject().equals(change.administratorId()) && ofUsers && change.error() == null;
    }

    /** Keycloak notes a user who is imported as a change of the realm. */
    private static boolean isImportOfUser(DirectoryChange change) {
        return change.operation().equals("CREATE")
                && IMPORTED.matcher(String.valueOf(change.resourcePath())).matches();
    }

    @Override
    public Uni<Void> remove(UUID id) {
        return asAdministrator(bearer -> keycloak.delete(bearer, id)
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .recoverWithNull());
    }

    @Override
    public Uni<Void> setPassword(UUID id, String password, boolean temporary) {
        return alone(bearer -> keycloak.resetPassword(bearer, id, Credential.password(password, temporary)))
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .transform(DirectoryUserNotFound::new)
                .onFailure(failure -> status(failure) == BAD_REQUEST)
                .transform(DirectoryRefusal::new);
    }

    private Import imported(DirectoryUser user) {
        List<Credential> credentials = firstAdministrator
                .password(user.id())
                .map(password -> List.of(Credential.password(password, firstAdministrator.startsAfresh())))
                .orElse(null);
        return new Import("FAIL", List.of(representation(user, credentials)));
    }

    private static User representation(DirectoryUser user, @Nullable List<Credential> credentials) {
        return new User(
                user.id(),
                user.username(),
                user.email(),
                user.emailVerified(),
                user.firstName(),
                user.lastName(),
                user.enabled(),
                Map.of("tenant_id", List.of(user.tenantId().toString()), "roles", user.roles()),
                credentials);
    }

    /** As {@link #asAdministrator}, and again if somebody else did something to the same user at that moment. */
    private <T> Uni<T> alone(Function<String, Uni<T>> call) {
        return asAdministrator(bearer -> call.apply(bearer)
                .onFailure(KeycloakFailures::isCollision)
                .retry()
                .withBackOff(BRIEFLY, AT_MOST)
                .withJitter(1)
                .expireIn(COLLISIONS.toMillis())
                .onFailure(KeycloakFailures::isCollision)
                .transform(DirectoryUnavailable::new));
    }

    private <T> Uni<T> asAdministrator(Function<String, Uni<T>> call) {
        return token.bearer()
                .<T>chain(call::apply)
                .onFailure(failure -> status(failure) == UNAUTHORIZED)
                .recoverWithUni(() -> {
                    token.forget();
                    return token.bearer().<T>chain(call::apply);
                })
                .onFailure(KeycloakFailures::isAway)
                .transform(DirectoryUnavailable::new);
    }
}
