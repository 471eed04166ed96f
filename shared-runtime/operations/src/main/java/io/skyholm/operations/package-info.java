/**
 * Changes that take time. A service begins an operation in the transaction of the command, notes its steps, and ends it; callers
 * list, watch, cancel and retry the operations of all services under one path, and the id of an operation says whose it is. What
 * an operation does, its service knows: an {@code OperationOwner} for each kind of resource. A service that depends on this
 * module has its table, and says with {@code OperationContract} how it tells of its operations.
 */
@NullMarked
package io.skyholm.operations;

import org.jspecify.annotations.NullMarked;
