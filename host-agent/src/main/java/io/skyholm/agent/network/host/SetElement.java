package io.skyholm.agent.network.host;

/**
 * One element of a set or map of nftables.
 *
 * @param set with its table and family
 * @param value what the map has for that key; empty in a set
 */
public record SetElement(String set, String key, String value) {

    public String added() {
        return "add element " + set + " { " + key + (value.isEmpty() ? "" : " : " + value) + " }\n";
    }

    public String removed() {
        return "delete element " + set + " { " + key + " }\n";
    }
}
