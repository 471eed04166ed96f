package io.skyholm.system.failures;

/** How many changes were acknowledged. */
record Acknowledged(int tenants, int renamings, int users) {

    static final Acknowledged NOTHING = new Acknowledged(0, 0, 0);

    int total() {
        return tenants + renamings + users;
    }

    Acknowledged plus(Acknowledged other) {
        return new Acknowledged(tenants + other.tenants, renamings + other.renamings, users + other.users);
    }
}
