package io.skyholm.local.store;

import java.util.List;

/**
 * All that an object store has.
 *
 * @param unfinished uploads in parts that somebody began with the server and neither finished nor called off
 */
public record StoreContents(List<KeptObject> objects, List<KeptObject> unfinished) {}
