/** One OpenAPI document made from every service's own. */
@NullMarked
package io.skyholm.gateway.openapi;

import org.jspecify.annotations.NullMarked;
