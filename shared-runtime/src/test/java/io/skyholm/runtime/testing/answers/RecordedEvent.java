package io.skyholm.runtime.testing.answers;

/**
 * An event that a stream of the service under test told a test.
 *
 * @param path of the stream, without its query
 * @param name what kind of event it is
 * @param data its JSON
 */
public record RecordedEvent(String path, String name, String data) {}
