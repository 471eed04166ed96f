package io.skyholm.agent.network.host;

/**
 * One of the rules by which is chosen which table of routes is asked. One of its priority and for its table is the same, whatever it selects.
 *
 * @param selector what it is for, as {@code ip} is told of it; empty for everything
 * @param table the name or the number of a table, and what of it counts
 */
public record PolicyRule(int priority, String selector, String table, String options) {

    String key() {
        return priority + " " + table;
    }

    String added() {
        return "rule add priority " + priority + " " + selector + " lookup " + table + " " + options;
    }
}
