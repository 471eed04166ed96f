package io.skyholm.identity.apikey;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.AddressBlock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the key reaches with which somebody calls: with it they make, change and revoke no key that reaches further. Whoever
 * finds a narrow key could otherwise make a wide one of it.
 *
 * @param generation of the key: whoever changes it changes what its bearer may do
 * @param permissions what it allows; null for all that its owner may do
 * @param groupId the project beyond which it does not reach; null for all that its owner may reach
 * @param allowedAddresses from where it may be used; none for anywhere
 * @param expiresAt until when; null for ever
 */
record KeyBounds(
        long generation,
        @Nullable Set<Permission> permissions,
        @Nullable UUID groupId,
        Set<String> allowedAddresses,
        @Nullable Instant expiresAt) {

    /** Of somebody who calls with no key. */
    static final KeyBounds NONE = new KeyBounds(0, null, null, Set.of(), null);

    static KeyBounds of(ApiKeyView key) {
        List<Permission> permissions = key.permissions();
        return new KeyBounds(
                key.generation(),
                permissions == null ? null : Set.copyOf(permissions),
                key.groupId(),
                Set.copyOf(key.allowedAddresses()),
                key.expiresAt());
    }

    /** The same command, where what it leaves open is as here. */
    CreateApiKey within(CreateApiKey command) {
        return new CreateApiKey(
                command.name(),
                command.permissions(),
                command.groupId() == null ? groupId : command.groupId(),
                command.allowedAddresses().isEmpty() ? allowedAddresses : command.allowedAddresses(),
                command.expiresAt() == null ? expiresAt : command.expiresAt());
    }

    /** Refuses a key that reaches further. */
    void check(ApiKey key) {
        if (!cover(key)) {
            throw ApiKeyProblems.beyondYours();
        }
    }

    /** Whether that key reaches no further. */
    boolean cover(ApiKey key) {
        return allow(key.permissions())
                && (groupId == null || groupId.equals(key.groupId))
                && outlast(key.expiresAt)
                && cover(List.of(key.allowedAddresses));
    }

    /** Has the key reach no further; false where it has another project, or no address would be left from which it may be used. */
    boolean narrow(ApiKey key) {
        if (groupId != null && key.groupId != null && !groupId.equals(key.groupId)) {
            return false;
        }
        List<Permission> held = key.permissions();
        if (permissions != null) {
            key.permissions = ApiKey.names(held == null ? permissions : common(held));
        }
        key.groupId = groupId == null ? key.groupId : groupId;
        if (!outlast(key.expiresAt)) {
            key.expiresAt = expiresAt;
        }
        if (!cover(List.of(key.allowedAddresses))) {
            key.allowedAddresses = common(key.allowedAddresses);
        }
        return key.allowedAddresses.length > 0 || allowedAddresses.isEmpty();
    }

    private Set<Permission> common(List<Permission> held) {
        return held.stream().filter(permission -> allow(List.of(permission))).collect(Collectors.toSet());
    }

    /** Of two blocks that overlap one lies within the other. */
    private String[] common(String[] others) {
        if (others.length == 0) {
            return allowedAddresses.stream().sorted().toArray(String[]::new);
        }
        Stream<String> theirs = Stream.of(others).filter(this::covers);
        Stream<String> ours = allowedAddresses.stream().filter(mine -> Stream.of(others)
                .anyMatch(other -> AddressBlock.parse(other).covers(AddressBlock.parse(mine))));
        return Stream.concat(theirs, ours).distinct().sorted().toArray(String[]::new);
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
