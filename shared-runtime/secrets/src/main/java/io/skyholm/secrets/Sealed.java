package io.skyholm.secrets;

/** A text that only who has the key of that id can read. */
public record Sealed(String keyId, String text) {}
