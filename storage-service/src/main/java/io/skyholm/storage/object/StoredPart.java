package io.skyholm.storage.object;

/** A part of an object, and how many of its bytes count. */
public record StoredPart(String name, long sizeBytes) {}
