package io.skyholm.gateway;

import java.util.Collection;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Which connection is closed for a new one when there are too many.
 *
 * @param open all, the oldest first
 * @param known how many of them are tenants'
 * @param most how many there may be
 * @param count how many a holder has
 */
record Replacement(Collection<OpenConnection> open, int known, int most, ToIntFunction<String> count) {

    /** Up to this part of all connections strangers replace tenants' idle ones, and beyond it each other's. */
    private static final double STRANGERS_SHARE = 0.5;

    /** One that does nothing if there is one, of the holder that has the most; else the oldest stranger's. */
    OpenConnection of(OpenConnection opened) {
        boolean fewStrangers = open.size() - known <= most * STRANGERS_SHARE;
        return idleOfLargest(opened, fewStrangers)
                .or(() -> idleOfLargest(opened, !fewStrangers))
                .or(() -> others(opened).filter(OpenConnection::isStrangers).findFirst())
                .orElse(opened);
    }

    private Optional<OpenConnection> idleOfLargest(OpenConnection opened, boolean ofTenants) {
        return others(opened)
                .filter(other -> other.isFree() && other.isStrangers() != ofTenants)
                .reduce((older, newer) -> countOf(newer) > countOf(older) ? newer : older);
    }

    private Stream<OpenConnection> others(OpenConnection opened) {
        return open.stream().filter(other -> other != opened);
    }

    private int countOf(OpenConnection connection) {
        return count.applyAsInt(connection.holder());
    }
}
