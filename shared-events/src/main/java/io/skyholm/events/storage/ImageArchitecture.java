package io.skyholm.events.storage;

/** The processors that an image runs on. */
public enum ImageArchitecture {
    X86_64,
    AARCH64
}
