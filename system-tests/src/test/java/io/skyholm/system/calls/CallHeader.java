package io.skyholm.system.calls;

/** A header that a call sends. */
public record CallHeader(String name, String value) {}
