/** PostgreSQL as the launcher sets it up: programs, roles, schemas, replication slots and the migrations of services. */
@NullMarked
package io.skyholm.local.database;

import org.jspecify.annotations.NullMarked;
