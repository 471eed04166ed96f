package io.skyholm.runtime.testing.rules;

/**
 * That a class uses a table.
 *
 * @param table its name, or {@link #UNREADABLE} if it is known at run time only
 * @param room the room of the class
 */
record TableUse(String table, boolean writes, String room, String user) {

    static final String UNREADABLE = "?";

    @Override
    public String toString() {
        return user + (writes ? " writes " : " reads ") + table;
    }
}
