package io.skyholm.events;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of event: its CloudEvents type, what it carries, and when it happens.
 *
 * @param name context, aggregate, past participle and version, as in {@code identity.tenant.created.v1}
 * @param payload the record that an event of this type carries
 * @param summary one sentence for whoever reads the catalogue
 */
public record EventType<T extends Fact>(String name, Class<T> payload, String summary) {

    private static final Pattern NAME = Pattern.compile(
            "(?<context>[a-z-]+)\\.(?<aggregate>[a-z-]+)\\.(?<happened>[a-z-]+)\\.(?<version>v[1-9][0-9]*)");

    public EventType {
        partOf(name, "happened");
    }

    /** The topic of the aggregate, which holds the events of one aggregate in their order. */
    public String topic() {
        return context() + "." + aggregate();
    }

    /** The context that publishes it, as in {@code identity}. */
    public String context() {
        return partOf(name, "context");
    }

    /** What it happens to, as in {@code tenant}. */
    public String aggregate() {
        return partOf(name, "aggregate");
    }

    /** What happened, as in {@code created}. */
    public String happened() {
        return partOf(name, "happened");
    }

    /** The name of the payload's schema, which all types of one topic and version share. */
    public String schemaName() {
        return topic() + "." + partOf(name, "version");
    }

    /** Whether a type may be named so, whether or not there is one now. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static String partOf(String name, String part) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not an event type like identity.tenant.created.v1: " + name);
        }
        return matcher.group(part);
    }
}
