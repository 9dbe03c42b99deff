package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** A method of the Bot API: what it answers as the result, or a refusal. */
@FunctionalInterface
interface Method {

    JsonNode answer(Call call) throws InterruptedException;
}
