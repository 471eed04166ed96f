/**
 * Mail to people. Whoever wants one sent writes it in their transaction, so that it leaves exactly if the change that wants
 * it commits; a reconciler hands it to a server, or into a folder, and gives up after a day. Texts are templates of the
 * service; limits count what somebody unknown asks for, so that nobody can have others flooded. A service that depends on
 * this module has its tables.
 */
@NullMarked
package io.skyholm.mail;

import org.jspecify.annotations.NullMarked;
