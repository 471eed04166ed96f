package io.skyholm.identity.apikey;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.AddressBlock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the key reaches with which somebody calls: with it they make, change and revoke no key that reaches further. Whoever
 * finds a narrow key could otherwise make a wide one of it.
 *
 * @param permissions what it allows; null for all that its owner may do
 * @param allowedAddresses from where it may be used; none for anywhere
 * @param expiresAt until when; null for ever
 */
record KeyBounds(
        @Nullable Set<Permission> permissions,
        Set<String> allowedAddresses,
        @Nullable Instant expiresAt) {

    /** Of somebody who calls with no key. */
    static final KeyBounds NONE = new KeyBounds(null, Set.of(), null);

    static KeyBounds of(ApiKeyView key) {
        List<Permission> permissions = key.permissions();
        return new KeyBounds(
                permissions == null ? null : Set.copyOf(permissions),
                Set.copyOf(key.allowedAddresses()),
                key.expiresAt());
    }

    /** The same command, where what it leaves open is as here. */
    CreateApiKey within(CreateApiKey command) {
        return new CreateApiKey(
                command.name(),
                command.permissions(),
                command.allowedAddresses().isEmpty() ? allowedAddresses : command.allowedAddresses(),
                command.expiresAt() == null ? expiresAt : command.expiresAt());
    }

    /** Refuses a key that reaches further. */
    void check(ApiKey key) {
        if (!allow(key.permissions()) || !outlast(key.expiresAt) || !cover(List.of(key.allowedAddresses))) {
            throw ApiKeyProblems.beyondYours();
        }
    }

    private boolean allow(@Nullable List<Permission> others) {
        return permissions == null || (others != null && permissions.containsAll(others));
    }

    private boolean outlast(@Nullable Instant other) {
        return expiresAt == null || (other != null && !other.isAfter(expiresAt));
    }

    private boolean cover(List<String> others) {
        return allowedAddresses.isEmpty()
                || (!others.isEmpty() && others.stream().allMatch(this::covers));
    }

    private boolean covers(String other) {
        AddressBlock block = AddressBlock.parse(other);
        return allowedAddresses.stream().map(AddressBlock::parse).anyMatch(mine -> mine.covers(block));
    }
}
