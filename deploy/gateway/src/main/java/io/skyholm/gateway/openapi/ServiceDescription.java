package io.skyholm.gateway.openapi;

import io.vertx.core.json.JsonObject;

/**
 * What one service says about itself.
 *
 * @param service its name
 * @param document its OpenAPI document, already reduced to what is public
 */
record ServiceDescription(String service, JsonObject document) {}
