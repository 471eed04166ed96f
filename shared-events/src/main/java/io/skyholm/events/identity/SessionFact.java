package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A login that lasts: its tokens are refused once it has ended. */
@JsonClassDescription("A session: what began with a login, and the tokens that came of it.")
public record SessionFact(
        @JsonPropertyDescription(
                "Follows from the claim sid of the session's tokens: that itself if it is a UUID, else its name-based UUID.")
        UUID id,

        @JsonPropertyDescription("Counts the changes of this session; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,
        UUID userId,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastActivityAt,

        @JsonPropertyDescription("When it ends by itself at the latest.")
        Instant expiresAt,

        @JsonPropertyDescription("When it was ended; its tokens are refused from then on.") @Nullable Instant endedAt)
        implements Fact {

    private static final Pattern UUID_SHAPE = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** The id of the session whose tokens carry this claim {@code sid}, which Keycloak does not always make a UUID. */
    public static UUID idOf(String sid) {
        return UUID_SHAPE.matcher(sid).matches()
                ? UUID.fromString(sid)
                : UUID.nameUUIDFromBytes(sid.getBytes(StandardCharsets.UTF_8));
    }
}
