package io.skyholm.runtime.sample;

/** How far a note has come. */
public enum NoteState {
    NEW,
    FILED
}
