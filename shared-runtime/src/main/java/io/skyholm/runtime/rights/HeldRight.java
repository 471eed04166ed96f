package io.skyholm.runtime.rights;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody still has the right by which they asked for something that goes on without them.
 *
 * @param refusal why they have not, for a person; null if they have
 * @param groups of what users own it holds only for what belongs to members of these; null for all of it
 */
public record HeldRight(@Nullable String refusal, @Nullable Set<UUID> groups) {

    /** It holds for all that the tenant has. */
    public static final HeldRight EVERYWHERE = new HeldRight(null, null);

    /** They have not got it any more. */
    public static HeldRight lost(String reason) {
        return new HeldRight(reason, null);
    }

    /** They have it, within those groups if there is a limit. */
    public static HeldRight within(Optional<Set<UUID>> groups) {
        return new HeldRight(null, groups.orElse(null));
    }

    /** Whether they have it for some of what users own alone. */
    public boolean isLimited() {
        return groups != null;
    }
}
