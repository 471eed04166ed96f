package io.skyholm.agent.network;

/**
 * One element of a set or map of nftables.
 *
 * @param set with its table and family
 * @param value what the map has for that key; empty in a set
 */
record SetElement(String set, String key, String value) {

    String added() {
        return "add element " + set + " { " + key + (value.isEmpty() ? "" : " : " + value) + " }\n";
    }

    String removed() {
        return "delete element " + set + " { " + key + " }\n";
    }
}
