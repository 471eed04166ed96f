package io.skyholm.runtime.sample;

/** How a note was meant. */
public enum NoteMood {
    CALM,
    URGENT
}
