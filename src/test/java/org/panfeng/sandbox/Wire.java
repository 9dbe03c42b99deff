package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** A bot without any library: what it sends and gets is what is on the wire. */
final class Wire {

    static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Wire(StandIn standIn) {
        this.base = standIn.url() + "/bot" + TOKEN + "/";
    }

    /** Single quotes in the JSON stand for double ones. */
    JsonNode post(String method, String json) {
        return read(send(request(method, json)).body());
    }

    JsonNode result(String method, String json) {
        JsonNode answer = post(method, json);
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError(method + " was refused: " + answer);
        }
        return answer.path("result");
    }

    /** "code description" of a refusal. */
    String refusal(String method, String json) {
        HttpResponse<String> response = send(request(method, json));
        JsonNode answer = read(response.body());
        if (answer.path("ok").asBoolean(true) || answer.path("error_code").asInt() != response.statusCode()) {
            throw new AssertionError(method + " was not refused: " + answer);
        }
        return response.statusCode() + " " + answer.path("description").asText();
    }

    CompletableFuture<JsonNode> later(String method, String json) {
        return http.sendAsync(request(method, json), BodyHandlers.ofString()).thenApply(r -> read(r.body()));
    }

    int sendMessage(long chatId, String text) {
        return result("sendMessage", "{'chat_id':%d,'text':'%s'}".formatted(chatId, text))
                .path("message_id")
                .asInt();
    }

    static HttpRequest.Builder at(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    HttpRequest request(String method, String json) {
        return at(base + method)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException notJson) {
            throw new AssertionError("Not JSON: " + json, notJson);
        }
    }
}
